# Integer: what CRuby has more.
class Integer
  remove_method :remainder

  class << self
    alias __sqrt sqrt

    # The floor of the square root, exactly.
    def sqrt(number)
      return __sqrt(number) if !number.is_a?(Integer) || number.bit_length < 63
      raise Math::DomainError, 'Numerical argument is out of domain - "isqrt"' if number < 0

      root = 1 << ((number.bit_length + 1) / 2)
      loop do
        better = (root + number / root) >> 1
        return root if better >= root

        root = better
      end
    end
  end

  # The bytes of the absolute value, at least those of a machine word.
  def size = [(abs.bit_length + 7) / 8, 8].max
  def frozen? = true
  def pred = self - 1
  def lcm(other) = zero? || other == 0 ? 0 : (self / gcd(other) * other).abs
  def ord = self
  def magnitude = abs
  def numerator = self
  def denominator = 1

  # A bit, `length` of them from there on, or those of a Range.
  def [](at, length = nil)
    if at.is_a?(Range)
      from = at.begin || 0
      return self >> from unless at.end

      length = at.end - from + (at.exclude_end? ? 0 : 1)
      at = from
    end
    return (self >> at) & ((1 << length) - 1) if length

    at < 0 ? 0 : (self >> at) & 1
  end

  alias __round round

  # `half:` says where halves go: :up (away from zero), :even or :down.
  def round(digits = 0, half: nil)
    half = __half(half)
    return self if digits >= 0
    return __round(digits) if half == :up

    Rational(self, 1).round(digits, half: half)
  end

  def gcdlcm(other) = [gcd(other), lcm(other)]

  def to_r = Rational.__new(self, 1)
  def rationalize(_slack = nil) = to_r
  def quo(other) = to_r / other

  # Exactly rounded, also where a float does not hold both.
  def fdiv(other)
    exact = (other.is_a?(Integer) || other.is_a?(Rational)) && other != 0
    exact ? (to_r / other).to_f : to_f / other
  end
end
