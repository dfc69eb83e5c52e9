# What CRuby's numbers have and mruby's have not.
class Integer
  def remainder(other)
    left = self % other
    left != 0 && (self < 0) != (other < 0) ? left - other : left
  end

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

  alias __fdiv fdiv

  # Exactly rounded, also where a float does not hold both.
  def fdiv(other)
    return __fdiv(other) unless other.is_a?(Integer) && other != 0 && (bit_length > 53 || other.bit_length > 53)

    Rational(self, other).to_f
  end

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

class Range
  def frozen? = true

  def __member?(value)
    self.begin.is_a?(Numeric) || self.begin.is_a?(Time) ? self === value : any? { |member| member == value }
  end

  def cover?(value)
    return self === value unless value.is_a?(Range)
    return false unless self.begin.nil? || (value.begin && (self.begin <=> value.begin)&.<=(0))
    return true if self.end.nil?

    order = value.end && value.end <=> self.end
    return false if order.nil?

    order < 0 || (order == 0 && (!exclude_end? || value.exclude_end?))
  end

  alias __min min
  alias __max max
  def min(*count, &block) = count.empty? ? __min(&block) : super
  def max(*count, &block) = count.empty? ? __max(&block) : super

  def step(width = 1, &block)
    raise ArgumentError, "step can't be 0" if width == 0

    unless block
      return to_enum(:step, width) unless width < 0 && first.is_a?(Numeric)

      return Enumerator.new { |y| __numeric_steps(width) { |value| y << value } }
    end
    raise ArgumentError, "step can't be negative" if width < 0

    if first.is_a?(Numeric)
      __numeric_steps(width, &block)
    else
      each_with_index { |value, i| block.call(value) if i % width == 0 }
    end
    self
  end
  alias % step

  private

  def __numeric_steps(width, &block)
    first = self.begin
    limit = self.end
    if first.is_a?(Float) || limit.is_a?(Float) || width.is_a?(Float)
      return first.__float_steps(limit, width, exclude_end?, &block)
    end

    value = first
    while limit.nil? || (width > 0 ? value < limit : value > limit) || (value == limit && !exclude_end?)
      yield value
      value += width
    end
  end
end

class Numeric
  def step(limit = nil, width = nil, by: nil, to: nil, &block)
    raise ArgumentError, "to is given twice" if limit && to
    raise ArgumentError, "step is given twice" if width && by

    limit = to if to
    width = by || width || 1
    raise ArgumentError, "step can't be 0" if width == 0
    return to_enum(:step, limit, width) unless block

    if is_a?(Float) || limit.is_a?(Float) || width.is_a?(Float)
      __float_steps(limit, width, false, &block)
    else
      value = self
      while limit.nil? || (width > 0 ? value <= limit : value >= limit)
        yield value
        value += width
      end
    end
    self
  end

  # Yields self + i * width, each rounded once. The limit counts as reached within the error of its division.
  def __float_steps(limit, width, open)
    first = to_f
    width = width.to_f
    limit = limit.nil? ? Float::INFINITY * width : limit.to_f
    count = (limit - first) / width
    count = limit == first ? 0.0 : (limit - first) * width if width.infinite?
    return if count < 0 || count.nan? || (open && count == 0)
    return yield(first) if width.infinite?

    error = (first.abs + limit.abs + (limit - first).abs) / width.abs * Float::EPSILON
    error = 0.5 if error > 0.5
    if count.infinite?
      last = count
    elsif open
      last = count < 1 ? 0 : (count - error).floor
      after = (last + 1) * width + first
      last += 1 if width > 0 ? after < limit : after > limit
    else
      last = (count + error).floor
    end
    i = 0
    while i <= last
      value = i * width + first
      yield (width > 0 ? limit < value : limit > value) ? limit : value
      i += 1
    end
  end
end
