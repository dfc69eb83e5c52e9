# Recursive descent over an arithmetic expression, then evaluation of its tree.
class ParseError < StandardError; end

class Parser
  def initialize(text)
    @tokens = tokenize(text)
  end

  def parse
    tree = expression
    raise ParseError, "unexpected #{@tokens.first}" unless @tokens.empty?

    tree
  end

  private

  def tokenize(text)
    tokens = []
    number = ""
    text.each_char do |c|
      if "0123456789.".include?(c)
        number += c
      else
        tokens << number unless number.empty?
        number = ""
        tokens << c unless c == " "
      end
    end
    tokens << number unless number.empty?
    tokens
  end

  def expression
    left = term
    left = [@tokens.shift.to_sym, left, term] while ["+", "-"].include?(@tokens.first)
    left
  end

  def term
    left = factor
    left = [@tokens.shift.to_sym, left, factor] while %w[* / %].include?(@tokens.first)
    left
  end

  def factor
    base = atom
    return base unless @tokens.first == "^"

    @tokens.shift
    [:**, base, factor]
  end

  def atom
    token = @tokens.shift
    case token
    when nil then raise ParseError, "unexpected end"
    when "-" then [:-@, atom]
    when "("
      inner = expression
      raise ParseError, "missing )" unless @tokens.shift == ")"
      inner
    when "a".."z" then token.to_sym
    else
      raise ParseError, "unexpected #{token}" unless token[0] >= "0" && token[0] <= "9"
      token.include?(".") ? token.to_f : token.to_i
    end
  end
end

def evaluate(tree, env)
  case tree
  in Integer | Float then tree
  in Symbol => name then env.fetch(name) { raise ParseError, "unknown variable #{name}" }
  in [:-@, operand] then -evaluate(operand, env)
  in [op, left, right] then evaluate(left, env).send(op, evaluate(right, env))
  end
end

env = { x: 7, y: 2.5 }
["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-x + 10", "x * y - 4 / 2", "10 % 4 + 7 / 2",
 "((((5))))", "1 +", "(2 * 3", "z + 1", "4 / 0", "3 $ 4"].each do |text|
  tree = Parser.new(text).parse
  puts "#{text} = #{evaluate(tree, env)}   #{tree.inspect}"
rescue ParseError => e
  puts "#{text}: parse error: #{e.message}"
rescue ZeroDivisionError => e
  puts "#{text}: #{e.class}: #{e.message}"
end
