# Complex numbers whose parts are as exact as what they are made of.
class Complex < Numeric
  attr_reader :real, :imaginary
  alias imag imaginary

  class << self
    alias __new new
    undef new

    def rectangular(real, imaginary = 0)
      [real, imaginary].each { |part| raise TypeError, "not a real" unless part.is_a?(Numeric) && part.real? }
      __new(real, imaginary)
    end
    alias rect rectangular

    def polar(abs, arg = 0)
      return __new(abs, arg) if arg == 0
      return __new(-abs, 0.0) if arg == Math::PI
      return __new(0.0, abs) if arg == Math::PI / 2

      __new(abs * Math.cos(arg), abs * Math.sin(arg))
    end
  end

  def initialize(real, imaginary)
    @real = real
    @imaginary = imaginary
  end

  def frozen? = true

  I = __new(0, 1)

  undef_method :<, :<=, :>, :>=, :between?, :clamp, :positive?, :negative?

  def real? = false
  def rectangular = [real, imaginary]
  alias rect rectangular
  def abs = imaginary == 0 ? real.abs : Math.hypot(real, imaginary)
  alias magnitude abs
  def abs2 = real * real + imaginary * imaginary
  def arg = Math.atan2(imaginary, real)
  alias angle arg
  alias phase arg
  def polar = [abs, arg]
  def conjugate = Complex.__new(real, -imaginary)
  alias conj conjugate
  def finite? = real.finite? && imaginary.finite?
  def infinite? = real.infinite? || imaginary.infinite? ? 1 : nil
  def -@ = Complex.__new(-real, -imaginary)

  def coerce(other)
    raise TypeError, "#{other.class} can't be coerced into Complex" unless other.is_a?(Numeric)

    [other.real? ? Complex.__new(other, 0) : other, self]
  end

  def +(other)
    other.is_a?(Complex) ? Complex.__new(@real + other.real, @imaginary + other.imaginary) : __with(:+, other)
  end

  def -(other)
    other.is_a?(Complex) ? Complex.__new(@real - other.real, @imaginary - other.imaginary) : __with(:-, other)
  end

  def *(other)
    return __with(:*, other) unless other.is_a?(Complex)

    a = other.real
    b = other.imaginary
    return Complex.__new(@real * a, @real * b) if @imaginary.equal?(0)

    Complex.__new(@real * a - @imaginary * b, @real * b + @imaginary * a)
  end

  def /(other)
    return __with(:/, other) unless other.is_a?(Complex)

    a = other.real
    b = other.imaginary
    if a.abs > b.abs
      r = __quotient(b, a)
      n = a * (r * r + 1)
      Complex.__new(__quotient(real + imaginary * r, n), __quotient(imaginary - real * r, n))
    else
      r = __quotient(a, b)
      n = b * (r * r + 1)
      Complex.__new(__quotient(real * r + imaginary, n), __quotient(imaginary * r - real, n))
    end
  end
  alias quo /

  def fdiv(other) = Complex.__new(real.fdiv(other), imaginary.fdiv(other))

  def **(other)
    other = other.real if other.is_a?(Complex) && other.imaginary == 0
    other = other.numerator if other.is_a?(Rational) && other.denominator == 1
    if other.is_a?(Integer)
      return (Complex.__new(1, 0) / self)**-other if other < 0
      return Complex.__new(real**other, 0) if imaginary == 0

      __power(other)
    elsif other.is_a?(Complex)
      log = Math.log(abs)
      Complex.polar(Math.exp(other.real * log - other.imaginary * arg), arg * other.real + other.imaginary * log)
    else
      Complex.polar(abs**other, arg * other)
    end
  end
  alias pow **

  def ==(other)
    return real == other.real && imaginary == other.imaginary if other.is_a?(Complex)

    other.is_a?(Numeric) ? imaginary == 0 && real == other : other == self
  end

  def eql?(other) = other.is_a?(Complex) && real.eql?(other.real) && imaginary.eql?(other.imaginary)
  def hash = rect.hash

  # nil unless both are real.
  def <=>(other)
    return unless imaginary == 0 && other.is_a?(Numeric) && other.imaginary == 0

    real <=> other.real
  end

  def to_c = self
  def to_i = __real(Integer).to_i
  def to_f = __real(Float).to_f
  def to_r = __real(Rational).to_r
  def to_s = __text(:to_s)
  def inspect = "(#{__text(:inspect)})"

  private

  def __with(operator, other)
    return __coerced(operator, other) unless other.is_a?(Numeric)

    case operator
    when :* then Complex.__new(real * other, imaginary * other)
    when :/ then Complex.__new(__quotient(real, other), __quotient(imaginary, other))
    else Complex.__new(real.__send__(operator, other), imaginary)
    end
  end

  def __quotient(one, two)
    return one / two if one.is_a?(Float) || two.is_a?(Float)

    quotient = Rational(one, 1) / two
    quotient.denominator == 1 ? quotient.numerator : quotient
  end

  def __power(count)
    result = Complex.__new(1, 0)
    square = self
    while count > 0
      result *= square if count.odd?
      count >>= 1
      square *= square if count > 0
    end
    result
  end

  def __real(type)
    return real if imaginary.is_a?(Integer) && imaginary == 0

    raise RangeError, "can't convert #{self} into #{type}"
  end

  def __text(how)
    negative = imaginary.is_a?(Float) ? 1 / imaginary < 0 || imaginary < 0 : imaginary < 0
    digits = imaginary.abs.__send__(how)
    "#{real.__send__(how)}#{negative ? "-" : "+"}#{digits}#{"*" unless digits[-1].between?("0", "9")}i"
  end
end

class NilClass
  def to_c = Complex.__new(0, 0)
end

class String
  def to_c = __leading_complex[0]

  # The complex number at the start, and what follows it.
  def __leading_complex
    number = %r{\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?(?:/\d+)?}
    text = lstrip
    kind = case text
           when /\A([+-]?#{number})@([+-]?#{number})/ then :polar
           when /\A([+-]?#{number})?([+-](?:#{number})?)[ij]/, /\A()((?:#{number})?)[ij]/ then :rectangular
           when /\A([+-]?#{number})/ then :real
           else return [Complex.__new(0, 0), text]
           end
    rest = $'
    one = $1.to_s
    two = kind == :real ? "0" : $2
    two += "1" unless two.match?(/\d/)
    [Complex.__send__(kind == :polar ? :polar : :rectangular, __part(one), __part(two)), rest]
  end

  private

  def __part(text)
    return text.to_r if text.include?("/")

    text =~ /[.eE]/ ? text.to_f : text.to_i
  end
end

module Kernel
  def Complex(real, imaginary = nil, exception: true)
    parts = [real, imaginary].first(imaginary.nil? ? 1 : 2).map do |part|
      next part if part.is_a?(Numeric)
      raise TypeError, "can't convert #{part.nil? ? "nil" : part.class} into Complex" unless part.is_a?(String)

      value, rest = part.__leading_complex
      raise ArgumentError, "invalid value for convert(): #{part.inspect}" unless rest.strip.empty? && !part.strip.empty?

      value
    end
    return parts[0].to_c unless parts[1]

    parts.all?(&:real?) ? Complex.__new(*parts) : parts[0] + parts[1] * Complex::I
  rescue ArgumentError, TypeError
    raise if exception
  end
  private :Complex
  module_function :Complex
end
