# Integer(), Float() and Rational(), as CRuby has them.
module Kernel
  alias __integer Integer
  alias __float Float

  def Integer(value, base = nil, exception: true)
    known = value.is_a?(Numeric) || value.is_a?(String)
    value = value.to_str if !known && (base || !value.respond_to?(:to_i)) && value.respond_to?(:to_str)
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
    if text && (text.end_with?(".") || text.include?(".e"))
      raise ArgumentError, "invalid value for Float(): #{value.inspect}"
    end

    __float(value)
  rescue ArgumentError, TypeError
    raise if exception
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

  private :Integer, :Float, :Rational, :__integer, :__float

  private

  def __rational_of(text)
    taken, value = text.strip.__leading_rational
    return value if taken > 0 && taken == text.strip.size

    raise ArgumentError, "invalid value for convert(): #{text.inspect}"
  end
end

class << Kernel
  %i[Integer Float Rational].each do |name|
    define_method(name) { |*args, **options| Object.new.__send__(name, *args, **options) }
  end
end
