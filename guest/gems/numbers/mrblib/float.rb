# Float: what CRuby has more, and its exact fraction.
class Float
  remove_method :remainder

  def __round_half(digits, half)
    return round(digits) if half.nil?

    half = __half(half)
    return to_i.round(digits, half: half) if digits < 0

    rounded = round(digits)
    return rounded if half == :up || rounded == 0 || rounded == self || nan?
    return to_r.round(digits, half: half).to_f if digits > 14

    whole = __round_product(abs, 10.0**digits, half)
    whole = -whole if self < 0
    digits > 0 ? whole / 10.0**digits : whole.to_i
  end

  # value * power as a whole number. A product that was rounded counts as a half where value is the half's quotient.
  def __round_product(value, power, half)
    return __round_even(value, power) if half == :even

    product = value * power
    whole = product.floor.to_f
    product - whole >= 0.5 && (whole + 0.5) / power < value ? whole + 1 : whole
  end

  # What is before the point and what is behind it are multiplied by themselves, as no product beyond 2**53 has a half.
  def __round_even(value, power)
    whole = value.floor * power
    product = (value % 1) * power
    below = product.floor.to_f
    part = product - below
    up = part > 0.5 || ((part == 0.5 || (whole + below + 0.5) / power <= value) && (whole + below) % 2 == 1) # rubocop:disable Style/EvenOdd
    whole + (up ? below + 1 : below)
  end

  def frozen? = true

  # Of zero, too: 0 - 0.0 is 0.0.
  def -@ = self * -1.0

  # The same bits, but any NaN for another.
  def equal?(other)
    return false unless other.is_a?(Float)
    return nan? && other.nan? if self != other

    self != 0 || 1 / self == 1 / other
  end

  def to_int = to_i
  def magnitude = abs

  def numerator = finite? ? to_r.numerator : self
  def denominator = finite? ? to_r.denominator : 1
  def quo(other) = self / other
  alias fdiv quo

  def arg
    return self if nan?

    self < 0 || (self == 0 && 1 / self < 0) ? Math::PI : 0
  end
  alias angle arg
  alias phase arg

  # The float above; from the negative one next to zero that is -0.0.
  def next_float
    return self if nan? || self == INFINITY

    above = Float.__ranked(__rank + 1)
    above == 0 && self < 0 ? -0.0 : above
  end

  def prev_float = -(-self).next_float

  # The number of floats from 0 to this one.
  def __rank
    bits = [self].pack("G").unpack1("q>")
    bits < 0 ? -(bits & 0x7fff_ffff_ffff_ffff) : bits
  end

  def self.__ranked(rank)
    float = [rank.abs].pack("q>").unpack1("G")
    rank < 0 ? -float : float
  end

  # Of a fraction whose parts are long, or of none.
  def __to_r
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
