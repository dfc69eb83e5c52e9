# Array: Enumerable's methods without a block call and an array of arguments for each element, and what CRuby has more.
class Array
  def to_ary = self
  def self.try_convert(object) = __try_array(object)

  def each(&block)
    return to_enum(:each) unless block

    for item in self
      yield item
    end
    self
  end

  def map(&block)
    return to_enum(:map) unless block

    mapped = []
    for item in self
      mapped << yield(item)
    end
    mapped
  end
  alias collect map

  def select(&block)
    return to_enum(:select) unless block

    selected = []
    i = 0
    for item in self
      selected << self[i] if yield item # what the block may have put there
      i += 1
    end
    selected
  end
  alias filter select

  def reject(&block)
    return to_enum(:reject) unless block

    left = []
    for item in self
      left << item unless yield item
    end
    left
  end

  def delete_if(&block) = block ? __sift(false, &block) || self : to_enum(:delete_if)
  def keep_if(&block) = block ? __sift(true, &block) || self : to_enum(:keep_if)
  def reject!(&block) = block ? __sift(false, &block) : to_enum(:reject!)
  def select!(&block) = block ? __sift(true, &block) : to_enum(:select!)
  alias filter! select!

  def filter_map(&block)
    return to_enum(:filter_map) unless block

    found = []
    for item in self
      value = yield item
      found << value if value
    end
    found
  end

  def flat_map(&block)
    return to_enum(:flat_map) unless block

    map(&block).flatten(1)
  end
  alias collect_concat flat_map

  def partition(&block)
    return to_enum(:partition) unless block

    yes = []
    no = []
    for item in self
      (yield(item) ? yes : no) << item
    end
    [yes, no]
  end

  def group_by(&block)
    return to_enum(:group_by) unless block

    groups = {}
    for item in self
      (groups[yield(item)] ||= []) << item
    end
    groups
  end

  def tally(counts = nil) = counts ? super : __tally

  def each_with_index(&block)
    return to_enum(:each_with_index) unless block

    i = 0
    for item in self
      yield item, i
      i += 1
    end
    self
  end

  def each_with_object(memo, &block)
    return to_enum(:each_with_object, memo) unless block

    for item in self
      yield item, memo
    end
    memo
  end

  def member?(item) = include?(item)
  def entries = [*self]

  def take_while(&block) = block ? first(__leading(&block)) : super
  def drop_while(&block) = block ? drop(__leading(&block)) : super

  def inject(*arguments, &block)
    count = arguments.size
    raise ArgumentError, "wrong number of arguments (given #{count}, expected #{block ? 0 : 1}..2)" if count > 2
    return super if count == 0 && !block

    operator = arguments.pop if count == 2 || !block
    i = arguments.empty? ? 1 : 0
    memo = arguments.empty? ? self[0] : arguments[0]
    return __fold(memo, i, operator) if operator

    while i < size
      memo = yield(memo, self[i])
      i += 1
    end
    memo
  end
  alias reduce inject

  def __fold(memo, start, operator)
    i = start
    adds = operator == :+ && __added(memo, start)
    memo, i = adds if adds
    while i < size
      memo = adds ? memo + self[i] : memo.__send__(operator, self[i])
      i += 1
    end
    memo
  end

  def any?(*pattern, &block)
    Kernel.__complain("given block not used") if block && !pattern.empty?
    return super unless block && pattern.empty?

    for item in self
      return true if yield item
    end
    false
  end

  def all?(*pattern, &block)
    Kernel.__complain("given block not used") if block && !pattern.empty?
    return super unless block && pattern.empty?

    for item in self
      return false unless yield item
    end
    true
  end

  def none?(*pattern, &block)
    Kernel.__complain("given block not used") if block && !pattern.empty?
    block && pattern.empty? ? !any?(&block) : super
  end

  def count(*item, &block)
    return item.empty? ? size : super unless item.size == 1 || (block && item.empty?)

    count = 0
    unless item.empty?
      Kernel.__complain("given block not used") if block
      wanted = item[0]
      for item in self
        count += 1 if item == wanted
      end
      return count
    end
    for item in self
      count += 1 if yield item
    end
    count
  end

  def find_index(*item, &block)
    raise ArgumentError, "wrong number of arguments (given #{item.size}, expected 0..1)" if item.size > 1
    return super unless block || !item.empty?

    Kernel.__complain("given block not used") if block && !item.empty?
    item.empty? ? index(&block) : index(item[0])
  end

  def sum(start = 0, &block)
    items = block ? map(&block) : self
    total = items.__sum(start)
    total.nil? ? items.__sum_any(start) : total
  end

  def sort_by(&block) = block ? __sort_by_keys(map(&block)) : to_enum(:sort_by)

  def zip(*others, &block)
    others = others.map { |other| __try_array(other) || __entries_of(other) }
    zipped = __zipped(others)
    return zipped unless block

    zipped.each(&block.__blocklike)
    nil
  end

  def reverse_each(&block)
    return to_enum(:reverse_each) unless block

    i = size - 1
    while i >= 0
      item = self[i]
      if item || i < size
        yield item
        i -= 1
      else
        i = size - 1 # the block made it shorter
      end
    end
    self
  end

  # What `unpack` does with a block.
  def __give_each(&block)
    each(&block)
    nil
  end

  # Not that of mruby, which takes what several arrays have for what each has.
  def intersection(*others) = others.inject([*self]) { |common, other| common & other }

  def cycle(count = nil, &block)
    return to_enum(:cycle, *count) { __cycled_size(count) } unless block

    rounds = __integer_of(count) unless count.nil?
    each(&block) while size > 0 && (rounds.nil? || (rounds -= 1) >= 0)
  end

  def bsearch_index(&block)
    return to_enum(:bsearch_index) unless block

    low = 0
    high = size
    found = nil
    while low < high
      middle = (low + high) / 2
      answer = yield self[middle]
      if true.equal?(answer)
        found = high = middle
      elsif !answer
        low = middle + 1
      else
        return middle if answer == 0
        unless Numeric === answer
          raise TypeError, "wrong argument type #{answer.class} (must be numeric, true, false or nil)"
        end

        answer < 0 ? high = middle : low = middle + 1
      end
    end
    found
  end

  def each_slice(count, &block)
    return super unless block && count.is_a?(Integer) && count > 0

    i = 0
    while i < size
      yield self[i, count]
      i += count
    end
    self
  end

  def each_cons(count, &block)
    return super unless block && count.is_a?(Integer) && count > 0

    i = 0
    while i + count <= size
      yield self[i, count]
      i += 1
    end
    self
  end

  private

  # What becomes of Array.new, index and rindex that have a block.
  def __fill_by(size)
    i = 0
    while i < size
      self[i] = yield i
      i += 1
    end
    self
  end

  def __index_by
    i = 0
    while i < size
      return i if yield self[i]

      i += 1
    end
  end

  def __rindex_by
    i = size
    while i > 0
      i -= 1
      return i if yield self[i]

      i = size if i > size
    end
  end

  # How many elements there are before the first for which the block is not true.
  def __leading
    i = 0
    i += 1 while i < size && yield(self[i])
    i
  end

  def __cycled_size(count)
    return 0 if size == 0

    count ? size * [__integer_of(count), 0].max : Float::INFINITY
  end

  # Keeps what the block is or is not true for, and after break or an error also what it has not seen; nil for all.
  def __sift(wanted)
    __check_frozen
    kept = []
    i = 0
    count = size
    while i < size
      item = self[i]
      kept << item if (yield(item) ? true : false) == wanted
      i += 1
    end
    kept.size == count ? nil : self
  ensure
    replace(i < size ? kept.concat(self[i..]) : kept) if i && kept.size < i
  end

  # As many as are needed of an endless one.
  def __entries_of(other)
    raise TypeError, "wrong argument type #{other.class} (must respond to :each)" unless other.respond_to?(:each)
    return other.first(size) if other.is_a?(Enumerable)

    other.to_enum(:each).first(size)
  end

  def __extreme(sign, &block)
    return super unless block

    found = self[0]
    i = 0
    for item in self
      if i > 0
        order = yield item, found
        raise ArgumentError, "comparison of #{item.class} with #{found.inspect} failed" if order.nil?

        found = item if sign > 0 ? order > 0 : order < 0
      end
      i += 1
    end
    found
  end

  def __extreme_by(sign, &block)
    index = map(&block).__extreme_index(sign)
    index && self[index]
  end
end
