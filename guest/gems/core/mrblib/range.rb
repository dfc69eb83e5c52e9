# Range: cover?, step and % of whatever it is made of, bsearch, and sums and maps of integers.
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

  # The first value for which the block is true, or 0. Floats are searched by their rank.
  def bsearch
    return to_enum(:bsearch) unless block_given?

    low = self.begin
    high = self.end
    if (floats = low.is_a?(Float) || high.is_a?(Float))
      low = (low || -Float::INFINITY).to_f.__rank
      high = (high || Float::INFINITY).to_f.__rank
    end
    high -= 1 if exclude_end?
    found = nil
    while low <= high
      middle = (low + high).div(2)
      value = floats ? Float.__ranked(middle) : middle
      answer = yield value
      return value if answer == 0

      if answer == true || (answer.is_a?(Numeric) && answer < 0)
        found = value if answer == true
        high = middle - 1
      else
        low = middle + 1
      end
    end
    found
  end

  def map(&block) = block && __few? ? to_a.map(&block) : super
  alias collect map
  def select(&block) = block && __few? ? to_a.select(&block) : super
  alias filter select
  def reject(&block) = block && __few? ? to_a.reject(&block) : super
  def inject(*arguments, &block) = __few? ? to_a.inject(*arguments, &block) : super
  alias reduce inject

  def sum(start = 0, &block)
    return __few? ? to_a.sum(start, &block) : super if block || !__integers?

    count = size
    count == 0 ? start : start + (self.begin * 2 + count - 1) * count / 2
  end

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

  def __integers? = self.begin.is_a?(Integer) && self.end.is_a?(Integer)
  def __few? = __integers? && self.end - self.begin < 4096
end
