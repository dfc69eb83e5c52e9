# Integer(), Float(), Rational() and Complex(), as CRuby has them.
module Kernel
  private

  def __to_integer(value, base, exception)
    __told?(exception) unless exception == true
    unless value.is_a?(String) || value.is_a?(Numeric)
      text = value.to_str if (base || !value.respond_to?(:to_int)) && value.respond_to?(:to_str)
      return __explicit_integer(value) unless base || text.is_a?(String)

      value = text if text.is_a?(String)
    end
    raise ArgumentError, "base specified for non string value" if base && !value.is_a?(String)
    raise FloatDomainError, value.to_s if value.is_a?(Float) && (value.nan? || value.infinite?)
    return __explicit_integer(value) unless value.is_a?(String) || value.is_a?(Integer)
    raise ArgumentError, "invalid value for Integer(): #{value.inspect}" if value.is_a?(String) && value.include?("\0")

    base ? __integer(value, base) : __integer(value)
  rescue StandardError
    raise unless exception == false
  end

  def __to_float(value, exception)
    __told?(exception) unless exception == true
    return value if value.is_a?(Float)
    return __explicit_float(value) unless value.is_a?(String)
    raise ArgumentError, "string for Float contains null byte" if value.include?("\0")

    text = value.strip
    return __hexadecimal_float(text) if text.match?(/\A[+-]?0[xX]/)
    raise ArgumentError, "invalid value for Float(): #{value.inspect}" if text.include?(".e") || text.include?(".E")

    __float(value)
  rescue StandardError
    raise unless exception == false
  end

  def __to_rational(value, divisor, alone, exception)
    __told?(exception) unless exception == true
    raise TypeError, "can't convert nil into Rational" if value.nil? || divisor.nil?

    value = __fraction_part(value)
    divisor = __fraction_part(divisor)
    return __fraction_of(value) if alone
    return Rational.__reduced(value, divisor) if value.is_a?(Integer) && divisor.is_a?(Integer)
    raise TypeError, "not an integer" unless value.is_a?(Numeric) && divisor.is_a?(Numeric)

    value = Rational.__new(value, 1) if value.is_a?(Integer)
    value / divisor
  rescue StandardError
    raise unless exception == false
  end

  def __to_complex(real, imaginary, alone, exception)
    __told?(exception) unless exception == true
    real = __complex_part(real)
    imaginary = __complex_part(imaginary)
    return __explicit_complex(real) if alone

    unless real.is_a?(Numeric)
      exception = true if imaginary.is_a?(Numeric)
      raise TypeError, "not a real"
    end
    raise TypeError, "not a real" unless imaginary.is_a?(Numeric)
    return Complex.__new(real, imaginary) if real.real? && imaginary.real?

    real + imaginary * Complex::I
  rescue StandardError
    raise unless exception == false
  end

  def __told?(exception)
    return exception if exception == true || exception == false

    raise ArgumentError, "expected true or false as exception: #{exception.inspect}"
  end

  def __explicit_integer(value)
    raise TypeError, "can't convert #{Numeric.__shown(value)} into Integer" if value.nil?

    whole = value.to_int if value.respond_to?(:to_int)
    return whole if whole.is_a?(Integer)
    raise TypeError, "can't convert #{Numeric.__shown(value)} into Integer" unless value.respond_to?(:to_i)

    whole = value.to_i
    return whole if whole.is_a?(Integer)

    raise TypeError, "can't convert #{value.class} to Integer (#{value.class}#to_i gives #{whole.class})"
  end

  def __explicit_float(value)
    raise TypeError, "can't convert #{Numeric.__shown(value)} into Float" unless !value.nil? && value.respond_to?(:to_f)

    float = value.to_f
    return float if float.is_a?(Float)

    raise TypeError, "can't convert #{value.class} to Float (#{value.class}#to_f gives #{float.class})"
  end

  def __hexadecimal_float(text)
    match = Regexp.__aside { /\A([+-]?)0[xX](\h+(?:_\h+)*)(?:\.(\h+))?(?:[pP]([+-]?\d+(?:_\d+)*))?\z/.match(text) }
    raise ArgumentError, "invalid value for Float(): #{text.inspect}" unless match

    sign, whole, fraction, exponent = match.captures
    raise ArgumentError, "invalid value for Float(): #{text.inspect}" if whole.include?("_") && !exponent

    fraction = fraction.to_s
    digits = "#{whole.delete("_")}#{fraction}".to_i(16)
    float = Math.ldexp(digits.to_f, exponent.to_s.delete("_").to_i.clamp(-1_000_000, 1_000_000) - fraction.size * 4)
    sign == "-" ? -float : float
  end

  # A number for a string, for a float, and for what is a real number already or has to_int.
  def __fraction_part(part)
    case part
    when Integer, Rational then part
    when Float then part.to_r
    when String then __rational_of(part)
    when Complex then part.imaginary.is_a?(Integer) && part.imaginary == 0 ? __fraction_part(part.real) : part
    else
      return __fraction_of(part) if !(Numeric === part) && part.respond_to?(:to_r)
      return part if part.respond_to?(:to_r) || !part.respond_to?(:to_int)

      whole = part.to_int
      whole.is_a?(Integer) ? whole : part
    end
  end

  def __fraction_of(value)
    return Rational.__new(value, 1) if value.is_a?(Integer)
    return value if value.is_a?(Rational)
    raise TypeError, "can't convert #{Numeric.__shown(value)} into Rational" unless value.respond_to?(:to_r)

    Numeric.__rational(value)
  end

  def __rational_of(text)
    value, rest = text.__leading_rational
    return value if value && rest.strip.delete_prefix(".").empty? && !text.include?("\0")

    raise ArgumentError, "invalid value for convert(): #{text.inspect}"
  end

  def __complex_part(part)
    raise TypeError, "can't convert nil into Complex" if part.nil?
    return part unless part.is_a?(String)
    raise ArgumentError, "string contains null byte" if part.include?("\0")

    value, rest = part.__leading_complex
    return value if value && rest.strip.empty?

    raise ArgumentError, "invalid value for convert(): #{part.inspect}"
  end

  def __explicit_complex(value)
    return value if value.is_a?(Complex)
    return value.real? ? Complex.__new(value, 0) : value if value.is_a?(Numeric)
    raise TypeError, "can't convert #{Numeric.__shown(value)} into Complex" unless value.respond_to?(:to_c)

    complex = value.to_c
    return complex if complex.is_a?(Complex)

    raise TypeError, "can't convert #{value.class} to Complex (#{value.class}#to_c gives #{complex.class})"
  end
