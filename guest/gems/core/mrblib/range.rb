# Range: what it covers, its ends, step and % of whatever it is made of, bsearch, and sums and maps of integers.
class Range
  def frozen? = instance_of?(Range) || super

  alias __each each
  # What no loop comes to.
  ENDLESS__ = 0x3fff_ffff_ffff_ffff

  def each(&block)
    return __each(&block) unless block

    first = self.begin
    last = self.end
    if __integers?
      for value in first...__after
        yield value
      end
      return self
    end
    if first.is_a?(Integer) && first < ENDLESS__ && (last.nil? || last == Float::INFINITY)
      for value in first...ENDLESS__
        yield value
      end
      return Range.new(ENDLESS__, last).__each(&block)
    end
    if first.is_a?(Symbol)
      Range.new(first.name, last && last.name, exclude_end?).each { |name| yield name.to_sym }
      return self
    end
    return __each(&block) unless first.is_a?(String) && (last.nil? || last.is_a?(String))

    first.__each_upto(last, exclude_end?, &block)
    self
  end

  def reverse_each(&block)
    return to_enum(:reverse_each) unless block

    last = self.end
    raise TypeError, "can't iterate from #{last.class}" if last.nil?
    return super unless last.is_a?(Integer) && (self.begin.nil? || self.begin.is_a?(Integer))

    last -= 1 if exclude_end?
    while self.begin.nil? || last >= self.begin
      yield last
      last -= 1
    end
    self
  end

  # What becomes of first, last, count, cover?, min, max and sum where ranges.c does not answer: a subclass may have an
  # `each` of its own.
  def __first(*count)
    return __first_of_all(*count) if instance_of?(Range) || count.size != 1 || self.begin.nil?

    Enumerable.instance_method(:first).bind_call(self, *count)
  end

  # Of many Integers the last are reckoned.
  def __last(*count)
    return __last_of_all(*count) unless count.size == 1 && __integers? && size > 1000

    wanted = __integer_of(count[0])
    raise ArgumentError, "negative array size" if wanted < 0

    [__after - wanted, self.begin].max.step(__after - 1).to_a
  end

  def __counted(*item, &block)
    return __few? ? to_a.count(*item, &block) : __count(*item, &block) unless item.empty? && block.nil?
    return Float::INFINITY if self.begin.nil? || self.end.nil?

    __integers? ? size : __count
  end

  def __member?(value)
    if self.begin.is_a?(String) && self.end.is_a?(String)
      return self.begin.__upto_include?(self.end, exclude_end?, value)
    end

    self.begin.is_a?(Numeric) || self.begin.is_a?(Time) ? self === value : any? { |member| member == value }
  end

  def __cover?(value)
    first = value.begin
    last = value.end
    return false unless first.nil? || last.nil? || value.__some?
    return false unless self.begin.nil? || (first && (self.begin <=> first)&.<=(0))
    return !exclude_end? || !last.nil? || value.exclude_end? if self.end.nil?
    return false if last.nil?

    order = last <=> self.end
    return false if order.nil?
    return order < 0 if exclude_end? && !value.exclude_end?
    return true if order <= 0

    value.exclude_end? && !exclude_end? && (value.max <=> self.end)&.<=(0) ? true : false
  rescue TypeError
    false
  end

  def __least(*count, &block)
    first = self.begin
    raise RangeError, "cannot get the minimum of beginless range" if first.nil?

    if block
      raise RangeError, "cannot get the minimum of endless range with custom comparison method" if self.end.nil?

      return __min(*count, &block)
    end
    return first(*count) unless count.empty?

    self.end.nil? || __some? ? first : nil
  end

  def __greatest(*count, &block)
    first = self.begin
    last = self.end
    raise RangeError, "cannot get the maximum of endless range" if last.nil?

    if block || !count.empty? || (exclude_end? && !last.is_a?(Numeric))
      raise RangeError, "cannot get the maximum of beginless range with custom comparison method" if first.nil?

      return __max(*count, &block)
    end
    order = first.nil? ? -1 : first <=> last
    return nil if order.nil? || order > 0
    return last unless exclude_end?

    raise TypeError, "cannot exclude non Integer end value" unless last.is_a?(Integer)
    return nil if order == 0
    raise TypeError, "cannot exclude end value with non Integer begin value" unless first.is_a?(Integer)

    last - 1
  end

  def minmax(&block) = block ? super : [min, max]

  def step(width = (one = true) && 1, &block) = __step(:step, width, one, &block)
  def %(width, &block) = __step(:%, width, false, &block)

  # The first value for which the block is true, or 0. Floats are searched by their rank.
  def bsearch(&block)
    low = self.begin
    high = self.end
    unless (low || high) && (low.nil? || Integer === low || Float === low) &&
           (high.nil? || Integer === high || Float === high)
      raise TypeError, "can't do binary search for #{(low.nil? ? high : low).class}"
    end
    return to_enum(:bsearch) unless block
    return __bsearch(low, high, &block) unless Float === low || Float === high

    low = (low || -Float::INFINITY).to_f.__rank
    high = (high || Float::INFINITY).to_f.__rank
    __bsearch(low, high) { |rank| block.call(Float.__ranked(rank)) }&.then { |rank| Float.__ranked(rank) }
  end

  def map(&block)
    return super unless block && __integers?

    mapped = []
    for value in self.begin...__after
      mapped << yield(value)
    end
    mapped
  end
  alias collect map

  def select(&block) = block && __integers? ? __chosen(true, &block) : super
  alias filter select
  def reject(&block) = block && __integers? ? __chosen(false, &block) : super

  def __added(start = 0, &block)
    return __few? ? to_a.sum(start, &block) : __sum_any(start, &block) if block || !__integers?

    count = size
    count == 0 ? start : start + (self.begin * 2 + count - 1) * count / 2
  end

  # Whether anything is between two ends.
  def __some?
    order = self.begin <=> self.end
    some = order && (exclude_end? ? order < 0 : order <= 0)
    some ? true : false
  end

  private

  def __step(name, width, one, &block)
    first = self.begin
    last = self.end
    numbers = first.is_a?(Numeric)
    limited = last.nil? || last.is_a?(Numeric)
    if one && !numbers && !first.is_a?(String) && !first.is_a?(Symbol) && !(first.nil? && last.is_a?(Numeric))
      raise ArgumentError, "step is required for non-numeric ranges"
    end
    raise ArgumentError, "step can't be 0" if width == 0 && numbers

    unless block
      if (numbers && limited) || (first.nil? && last.is_a?(Numeric))
        width = __integer_of(width) unless width.is_a?(Numeric)
        call = [self, name, one ? [] : [width], {}]
        return Enumerator::ArithmeticSequence.__of(first, last, width, exclude_end?, call)
      end
      raise ArgumentError, "#step for non-numeric beginless ranges is meaningless" if first.nil?

      return to_enum(name, *(width unless one)) { nil }
    end
    raise ArgumentError, "#step iteration for beginless ranges is meaningless" if first.nil?

    if numbers && width.is_a?(Numeric) && limited
      __numeric_steps(width, &block)
    elsif (first.is_a?(String) || first.is_a?(Symbol)) && width.is_a?(Integer)
      left = 1
      each do |value|
        left -= 1
        next unless left == 0

        yield value
        left = width
      end
    else
      __added_steps(width, &block)
    end
    self
  end

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

  # Of what has + and <=>, in the direction that the first step takes.
  def __added_steps(width)
    value = self.begin
    last = self.end
    while last.nil?
      yield value
      value += width
    end
    return exclude_end? ? nil : yield(value) if (direction = value <=> last) == 0
    return unless direction && direction == (value <=> value + width)

    while (order = value <=> last) == direction || (order == 0 && !exclude_end?)
      yield value
      break if order == 0

      value += width
    end
  end

  # Whether the value that a block of bsearch answered for is before (-1), at (0) or after (1) what is searched for.
  def __found(answer)
    case answer
    when true then -1
    when false, nil then 1
    when Numeric then answer <=> 0
    else raise TypeError, "wrong argument type #{answer.class} (must be numeric, true, false or nil)"
    end
  end

  def __bsearch(low, high)
    found = nil
    span = 1
    open = exclude_end? && !high.nil?
    # Where an end is missing, steps that double find one.
    while high.nil?
      answer = yield low + span
      order = __found(answer)
      return low + span if answer == 0

      order < 0 ? high = low + span : low += span
      span *= 2
    end
    high -= 1 if open
    while low.nil?
      at = high - span
      answer = yield at
      order = __found(answer)
      return at if answer == 0

      order < 0 ? high = at : low = at
      span *= 2
    end
    while low <= high
      middle = (low + high) / 2
      answer = yield middle
      if true.equal?(answer)
        found = middle
        high = middle - 1
      elsif !answer
        low = middle + 1
      else
        return middle if answer == 0

        __found(answer) < 0 ? high = middle - 1 : low = middle + 1
      end
    end
    found
  end

  # The Integer after the last.
  def __after = exclude_end? ? self.end : self.end + 1

  def __chosen(wanted)
    chosen = []
    for value in self.begin...__after
      chosen << value if (yield(value) ? true : false) == wanted
    end
    chosen
  end

  def __integers? = self.begin.is_a?(Integer) && self.end.is_a?(Integer)
  def __few? = __integers? && self.end - self.begin < 4096
end
