require "strscan"

class Lexer
  Token = Struct.new(:type, :value, :column)

  def initialize(source)
    @scanner = StringScanner.new(source)
  end

  def tokens
    found = []
    until @scanner.eos?
      next if @scanner.skip(/\s+/)

      column = @scanner.charpos + 1
      if (text = @scanner.scan(/\d+(\.\d+)?([eE][+-]?\d+)?/))
        found << Token.new(:number, @scanner[1] || @scanner[2] ? Float(text) : Integer(text), column)
      elsif (text = @scanner.scan(/[[:alpha:]_]\w*/))
        found << Token.new(:name, text, column)
      elsif (text = @scanner.scan(%r{\*\*|[-+*/%(),=]}))
        found << Token.new(:operator, text, column)
      else
        raise ArgumentError, "unexpected #{@scanner.getch.inspect} at column #{column}"
      end
    end
    found
  end
end

class Calculator
  FUNCTIONS = { "max" => ->(*n) { n.max }, "min" => ->(*n) { n.min }, "abs" => ->(n) { n.abs },
                "sqrt" => ->(n) { Math.sqrt(n) }, "round" => ->(n, digits = 0) { n.round(digits) } }.freeze

  def initialize
    @names = { "pi" => 3.14159 }
  end

  def calculate(source)
    @tokens = Lexer.new(source).tokens
    value = statement
    raise ArgumentError, "unexpected #{@tokens.first.value.inspect} at column #{@tokens.first.column}" if @tokens.any?

    value
  end

  private

  def statement
    if @tokens[0]&.type == :name && @tokens[1]&.value == "="
      name = @tokens.shift.value
      @tokens.shift
      return @names[name] = statement
    end
    sum
  end

  def sum
    value = product
    while (operator = take("+", "-"))
      value = value.public_send(operator, product)
    end
    value
  end

  def product
    value = power
    while (operator = take("*", "/", "%"))
      right = power
      raise ZeroDivisionError, "divided by 0" if right == 0 && operator != "*"

      value = value.public_send(operator, right)
    end
    value
  end

  def power
    base = unary
    take("**") ? base**power : base
  end

  def unary
    return -unary if take("-")

    primary
  end

  def primary
    token = @tokens.shift or raise ArgumentError, "unexpected end"
    return token.value if token.type == :number
    return call(token.value) if token.type == :name && take("(")
    return @names.fetch(token.value) { raise ArgumentError, "unknown name #{token.value}" } if token.type == :name
    raise ArgumentError, "unexpected #{token.value.inspect} at column #{token.column}" unless token.value == "("

    value = statement
    take(")") or raise ArgumentError, "a parenthesis is open"
    value
  end

  def call(name)
    arguments = []
    until take(")")
      arguments << statement
      take(",")
    end
    FUNCTIONS.fetch(name) { raise ArgumentError, "unknown function #{name}" }.call(*arguments)
  end

  def take(*values)
    @tokens.shift.value if @tokens.first&.type == :operator && values.include?(@tokens.first.value)
  end
end

calculator = Calculator.new
["1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "7 / 2", "7.0 / 2", "7 % 4 - 1", "r = 2.5", "area = pi * r ** 2",
 "round(area, 2)", "max(1, 4, 2) + min(3, 2)", "sqrt(16) + abs(-3)", "größe = 12", "größe * 2", "1e3 + 1.5e-1", "1 / 0",
 "2 +", "2 $ 3", "(1 + 2", "foo + 1", "bar(1)", "1 2", ""].each do |source|
  puts "#{source} => #{calculator.calculate(source)}"
rescue ArgumentError, ZeroDivisionError => e
  puts "#{source} => #{e.class}: #{e.message}"
end
p Lexer.new("a = -1.5").tokens.map(&:to_a)
