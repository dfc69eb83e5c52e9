# Integer: what CRuby has more.
class Integer
  alias __digits digits

  # Of a long one they stand in its text, which costs less than a division for each.
  def digits(base = 10)
    return __digits(base) unless self > 0x3fff_ffff_ffff_ffff && base.is_a?(Integer) && base.between?(2, 36)

    to_s(base).bytes.reverse.map { |byte| byte < 58 ? byte - 48 : byte - 87 }
  end

  remove_method :remainder

  def ceildiv(other) = -div(0 - other)

  def times(&block)
    return to_enum(:times) unless block

    for i in 0...self
      yield i
    end
    self
  end

  alias __upto upto
  def upto(last, &block)
    return to_enum(:upto, last) { last } if block.nil? && last == Float::INFINITY
    return __upto(last, &block) unless block && last.is_a?(Integer)

    for i in self...(last + 1)
      yield i
    end
    self
  end

  class << self
    # The floor of the square root, exactly, of what is no small number from 0 on.
    def __root(number)
      number = __integer_of(number)
      raise Math::DomainError, 'Numerical argument is out of domain - "isqrt"' if number < 0
      return sqrt(number) if number.bit_length < 63

      root = 1 << ((number.bit_length + 1) / 2)
      loop do
        better = (root + number / root) >> 1
        return root if better >= root

        root = better
      end
    end

    # What to_int gives; nil for an object without it.
    def try_convert(object) = object.is_a?(Integer) ? object : Kernel.__converted(object, :to_int, Integer)
  end

  # The bytes of the absolute value, at least those of a machine word.
  def size = [(abs.bit_length + 7) / 8, 8].max
  def frozen? = true
  def pred = self - 1
  def zero? = self == 0
  def lcm(other) = zero? || other == 0 ? gcd(other) * 0 : (self / gcd(other) * other).abs
  def ord = self
  def magnitude = abs
  def numerator = self
  def denominator = 1

  # A bit, `length` of them from there on, or those of a Range.
  def __bits(at, length)
    return __bits_of(at) if at.is_a?(Range)
    return (self >> at) & ((1 << length) - 1) if length

    at = __integer_of(at) unless at.is_a?(Integer)
    at < 0 ? 0 : (self >> at) & 1
  end

  def __bits_of(range)
    to = range.end
    raise FloatDomainError, to.to_s if to.is_a?(Float) && to.infinite?

    from = range.begin
    return __bits_before(to + (range.exclude_end? ? 0 : 1)) unless from
    return self >> from if to.nil? || to < from

    self[from, to - from + (range.exclude_end? ? 0 : 1)]
  end

  def __bits_before(count)
    return 0 if count <= 0 || self & ((1 << count) - 1) == 0

    raise ArgumentError, "The beginless range for Integer#[] results in infinity"
  end

  def allbits?(mask) = self & (mask = __integer_of(mask)) == mask
  def anybits?(mask) = self & __integer_of(mask) != 0
  def nobits?(mask) = self & __integer_of(mask) == 0

  # `half:` says where halves go: :up (away from zero), :even or :down.
  def __round_half(digits, half)
    half = __half(half)
    return round(digits) if half == :up

    digits = __integer_of(digits)
    return self if digits >= 0

    Rational(self, 1).round(digits, half: half)
  end

  def -@ = 0 - self
  def gcdlcm(other) = [gcd(other), lcm(other)]

  def rationalize(_slack = nil) = to_r
  def quo(other) = to_r / other

  # Exactly rounded, also where a float does not hold both.
  def __fdiv(other)
    case other
    when Integer
      return to_f / other if other == 0

      common = gcd(other)
      common = -common if other < 0
      Rational.__quotient(self / common, other / common)
    when Rational then other == 0 ? to_f / 0.0 : (to_r / other).to_f
    when Float then to_f / other
    else Float(__coerced(:fdiv, other))
    end
  end

  def __coerce(other) = other.is_a?(Integer) ? [other, self] : [Float(other), to_f]
end
