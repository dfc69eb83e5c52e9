# What CRuby's numbers have and mruby's have not.
class Integer
  def pred = self - 1
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
