# What CRuby's numbers have and mruby's have not.
class Integer
  class << self
    alias __sqrt sqrt

    # The floor of the square root, exactly.
    def sqrt(number)
      return __sqrt(number) if !number.is_a?(Integer) || number.bit_length < 63

      root = 1 << ((number.bit_length + 1) / 2)
      loop do
        better = (root + number / root) >> 1
        return root if better >= root

        root = better
      end
    end
  end

  def pred = self - 1
  def lcm(other) = zero? || other == 0 ? 0 : (self / gcd(other) * other).abs
  def ord = self
  def magnitude = abs
  def numerator = self
  def denominator = 1
  def [](bit) = bit < 0 ? 0 : (self >> bit) & 1

  alias __round round

  # `half:` says where halves go: :up (away from zero), :even or :down.
  def round(digits = 0, half: nil)
    return self if digits >= 0
    return __round(digits) if half.nil? || half == :up

    Rational(self, 1).round(digits, half: half)
  end
end

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
end

class Rational
  %i[+ - * /].each do |operator|
    exact = instance_method(operator)
    define_method(operator) do |other|
      case other
      when Float then to_f.__send__(operator, other)
      when Integer, Rational then exact.bind_call(self, other)
      else
        raise TypeError, "#{other.inspect} can't be coerced into Rational" unless other.respond_to?(:coerce)

        one, two = other.coerce(self)
        one.__send__(operator, two)
      end
    end
  end

  alias __power **

  def **(other)
    return __power(other) unless other.is_a?(Integer)

    other < 0 ? Rational(denominator**-other, numerator**-other) : Rational(numerator**other, denominator**other)
  end

  def floor(digits = 0) = __rounded(digits) { |n, d| n.div(d) }
  def ceil(digits = 0) = __rounded(digits) { |n, d| -(-n).div(d) }
  def truncate(digits = 0) = negative? ? ceil(digits) : floor(digits)

  # Halves go away from zero, or to the even neighbour with `half: :even`, or to zero with `half: :down`.
  def round(digits = 0, half: :up)
    __rounded(digits) do |n, d|
      whole, rest = n.abs.divmod(d)
      twice = rest * 2 <=> d
      up = twice > 0 || (twice == 0 && (half == :even ? whole.odd? : half != :down))
      (whole + (up ? 1 : 0)) * (n < 0 ? -1 : 1)
    end
  end

  def abs = negative? ? -self : self
  alias magnitude abs

  private

  def __rounded(digits)
    return yield(numerator, denominator) if digits == 0

    scale = 10**digits.abs
    return yield(numerator, denominator * scale) * scale if digits < 0

    Rational(yield(numerator * scale, denominator), scale)
  end
end

class Range
  def frozen? = true

  def step(width = 1, &block)
    return to_enum(:step, width) unless block
    raise ArgumentError, "step can't be 0" if width == 0

    if first.is_a?(Numeric)
      __numeric_steps(width, &block)
    else
      each_with_index { |value, i| block.call(value) if i % width == 0 }
    end
    self
  end
  alias % step

  private

  def __numeric_steps(width)
    i = 0
    loop do
      value = self.begin + i * width
      break if self.end && (exclude_end? ? value >= self.end : value > self.end)

      yield value
      i += 1
    end
  end
end
