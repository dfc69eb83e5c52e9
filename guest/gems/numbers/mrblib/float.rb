# Float: what CRuby has more, and its exact fraction.
class Float
  alias __round round

  def round(digits = 0, half: nil)
    return __round(digits) if half.nil? || half == :up || !finite?

    rounded = to_r.round(digits, half: half)
    digits > 0 ? rounded.to_f : rounded
  end

  def frozen? = true
  def to_int = to_i
  def magnitude = abs

  def numerator = to_r.numerator
  def denominator = to_r.denominator
  def next_float = nan? || self == INFINITY ? self : Float.__ranked(__rank + 1)
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
