# frozen_string_literal: true

# A Pratt parser and evaluator for a small expression language, with functions and variables.
class Expression
  Token = Struct.new(:type, :value, :at)
  class SyntaxProblem < StandardError; end
  BINARY = { "||" => 1, "&&" => 2, "==" => 3, "!=" => 3, "<" => 4, ">" => 4, "<=" => 4, ">=" => 4, "+" => 5, "-" => 5, "*" => 6, "/" => 6, "%" => 6, "^" => 8 }.freeze
  RIGHT = %w[^].freeze
  PATTERNS = {
    space: /\s+/, number: /\d+(?:\.\d+)?/, string: /"((?:[^"\\]|\\.)*)"/, name: /[a-z_]\w*/i, op: /\|\||&&|[=!<>]=|[-+*\/%^<>!?:(),]/
  }.freeze

  def self.tokenize(text)
    at = 0
    tokens = []
    until at >= text.size
      type, match = PATTERNS.lazy.filter_map { |t, re| (m = text.match(/\G#{re.source}/i, at)) && [t, m] }.first
      raise SyntaxProblem, "unexpected #{text[at].inspect} at #{at}" unless match

      tokens << Token.new(type, match[1] || match[0], at) unless type == :space
      at = match.end(0)
    end
    tokens << Token.new(:end, nil, at)
  end

  def initialize(text)
    @tokens = Expression.tokenize(text)
    @tree = parse
    raise SyntaxProblem, "unexpected #{peek.value.inspect} at #{peek.at}" unless peek.type == :end
  end
  attr_reader :tree

  def call(env = {}) = evaluate(@tree, env)
  def to_s = render(@tree)

  private

  def peek = @tokens.first
  def take(value = nil) = value.nil? || peek.value == value ? @tokens.shift : raise(SyntaxProblem, "expected #{value.inspect} at #{peek.at}, got #{peek.value.inspect}")

  def parse(min = 0)
    left = prefix
    loop do
      op = peek.value
      if peek.type == :op && op == "?" && min.zero?
        take
        yes = parse
        take(":")
        left = [:if, left, yes, parse]
      elsif peek.type == :op && (power = BINARY[op]) && power > min
        take
        left = [:op, op, left, parse(RIGHT.include?(op) ? power - 1 : power)]
      else break left
      end
    end
  end

  def prefix
    case token = take
    in { type: :number, value: } then value.include?(".") ? value.to_f : value.to_i
    in { type: :string, value: } then value.gsub(/\\(.)/, '\1')
    in { type: :op, value: "-" | "!" => op } then [:unary, op, parse(7)]
    in { type: :op, value: "(" } then parse.tap { take(")") }
    in { type: :name, value: name } if peek.value == "("
      take
      args = []
      (args << parse; take(",") if peek.value != ")") until peek.value == ")"
      take
      [:call, name.to_sym, *args]
    in { type: :name, value: "true" | "false" => word } then word == "true"
    in { type: :name, value: name } then [:var, name.to_sym]
    else raise SyntaxProblem, token.type == :end ? "unexpected end" : "unexpected #{token.value.inspect} at #{token.at}"
    end
  end

  FUNCTIONS = { max: ->(*a) { a.max }, min: ->(*a) { a.min }, len: :size.to_proc, upper: :upcase.to_proc, round: ->(x, n = 0) { x.round(n) }, join: ->(sep, *a) { a.join(sep) } }.freeze

  def evaluate(node, env)
    case node
    in [:op, "&&", a, b] then evaluate(a, env) && evaluate(b, env)
    in [:op, "||", a, b] then evaluate(a, env) || evaluate(b, env)
    in [:op, "^", a, b] then evaluate(a, env)**evaluate(b, env)
    in [:op, op, a, b] then evaluate(a, env).public_send(op, evaluate(b, env))
    in [:unary, "-", a] then -evaluate(a, env)
    in [:unary, "!", a] then !evaluate(a, env)
    in [:if, test, yes, no] then evaluate(evaluate(test, env) ? yes : no, env)
    in [:call, name, *args] then FUNCTIONS.fetch(name) { raise NameError, "no function #{name}" }.call(*args.map { |a| evaluate(a, env) })
    in [:var, name] then env.fetch(name) { raise NameError, "no variable #{name}" }
    in Numeric | String | true | false then node
    end
  end

  def render(node) = node.is_a?(Array) ? "(#{node.drop(node[0] == :if ? 0 : 1).map { |n| n.is_a?(Symbol) ? n.to_s : n.is_a?(String) && !BINARY.key?(n) && n != "!" ? n.inspect : render(n) }.join(' ')})" : node.to_s
end

env = { x: 10, y: 3, name: "ruby", list: [1, 2, 3] }
["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "-x + y", "10 - 4 - 3", "x / y", "x / 4.0", "x % y == 1 && !(y > 5)", 'name == "ruby" ? upper(name) : "no"', "max(1, y, x * 2) - min(4, 2)",
 "round(10 / 3.0, 2)", 'join("-", name, len(list), true)', "x > 5 ? y > 5 ? 1 : 2 : 3", '"a\"b" + "c"', "false || x", "1 < 2 == true"].each do |source|
  e = Expression.new(source)
  puts "#{source}  =>  #{e.call(env).inspect}   #{e}"
end
["1 +", "(1", "1 2", "a $ b", "nope(1)", "zzz + 1", "max(1", '"open', "1 / 0", "* 3"].each do |bad|
  puts Expression.new(bad).call(env)
rescue Expression::SyntaxProblem, NameError, ZeroDivisionError => e
  puts "#{bad}: #{e.class.name.split('::').last}: #{e.message.lines.first.chomp}"
end
