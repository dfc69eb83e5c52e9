# Numeric: what real numbers have in common with complex ones, coerce, step.
class Numeric
  # What division towards zero leaves.
  def remainder(other)
    left = self % other
    return left if left == 0 || (self < 0) == (other < 0)

    other.is_a?(Float) && other.infinite? ? self : left - other
  end

  def real? = true
  def real = self
  def imaginary = 0
  alias imag imaginary
  def abs2 = self * self
  def conjugate = self
  alias conj conjugate
  def rectangular = [self, 0]
  alias rect rectangular
  def polar = [abs, arg]

  def arg
    return self if is_a?(Float) && nan?

    self < 0 ? Math::PI : 0
  end
  alias angle arg
  alias phase arg

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
      past = width > 0 ? limit < value : limit > value
      yield past ? limit : value
      i += 1
    end
  end

  def coerce(other) = other.class == self.class ? [other, self] : [Float(other), Float(self)]

  # self.operator(other) for a number or an object that coerces self.
  def __coerced(operator, other)
    unless other.respond_to?(:coerce)
      raise TypeError, "#{other.nil? ? "nil" : other.class} can't be coerced into #{self.class}"
    end

    one, two = other.is_a?(Float) ? [to_f, other] : other.coerce(self)
    one.__send__(operator, two)
  end

  def to_c = Complex.__new(self, 0)
  def i = Complex.__new(0, self)

  private

  # `half:` as a symbol: :up (away from zero), :even or :down.
  def __half(half)
    case half
    when nil, :up, "up" then :up
    when :even, "even" then :even
    when :down, "down" then :down
    else raise ArgumentError, "invalid rounding mode: #{half}"
    end
  end
end
