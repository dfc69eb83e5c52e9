# Kernel's conversions, as CRuby has them.
module Kernel
  alias __integer Integer
  alias __float Float

  def Integer(value, base = nil, exception: true)
    value = value.to_str if (base || !value.respond_to?(:to_i)) && !value.is_a?(Numeric) && !value.is_a?(String) && value.respond_to?(:to_str)
    unless value.is_a?(String) || value.is_a?(Numeric) || value.respond_to?(:to_int) || value.respond_to?(:to_i)
      raise TypeError, "can't convert #{value.nil? ? "nil" : value.class} into Integer"
    end
    raise TypeError, "can't convert nil into Integer" if value.nil?
    raise FloatDomainError, value.to_s if value.is_a?(Float) && (value.nan? || value.infinite?)
    return value.respond_to?(:to_int) ? value.to_int : value.to_i unless value.is_a?(String) || value.is_a?(Integer)

    base ? __integer(value, base) : __integer(value)
  rescue ArgumentError, TypeError, RangeError
    raise if exception
  end

  def Float(value, exception: true)
    return value.to_f if !value.nil? && !value.is_a?(String) && !value.is_a?(Numeric) && value.respond_to?(:to_f)

    text = value.is_a?(String) && value.strip
    raise ArgumentError, "invalid value for Float(): #{value.inspect}" if text && (text.end_with?(".") || text.include?(".e"))

    __float(value)
  rescue ArgumentError, TypeError
    raise if exception
  end

  def Hash(value)
    return {} if value.nil? || value == []
    return value.to_hash if value.respond_to?(:to_hash)

    raise TypeError, "can't convert #{value.class} into Hash"
  end

  def Rational(value, divisor = 1, exception: true)
    raise TypeError, "can't convert nil into Rational" if value.nil? || divisor.nil?

    value, divisor = [value, divisor].map do |part|
      next part if part.is_a?(Integer)
      next __rational_of(part) if part.is_a?(String)
      raise TypeError, "can't convert #{part.class} into Rational" unless part.respond_to?(:to_r)

      part.to_r
    end
    value.is_a?(Integer) && divisor.is_a?(Integer) ? Rational.__reduced(value, divisor) : value / divisor
  rescue ArgumentError, TypeError
    raise if exception
  end

  private :Integer, :Float, :Hash, :Rational, :__integer, :__float

  private

  def __rational_of(text)
    taken, value = text.strip.__leading_rational
    return value if taken > 0 && taken == text.strip.size

    raise ArgumentError, "invalid value for convert(): #{text.inspect}"
  end
end

class << Kernel
  %i[Integer Float Hash Rational].each do |name|
    define_method(name) { |*args, **options| Object.new.__send__(name, *args, **options) }
  end
end

class String
  def to_r = lstrip.__leading_rational[1]

  # How many characters at the start are a number, and that number.
  def __leading_rational
    sign = start_with?("-") ? -1 : 1
    at = start_with?("-") || start_with?("+") ? 1 : 0
    whole = __digits_at(at)
    return [0, Rational(0, 1)] if whole.empty?

    at += whole.size
    value = Rational(whole.delete("_").to_i, 1)
    fraction = self[at] == "." ? __digits_at(at + 1) : ""
    unless fraction.empty?
      at += 1 + fraction.size
      digits = fraction.delete("_")
      value += Rational(digits.to_i, 10**digits.size)
    end
    exponent = self[at] == "e" || self[at] == "E" ? __digits_at(at + 1 + (self[at + 1] == "-" || self[at + 1] == "+" ? 1 : 0)) : ""
    unless exponent.empty?
      power = 10**exponent.to_i
      self[at + 1] == "-" ? value /= power : value *= power
      at += exponent.size + (self[at + 1] == exponent[0] ? 1 : 2)
    end
    divisor = self[at] == "/" ? __digits_at(at + 1) : ""
    unless divisor.empty?
      at += 1 + divisor.size
      raise ZeroDivisionError, "divided by 0" if divisor.to_i == 0

      value /= divisor.delete("_").to_i
    end
    [at, value * sign]
  end

  private

  def __digits_at(from)
    to = from
    to += 1 while (c = self[to]) && ((c >= "0" && c <= "9") || (c == "_" && to > from))
    self[from...to]
  end
end