end

class << Kernel
  %i[Integer Float Rational Complex].each do |name|
    define_method(name) { |*args, **options| Object.new.__send__(name, *args, **options) }
  end
end

class NilClass
  def to_r = Rational(0, 1)
  def to_c = Complex(0, 0)
  def rationalize(_slack = nil) = to_r
end

class String
  def __to_r = __valid_part.__leading_rational[0] || Rational(0, 1)
  def __to_c = __valid_part.__leading_complex[0] || Complex(0, 0)

  # Of bytes that are no characters the numbers before them count.
  def __valid_part = valid_encoding? ? self : b

  # The fraction at the start, nil if there is none, and what follows it.
  def __leading_rational
    digits = '\d+(?:_\d+)*'
    number = "(?:#{digits})?(?:\\.(?:#{digits}))?(?:(?<=\\d)[eE][+-]?#{digits})?"
    match = Regexp.__aside { %r{\A\s*([+-]?)(?=\.?\d)(#{number})(?:\.?/(?=\.?\d)(#{number}))?}.match(self) }
    return [nil, self] unless match

    value = __decimal_fraction(match[2])
    value = match[3] ? value / __decimal_fraction(match[3]) : value
    [match[1] == "-" ? -value : value, match.post_match]
  end

  # The complex number at the start, nil if there is none, and what follows it.
  def __leading_complex = Regexp.__aside { __complex_at_start }

  def __complex_at_start
    digits = '\d+(?:_\d+)*'
    number = "(?:(?:#{digits}(?:\\.#{digits})?|\\.#{digits})(?:[eE][+-]?#{digits})?(?:/#{digits})?)"
    text = lstrip
    if (match = /\A([+-]?#{number})@([+-]?#{number})/.match(text))
      value = Complex.polar(__part(match[1]), __part(match[2]))
    elsif (match = /\A([+-]?#{number})?([+-]#{number}?)[ijIJ]|\A()(#{number}?)[ijIJ]/.match(text))
      real = match[1] || match[3] || ""
      imaginary = match[2] || match[4]
      imaginary += "1" unless imaginary.match?(/\d/)
      value = Complex.__new(real.empty? ? 0 : __part(real), __part(imaginary))
    elsif (match = /\A([+-]?#{number})/.match(text))
      value = Complex.__new(__part(match[1]), 0)
    else
      return [nil, text]
    end
    [value, match.post_match]
  end

  private

  def __decimal_fraction(text)
    number, exponent = text.downcase.delete("_").split("e")
    whole, fraction = number.split(".")
    value = Rational("#{whole}#{fraction}".to_i, 10**fraction.to_s.size)
    power = exponent.to_i
    return power > 0 ? raise(FloatDomainError, "Infinity") : 0.0 if power.abs > 1_000_000

    power < 0 ? value / 10**-power : value * 10**power
  end

  def __part(text)
    return text.to_r if text.include?("/")

    text.match?(/[.eE]/) ? text.to_f : text.to_i
  end
end
