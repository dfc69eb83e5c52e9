require "strscan"

module Lisp
  class Reader
    def initialize(text) = @scanner = StringScanner.new(text)

    def each
      loop do
        skip
        return if @scanner.eos?

        yield read
      end
    end

    private

    def skip = @scanner.skip(/(?:\s|;[^\n]*)+/)

    def read
      skip
      case
      when @scanner.skip(/\(/) then list
      when @scanner.skip(/'/) then [:quote, read]
      when @scanner.scan(/"((?:[^"\\]|\\.)*)"/) then @scanner[1].gsub(/\\(.)/) { $1 == "n" ? "\n" : $1 }
      when @scanner.scan(/[-+]?\d+\.\d+/) then @scanner.matched.to_f
      when @scanner.scan(/[-+]?\d+(?=[\s()]|\z)/) then @scanner.matched.to_i
      when @scanner.skip(/#t\b/) then true
      when @scanner.skip(/#f\b/) then false
      when @scanner.scan(/[^\s()'";]+/) then @scanner.matched.to_sym
      when @scanner.eos? then raise "unexpected end"
      else raise "unexpected #{@scanner.getch} at #{@scanner.pos}"
      end
    end

    def list
      elements = []
      loop do
        skip
        return elements if @scanner.skip(/\)/)

        elements << read
      end
    end
  end

  class Machine
    def initialize
      @global = { :+ => ->(*n) { n.sum }, :- => ->(a, *n) { n.empty? ? -a : n.reduce(a, :-) },
                  :* => ->(*n) { n.reduce(1, :*) }, :/ => ->(a, b) { a / b }, :"=" => ->(a, b) { a == b },
                  :< => ->(a, b) { a < b }, list: ->(*n) { n }, car: ->(l) { l.first }, cdr: ->(l) { l.drop(1) },
                  cons: ->(a, l) { [a, *l] }, null?: ->(l) { l == [] }, append: ->(*l) { l.sum([]) },
                  display: ->(v) { puts v.is_a?(String) ? v : show(v) } }
    end

    def run(text)
      last = nil
      Reader.new(text).each { |form| last = evaluate(form, @global) }
      last
    end

    def show(value)
      case value
      when Array then "(#{value.map { |element| show(element) }.join(" ")})"
      when String then value.inspect
      when true then "#t"
      when false then "#f"
      when Proc then "#<procedure>"
      else value.to_s
      end
    end

    private

    def evaluate(form, scope)
      return scope.fetch(form) { raise "unbound #{form}" } if form.is_a?(Symbol)
      return form unless form.is_a?(Array)

      head, *rest = form
      case head
      when :quote then rest.first
      when :if then evaluate(evaluate(rest[0], scope) ? rest[1] : rest[2], scope)
      when :define then define(rest, scope)
      when :lambda then lambda_of(rest[0], rest.drop(1), scope)
      when :let
        inner = scope.merge(rest[0].to_h { |name, value| [name, evaluate(value, scope)] })
        rest.drop(1).map { |body| evaluate(body, inner) }.last
      else evaluate(head, scope).call(*rest.map { |argument| evaluate(argument, scope) })
      end
    end

    def define(rest, scope)
      name, *body = rest
      if name.is_a?(Array)
        scope[name.first] = lambda_of(name.drop(1), body, scope)
        name.first
      else
        scope[name] = evaluate(body.first, scope)
        name
      end
    end

    def lambda_of(names, body, scope)
      ->(*values) { body.map { |form| evaluate(form, Scope.new(scope, names.zip(values).to_h)) }.last }
    end
  end

  class Scope
    def initialize(outer, names)
      @outer = outer
      @names = names
    end

    def fetch(name, &missing) = @names.fetch(name) { @outer.fetch(name, &missing) }
    def []=(name, value)
      @names[name] = value
    end
    def merge(names) = Scope.new(self, names)
  end
end

machine = Lisp::Machine.new
puts machine.show(machine.run(<<~'LISP'))
  ; the usual suspects
  (define (fact n) (if (= n 0) 1 (* n (fact (- n 1)))))
  (define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
  (define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
  (define (filter f l)
    (if (null? l) '()
      (if (f (car l)) (cons (car l) (filter f (cdr l))) (filter f (cdr l)))))
  (define (compose f g) (lambda (x) (f (g x))))
  (display "fact and fib:\n \"done\"")
  (display (fact 20))
  (display (fib 15))
  (display (map (compose (lambda (x) (* x x)) (lambda (x) (+ x 1))) '(1 2 3)))
  (display (filter (lambda (x) (< x 3)) (list 5 1 4 2)))
  (let ((x 2) (y 3.5)) (display (* x y)))
  (list 'größe "tea" #t #f -7 fact)
LISP
["(+ 1", "(foo)", ")", "\"open", "(car '(1 2))"].each do |text|
  puts "#{text} => #{machine.show(machine.run(text))}"
rescue RuntimeError => e
  puts "#{text} => #{e.message}"
end
