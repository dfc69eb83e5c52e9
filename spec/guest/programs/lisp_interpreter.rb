# A small Lisp: reader, environments, closures, special forms.
def read(source)
  tokens = source.gsub_parens.split
  forms = []
  forms << parse(tokens) until tokens.empty?
  forms
end

class String
  def gsub_parens = each_char.map { |c| "()'".include?(c) ? " #{c} " : c }.join
end

def parse(tokens)
  case token = tokens.shift
  when "("
    list = []
    list << parse(tokens) until tokens.first == ")" || tokens.empty?
    raise "unbalanced" if tokens.shift.nil?

    list
  when ")" then raise "unexpected )"
  when "'" then [:quote, parse(tokens)]
  else Integer(token, exception: false) || Float(token, exception: false) || token.to_sym
  end
end

class Env
  def initialize(names = [], values = [], outer = nil)
    @table = names.zip(values).to_h
    @outer = outer
  end

  def find(name) = @table.key?(name) ? self : (@outer or raise NameError, "unbound #{name}").find(name)
  def [](name) = find(name).get(name)
  def get(name) = @table[name]
  def define(name, value) = @table[name] = value
end

def evaluate(form, env)
  case form
  in Symbol then env[form]
  in [:quote, datum] then datum
  in [:if, test, yes, *no] then evaluate(test, env) ? evaluate(yes, env) : (evaluate(no[0], env) unless no.empty?)
  in [:define, Symbol => name, value] then env.define(name, evaluate(value, env))
  in [:define, [name, *params], *body] then env.define(name, evaluate([:lambda, params, *body], env))
  in [:let, bindings, *body] then evaluate([[:lambda, bindings.map(&:first), *body], *bindings.map(&:last)], env)
  in [:lambda, params, *body]
    ->(*args) { body.map { |b| evaluate(b, Env.new(params, args, env)) }.last }
  in [operator, *args] then evaluate(operator, env).call(*args.map { |a| evaluate(a, env) })
  else form
  end
end

GLOBAL = Env.new
%i[+ - * /].each { |op| GLOBAL.define(op, ->(*xs) { xs.reduce(op) }) }
%i[< > <= >= ==].each { |op| GLOBAL.define(op, ->(a, b) { a.public_send(op, b) }) }
GLOBAL.define(:list, ->(*xs) { xs })
GLOBAL.define(:car, :first.to_proc)
GLOBAL.define(:cdr, ->(l) { l.drop(1) })
GLOBAL.define(:map, ->(f, l) { l.map(&f) })

<<~LISP.then { |s| read(s) }.each { |f| r = evaluate(f, GLOBAL); puts r.inspect unless r.is_a?(Proc) }
  (define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
  (fact 25)
  (define adder (lambda (a) (lambda (b) (+ a b))))
  (map (adder 10) '(1 2 3))
  (let ((x 2) (y 3.5)) (* x y))
  (car (cdr (list 1 'two 3)))
  (if (> 1 2) 'yes)
LISP
["(foo)", "(+ 1", ")"].each { |bad| evaluate(read(bad)[0], GLOBAL) rescue puts "#{$!.class}: #{$!.message}" }
