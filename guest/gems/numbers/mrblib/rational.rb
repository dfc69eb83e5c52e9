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

    # The float of one / two in lowest terms, rounded where CRuby rounds: of numbers that fit into a machine word each,
    # and of longer ones what 128 bits of one and 64 of the other leave.
    def __quotient(one, two)
      if two.bit_length <= (one.bit_length <= 62 ? 53 : 62)
        float = one.to_f
        return float / two unless float.infinite?
      end
      less = one.bit_length - 128
      less = less > 64 ? less - 64 : [less, 0].min
      few = two.bit_length - 64
      one = less < 0 ? one << -less : one >> less
      two = few < 0 ? two << -few : two >> few
      quotient = (one.abs / two).to_f
      Math.ldexp(one < 0 ? -quotient : quotient, less - few)
    end

    # The fraction with the least denominator in low..high, both positive, as __simplest tells it of small parts.
    def __simplest_of(low, high)
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

  # Those that __ stands before go on where C does not: parts of more than a word, or what is no number.

  def __coerce(other)
    case other
    when Integer then [Rational.__new(other, 1), self]
    when Float then [other, to_f]
    when Rational then [other, self]
    when Complex
      return [other, Complex.__new(self, 0)] unless other.imaginary.is_a?(Integer) && other.imaginary == 0

      [Rational(other.real), self]
    else raise TypeError, "#{Numeric.__shown(other)} can't be coerced into Rational"
    end
  end

  def __plus(other)
    case other
    when Integer then Rational.__new(@numerator + other * @denominator, @denominator)
    when Rational
      Rational.__reduced(@numerator * other.denominator + other.numerator * @denominator,
                         @denominator * other.denominator)
    else __coerced(:+, other)
    end
  end

  def __minus(other)
    other.is_a?(Rational) || other.is_a?(Integer) ? self + -other : __coerced(:-, other)
  end

  def __times(other)
    return __coerced(:*, other) unless other.is_a?(Rational) || other.is_a?(Integer)

    Rational.__reduced(@numerator * other.numerator, @denominator * other.denominator)
  end

  def __by(other)
    return __coerced(:/, other) unless other.is_a?(Rational) || other.is_a?(Integer)

    Rational.__reduced(@numerator * other.denominator, @denominator * other.numerator)
  end

  def **(other)
    other = other.numerator if other.is_a?(Rational) && other.denominator == 1
    return Rational.__new(1, 1) if other.is_a?(Numeric) && other.real? && other == 0 && !other.is_a?(Float)
    return __coerced(:**, other) unless other.is_a?(Numeric)
    return Complex.__new(self, 0)**other if other.is_a?(Complex)

    unless other.is_a?(Integer)
      raise ZeroDivisionError, "divided by 0" if numerator == 0 && other < 0 && other.is_a?(Rational)

      return to_f**other
    end
    return Rational.__new(numerator**other, denominator**other) if other >= 0

    Rational.__reduced(denominator**-other, numerator**-other)
  end
  alias pow **

  def -@ = Rational.__new(-numerator, denominator)
  def fdiv(other) = other == 0 ? self / 0.0 : (self / other).to_f

  def marshal_dump = [numerator, denominator]
  private :marshal_dump

  def __order(other)
    case other
    when Integer, Rational then numerator * other.denominator <=> other.numerator * denominator
    when Float then to_f <=> other
    else
      pair = other.respond_to?(:coerce) ? other.coerce(self) : nil
      pair && pair[0] <=> pair[1]
    end
  end

  def __equal(other)
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

  def __floor(digits) = __rounded(digits) { |n, d| n.div(d) }
  def __ceil(digits) = __rounded(digits) { |n, d| -(-n).div(d) }
  def __truncate(digits) = negative? ? __ceil(digits) : __floor(digits)

  # Halves go away from zero, or to the even neighbour with `half: :even`, or to zero with `half: :down`.
  def __round(digits, half)
    half = __half(half)
    __rounded(digits) do |n, d|
      whole, rest = n.abs.divmod(d)
      twice = rest * 2 <=> d
      up = twice > 0 || (twice == 0 && (half == :even ? whole.odd? : half != :down))
      (whole + (up ? 1 : 0)) * (n < 0 ? -1 : 1)
    end
  end

  def divmod(other)
    whole = div(other)
    [whole, self - other * whole]
  end

  def %(other) = divmod(other)[1]
  alias modulo %
  def div(other) = __quotient(other).floor
  def remainder(other) = self - other * __quotient(other).truncate

  def __quotient(other)
    raise ZeroDivisionError, "divided by 0" if other == 0

    self / other
  end

  def __to_f = Rational.__quotient(numerator, denominator)

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

    raise TypeError, "not an integer" unless digits.is_a?(Integer)

    scale = 10**digits.abs
    return yield(numerator, denominator * scale) * scale if digits < 0

    Rational.__reduced(yield(numerator * scale, denominator), scale)
  end
end
