require 'strscan'

class Calculator
  ParseError = Class.new(StandardError)

  def evaluate(source)
    @ss = StringScanner.new(source)
    value = expression
    skip
    raise ParseError, "unexpected #{@ss.rest.inspect} at #{@ss.pos}" unless @ss.eos?

    value
  end

  private

  def skip = @ss.skip(/\s+/)

  def operator(pattern)
    skip
    @ss.scan(pattern)
  end

  def expression
    value = term
    while (op = operator(/[-+]/))
      value = value.public_send(op, term)
    end
    value
  end

  def term
    value = power
    while (op = operator(%r{[*/%]}))
      right = power
      raise ZeroDivisionError, 'divided by 0' if right.zero? && op != '*'
      value = op == '/' ? value.quo(right) : value.public_send(op, right)
    end
    value
  end

  def power
    base = unary
    operator(/\^/) ? base**power : base
  end

  def unary
    return -unary if operator(/-/)

    if operator(/\(/)
      value = expression
      operator(/\)/) or raise ParseError, "missing ) at #{@ss.pos}"
      value
    elsif operator(/\d+\.\d+/)
      @ss.matched.to_f
    elsif @ss.scan(/\d+/)
      @ss.matched.to_i
    else
      raise ParseError, @ss.eos? ? 'unexpected end' : "unexpected #{@ss.peek(1).inspect} at #{@ss.pos}"
    end
  end
end

calc = Calculator.new
['1 + 2 * 3', '(1 + 2) * 3', '2 ^ 3 ^ 2', '10 / 4', '-(3 - 5) % 4', '1.5 * 4', '7 / 0', '2 +', '(1', '3 $ 4', ''].each do |src|
  puts "#{src} = #{calc.evaluate(src).inspect}"
rescue Calculator::ParseError, ZeroDivisionError => e
  puts "#{src} ! #{e.class}: #{e.message}"
end
