# Fractions in lowest terms.
class Rational < Numeric
  attr_reader :numerator, :denominator

  class << self
    alias __new new
    undef new

    def __reduced(numerator, denominator)
      raise ZeroDivisionError, "divided by 0" if denominator == 0

      divisor = numerator.gcd(denominator)
      divisor = -divisor if denominator < 0
      __new(numerator / divisor, denominator / divisor)
    end

    # The fraction with the least denominator in low..high, both positive.
    def __simplest(low, high)
      whole = low.floor
      return __new(whole, 1) if whole == low
      return __new(whole + 1, 1) if whole < high.floor

      whole + 1 / __simplest(1 / (high - whole), 1 / (low - whole))
    end
  end

  def initialize(numerator, denominator)
    @numerator = numerator
    @denominator = denominator
  end

  def frozen? = true

  def coerce(other)
    case other
    when Integer then [Rational.__new(other, 1), self]
    when Float then [other, to_f]
    when Rational then [other, self]
    else raise TypeError, "#{other.class} can't be coerced into Rational"
    end
  end

  def +(other)
    case other
    when Integer then Rational.__new(@numerator + other * @denominator, @denominator)
    when Rational
      Rational.__reduced(@numerator * other.denominator + other.numerator * @denominator, @denominator * other.denominator)
    else __coerced(:+, other)
    end
  end

  def -(other)
    other.is_a?(Rational) || other.is_a?(Integer) ? self + -other : __coerced(:-, other)
  end

  def *(other)
    return __coerced(:*, other) unless other.is_a?(Rational) || other.is_a?(Integer)

    Rational.__reduced(@numerator * other.numerator, @denominator * other.denominator)
  end

  def /(other)
    return __coerced(:/, other) unless other.is_a?(Rational) || other.is_a?(Integer)

    Rational.__reduced(@numerator * other.denominator, @denominator * other.numerator)
  end
  alias quo /

  def **(other)
    other = other.numerator if other.is_a?(Rational) && other.denominator == 1
    return to_f**other unless other.is_a?(Integer)
    return Rational.__new(numerator**other, denominator**other) if other >= 0

    Rational.__reduced(denominator**-other, numerator**-other)
  end
  alias pow **

  def -@ = Rational.__new(-numerator, denominator)
  def fdiv(other) = to_f / other

  def <=>(other)
    case other
    when Integer, Rational then numerator * other.denominator <=> other.numerator * denominator
    when Float then to_f <=> other
    else other.is_a?(Numeric) ? (order = other <=> self) && -order : nil
    end
  end

  def ==(other)
    case other
    when Integer, Rational then numerator == other.numerator && denominator == other.denominator
    when Float then to_f == other
    else other == self
    end
  end

  def eql?(other) = other.is_a?(Rational) && self == other
  def hash = [numerator, denominator].hash
  def zero? = numerator == 0
  def negative? = numerator < 0
  def positive? = numerator > 0
  def abs = negative? ? -self : self
  alias magnitude abs

  def floor(digits = 0) = __rounded(digits) { |n, d| n.div(d) }
  def ceil(digits = 0) = __rounded(digits) { |n, d| -(-n).div(d) }
  def truncate(digits = 0) = negative? ? ceil(digits) : floor(digits)
  def to_i = truncate

  # Halves go away from zero, or to the even neighbour with `half: :even`, or to zero with `half: :down`.
  def round(digits = 0, half: :up)
    __rounded(digits) do |n, d|
      whole, rest = n.abs.divmod(d)
      twice = rest * 2 <=> d
      up = twice > 0 || (twice == 0 && (half == :even ? whole.odd? : half != :down))
      (whole + (up ? 1 : 0)) * (n < 0 ? -1 : 1)
    end
  end

  def divmod(other)
    whole = (self / other).floor
    [whole, self - other * whole]
  end

  def %(other) = divmod(other)[1]
  alias modulo %
  def div(other) = (self / other).floor
  def remainder(other) = self - other * (self / other).truncate

  # The nearest float: of a quotient of 66 bits, the last one set if there is a rest.
  def to_f
    size = numerator.bit_length - denominator.bit_length
    return numerator.to_f / denominator if numerator.bit_length < 54 && denominator.bit_length < 54

    shift = 66 - size
    quotient, rest = shift > 0 ? (numerator.abs << shift).divmod(denominator) : numerator.abs.divmod(denominator << -shift)
    quotient |= 1 if rest != 0
    Math.ldexp(negative? ? -quotient.to_f : quotient.to_f, -shift)
  end

  def to_r = self

  def rationalize(slack = nil)
    return self unless slack
    return -(-self).rationalize(slack) if negative?

    low = self - slack.abs
    low > 0 ? Rational.__simplest(low, self + slack.abs) : Rational.__new(0, 1)
  end

  def to_s = "#{numerator}/#{denominator}"
  def inspect = "(#{self})"

  private

  def __rounded(digits)
    return yield(numerator, denominator) if digits == 0

    scale = 10**digits.abs
    return yield(numerator, denominator * scale) * scale if digits < 0

    Rational.__reduced(yield(numerator * scale, denominator), scale)
  end
end

class Numeric
  def coerce(other) = other.class == self.class ? [other, self] : [Float(other), Float(self)]

  # self.operator(other) for a number or an object that coerces self.
  def __coerced(operator, other)
    unless other.respond_to?(:coerce)
      raise TypeError, "#{other.nil? ? "nil" : other.class} can't be coerced into #{self.class}"
    end

    one, two = other.is_a?(Float) ? [to_f, other] : other.coerce(self)
    one.__send__(operator, two)
  end
end

class Integer
  def to_r = Rational.__new(self, 1)
  def rationalize(_slack = nil) = to_r
  def quo(other) = to_r / other

  def fdiv(other)
    exact = (other.is_a?(Integer) || other.is_a?(Rational)) && other != 0
    exact ? (to_r / other).to_f : to_f / other
  end
end

class Float
  def to_r
    raise FloatDomainError, to_s unless finite?

    fraction, exponent = Math.frexp(self)
    whole = Math.ldexp(fraction, 53).to_i
    exponent -= 53
    exponent > 0 ? Rational.__new(whole << exponent, 1) : Rational.__reduced(whole, 1 << -exponent)
  end

  def rationalize(slack = nil)
    return to_r.rationalize(slack) if slack
    fraction, exponent = Math.frexp(self)
    return to_r if self == 0 || exponent >= 53
    return -(-self).rationalize if self < 0

    whole = Math.ldexp(fraction, 53).to_i
    unit = Rational(2)**(exponent - 54)
    Rational.__simplest((2 * whole - 1) * unit, (2 * whole + 1) * unit)
  end
end

class NilClass
  def to_r = Rational.__new(0, 1)
  def rationalize(_slack = nil) = to_r
end
