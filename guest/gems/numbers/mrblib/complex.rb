# Complex numbers whose parts are as exact as what they are made of.
class Complex < Numeric
  attr_reader :real, :imaginary
  alias imag imaginary

  class << self
    alias __new new
    undef new

    def rectangular(real, imaginary = 0)
      __new(__real(real), __real(imaginary))
    end
    alias rect rectangular

    # A part of a number, if it is a real one.
    def __real(part)
      raise TypeError, "not a real" unless part.is_a?(Numeric)
      return part if part.real?
      return part.real if part.is_a?(Complex) && part.imaginary.is_a?(Integer) && part.imaginary == 0

      raise TypeError, "not a real"
    end

    # abs * e ** (i * pi * angle), whose parts are exact for halves of a turn.
    def __polar_pi(abs, angle)
      turn = angle % 2
      case turn
      when 0.0 then abs
      when 1.0 then -abs
      when 0.5 then __new(0.0, abs)
      when 1.5 then __new(0.0, -abs)
      else __new(abs * Math.cos(Math::PI * angle), abs * Math.sin(Math::PI * angle))
      end
    end

    def polar(abs, arg = 0)
      abs = __real(abs)
      arg = __real(arg)
      return __new(abs, 0.0) if abs == 0 || arg == 0
      return __new(-abs, 0.0) if arg == Math::PI
      return __new(0.0, abs) if arg == Math::PI / 2
      return __new(0.0, -abs) if arg == Math::PI / 2 + Math::PI

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

  # Where i to a power of a multiple of a half turn's quarter points.
  DIRECTIONS__ = [[1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]].freeze

  def real? = false
  def rectangular = [real, imaginary]
  alias rect rectangular

  # Those that __ stands before go on where C does not: parts of more than a word, or what is no number.

  def __abs
    return Math.hypot(real, imaginary) unless imaginary == 0 || real == 0

    part = imaginary == 0 ? real : imaginary
    real.is_a?(Float) || imaginary.is_a?(Float) ? part.abs.to_f : part.abs
  end

  def abs2 = real * real + imaginary * imaginary
  def arg = Math.atan2(imaginary, real)
  alias angle arg
  alias phase arg
  def polar = [abs, arg]
  def conjugate = Complex.__new(real, -imaginary)
  alias conj conjugate
  def finite? = real.finite? && imaginary.finite?
  def infinite? = real.infinite? || imaginary.infinite? ? 1 : nil
  def zero? = real == 0 && imaginary == 0
  def -@ = Complex.__new(-real, -imaginary)

  def coerce(other)
    return [other, self] if other.is_a?(Complex)
    return [Complex.__new(other, 0), self] if other.is_a?(Numeric) && other.real?

    raise TypeError, "#{other.class} can't be coerced into Complex"
  end

  def __plus(other)
    return Complex.__new(@real + other.real, @imaginary + other.imaginary) if other.is_a?(Complex)

    other.is_a?(Numeric) && other.real? ? Complex.__new(@real + other, @imaginary) : __coerced(:+, other)
  end

  def __minus(other)
    return Complex.__new(@real - other.real, @imaginary - other.imaginary) if other.is_a?(Complex)

    other.is_a?(Numeric) && other.real? ? Complex.__new(@real - other, @imaginary) : __coerced(:-, other)
  end

  def __times(other)
    if other.is_a?(Complex)
      a = other.real
      b = other.imaginary
      return Complex.__new(__product(@real, a) - __product(@imaginary, b),
                           __product(@real, b) + __product(@imaginary, a))
    end
    other.is_a?(Numeric) && other.real? ? Complex.__new(@real * other, @imaginary * other) : __coerced(:*, other)
  end

  def __by(other) = __divided(:quo, other)

  def fdiv(other) = __divided(:fdiv, other)

  def **(other)
    return Complex.__new(1, 0) if other.is_a?(Numeric) && other.real? && other == 0 && !other.is_a?(Float)

    other = other.numerator if other.is_a?(Rational) && other.denominator == 1
    other = other.real if other.is_a?(Complex) && other.imaginary.is_a?(Integer) && other.imaginary == 0
    return self if other.is_a?(Integer) && other == 1

    if other.is_a?(Integer)
      power = other.bit_length < 63 ? __whole_power(other) : __turned_power(other)
      return power if power
    end
    return __coerced(:**, other) unless other.is_a?(Numeric)

    if other.is_a?(Complex)
      log = Math.log(abs)
      turn = arg
      Complex.polar(Math.exp(other.real * log - other.imaginary * turn), turn * other.real + other.imaginary * log)
    elsif other.real?
      Complex.polar(abs**other, arg * other)
    else
      __coerced(:**, other)
    end
  end
  alias pow **

  def __equal(other)
    return real == other.real && imaginary == other.imaginary if other.is_a?(Complex)

    other.is_a?(Numeric) && other.real? ? real == other && imaginary == 0 : other == self
  end

  def eql?(other)
    other.is_a?(Complex) && real.instance_of?(other.real.class) && imaginary.instance_of?(other.imaginary.class) &&
      self == other
  end

  def hash = rect.hash

  # nil unless both are real.
  def <=>(other)
    return unless imaginary == 0
    return other.imaginary == 0 ? real <=> other.real : nil if other.is_a?(Complex)
    return real <=> other if other.is_a?(Numeric) && other.real?

    pair = other.respond_to?(:coerce) ? other.coerce(self) : nil
    pair && pair[0] <=> pair[1]
  end

  def denominator = real.denominator.lcm(imaginary.denominator)

  def numerator
    common = denominator
    Complex.__new(real.numerator * (common / real.denominator), imaginary.numerator * (common / imaginary.denominator))
  end

  def to_c = self
  def to_i = __alone("Integer").to_i
  def to_f = __alone("Float").to_f
  def to_r = __alone("Rational", imaginary == 0).to_r
  def rationalize(slack = nil) = __alone("Rational").rationalize(slack)
  def to_s = __text(:to_s)
  def inspect = "(#{__text(:inspect)})"

  private

  def marshal_dump = [real, imaginary]

  # Of an infinite part and zero, zero.
  def __product(one, two)
    if one == 0
      two = two.negative? ? -1.0 : 1.0 if two.is_a?(Float) && two.infinite?
    elsif two == 0 && one.is_a?(Float) && one.infinite?
      one = one.negative? ? -1.0 : 1.0
    end
    one * two
  end

  def __divided(by, other)
    unless other.is_a?(Complex)
      return __coerced(by == :quo ? :/ : by, other) unless other.is_a?(Numeric) && other.real?

      return Complex.__new(__quotient(by, real, other), __quotient(by, imaginary, other))
    end
    a = other.real
    b = other.imaginary
    if a.abs > b.abs
      r = __quotient(by, b, a)
      n = a * (r * r + 1)
      Complex.__new(__quotient(by, real + imaginary * r, n), __quotient(by, imaginary - real * r, n))
    else
      r = __quotient(by, a, b)
      n = b * (r * r + 1)
      Complex.__new(__quotient(by, real * r + imaginary, n), __quotient(by, imaginary * r - real, n))
    end
  end

  def __quotient(by, one, two)
    quotient = one.__send__(by, two)
    quotient.is_a?(Rational) && quotient.denominator == 1 ? quotient.numerator : quotient
  end

  def __whole_power(count)
    turned = __turned_power(count)
    return turned if turned
    return (Complex.__new(1, 0) / self).__send__(:__whole_power, -count) if count < 0

    result = Complex.__new(1, 0)
    square = self
    while count > 0
      result *= square if count.odd?
      count >>= 1
      if count > 0
        square = Complex.__new(square.real * square.real - square.imaginary * square.imaginary,
                               square.real * 2 * square.imaginary)
      end
    end
    result
  end

  # Exactly, where the angle is a multiple of an eighth of a turn; else nil.
  def __turned_power(count)
    if imaginary == 0 then value = real
                           turn = 0
    elsif real == 0 then value = imaginary
                         turn = 2
    elsif real == imaginary then value = real
                                 turn = 1
    elsif real == -imaginary then value = imaginary
                                  turn = 3
    else
      return
    end
    if value < 0
      value = -value
      turn += 4
    end
    length = turn.even? ? value**count : (2 * value * value)**(count / 2)
    length *= value if turn.odd? && count.odd?
    parts = DIRECTIONS__[turn * count % 8].map { |way| way == 0 ? length * 0 : length * way }
    Complex.__new(*parts)
  end

  def __alone(type, inexact = false)
    return real if inexact || (!imaginary.is_a?(Float) && imaginary == 0)

    raise RangeError, "can't convert #{self} into #{type}"
  end

  def __text(how)
    negative = imaginary.is_a?(Float) ? 1 / imaginary < 0 || imaginary < 0 : imaginary < 0
    digits = imaginary.abs.__send__(how)
    "#{real.__send__(how)}#{negative ? "-" : "+"}#{digits}#{"*" unless digits[-1].between?("0", "9")}i"
  end
end
