# Enumerable: extremes, slices, sums as CRuby makes them (of floats, with the error of each addition kept
# by Kahan and Babuska), lazy.
module Enumerable
  def compact = reject(&:nil?)

  def entries(*arguments)
    all = []
    each(*arguments) do |*values|
      all << values.__svalue
      nil
    end
    all
  end
  alias to_a entries
  # A class may mean something else by to_a.
  alias __to_a entries

  def sort(&block) = __to_a.sort(&block)

  def reverse_each(*arguments, &block)
    return to_enum(:reverse_each, *arguments) { size if respond_to?(:size) } unless block

    __to_a(*arguments).reverse_each(&block)
    self
  end

  def each_with_index(*arguments, &block)
    return to_enum(:each_with_index, *arguments) unless block

    i = -1
    each(*arguments) { |*values| yield values.__svalue, i += 1 }
    self
  end

  def flat_map(&block)
    return to_enum(:flat_map) unless block

    all = []
    each do |*values|
      result = block.call(*values)
      items = __try_array(result)
      items ? all.concat(items) : all << result
    end
    all
  end
  alias collect_concat flat_map

  def count(*item, &block)
    raise ArgumentError, "wrong number of arguments (given #{item.size}, expected 0..1)" if item.size > 1

    Kernel.__complain("given block not used") if block && !item.empty?
    count = 0
    if !item.empty?
      each do |*values|
        count += 1 if values.__svalue == item[0]
        nil
      end
    elsif block
      each do |*values|
        count += 1 if block.call(*values)
        nil
      end
    else
      each do
        count += 1
        nil
      end
    end
    count
  end
  alias __count count

  def find_index(*item, &block)
    raise ArgumentError, "wrong number of arguments (given #{item.size}, expected 1)" if item.size > 1
    return to_enum(:find_index) unless block || !item.empty?

    Kernel.__complain("given block not used") if block && !item.empty?

    i = 0
    each do |*values|
      return i if item.empty? ? block.call(*values) : values.__svalue == item[0]

      i += 1
    end
    nil
  end

  def inject(*arguments, &block)
    count = arguments.size
    raise ArgumentError, "wrong number of arguments (given #{count}, expected #{block ? 0 : 1}..2)" if count > 2
    raise ArgumentError, "wrong number of arguments (given 0, expected 1..2)" if count == 0 && !block

    operator = arguments.pop if count == 2 || !block
    none = arguments.empty?
    memo = arguments[0]
    each do |*values|
      value = values.__svalue
      if none
        none = false
        memo = value
      else
        memo = operator ? memo.__send__(operator, value) : block.call(memo, value)
      end
    end
    memo
  end
  alias reduce inject

  def tally(counts = nil)
    if counts
      counts = __hash_of(counts)
      counts.__send__(:__check_frozen)
    else
      counts = {}
    end
    each do |*values|
      value = values.__svalue
      count = counts.fetch(value, 0)
      raise TypeError, "wrong argument type #{count.class} (expected Integer)" unless count.is_a?(Integer)

      counts[value] = count + 1
    end
    counts
  end

  def zip(*others, &block)
    zipped = []
    index = -1
    block &&= block.__blocklike unless others.empty?
    sources = others.map { |other| __try_array(other) || __enum_of(other) }
    each do |*values|
      index += 1
      row = sources.map { |other| other.is_a?(Array) ? other[index] : __next_or_nil(other) }
      row.unshift(values.__svalue)
      block ? block.call(row) : zipped << row
      nil
    end
    block ? nil : zipped
  end

  def to_h(*arguments, &block)
    hash = {}
    each(*arguments) do |*values|
      item = block ? block.call(*values) : values.__svalue
      hash.__put(item) || hash.__put_pair(item)
    end
    hash
  end

  # The greatest element by <=>, or the `count` greatest.
  def max(count = nil, &block)
    return sort(&block).reverse.first(count) if count

    __extreme(1, &block)
  end
  alias __max max

  # The least element by <=>, or the `count` least.
  def min(count = nil, &block)
    return sort(&block).first(count) if count

    __extreme(-1, &block)
  end
  alias __min min

  def max_by(count = nil, &block)
    return to_enum(:max_by, *count) unless block
    return sort_by(&block).reverse.first(count) if count

    __extreme_by(1, &block)
  end

  def min_by(count = nil, &block)
    return to_enum(:min_by, *count) unless block
    return sort_by(&block).first(count) if count

    __extreme_by(-1, &block)
  end

  def minmax(&block) = [min(&block), max(&block)]
  alias __minmax minmax

  def minmax_by(&block)
    return to_enum(:minmax_by) unless block

    [min_by(&block), max_by(&block)]
  end

  alias __chunk_while chunk_while
  def chunk_while(&block)
    raise ArgumentError, "tried to create Proc object without a block" unless block

    __chunk_while(&block)
  end

  def slice_when(&block)
    raise ArgumentError, "tried to create Proc object without a block" unless block

    chunk_while { |a, b| !block.call(a, b) }
  end

  def slice_before(pattern = (none = true) && nil, &block)
    raise ArgumentError, "wrong number of arguments (given 0, expected 1)" if none && !block
    raise ArgumentError, "both pattern and block are given" unless none || !block

    starts = block || ->(item) { pattern === item }
    Enumerator.new do |y|
      slice = nil
      each_entry do |item|
        start = starts.call(item)
        if slice && start
          y << slice
          slice = [item]
        else
          (slice ||= []) << item
        end
      end
      y << slice if slice
    end
  end

  def slice_after(pattern = (none = true) && nil, &block)
    raise ArgumentError, "wrong number of arguments (given 0, expected 1)" if none && !block
    raise ArgumentError, "both pattern and block are given" unless none || !block

    ends = block || ->(item) { pattern === item }
    Enumerator.new do |y|
      slice = nil
      each_entry do |item|
        (slice ||= []) << item
        next unless ends.call(item)

        y << slice
        slice = nil
      end
      y << slice if slice
    end
  end

  def sum(init = 0, &block)
    total = init
    error = nil
    each do |*values|
      value = values.__svalue
      value = block.call(value) if block
      if Float === value ? __real?(total) : error && __real?(value)
        total, error = __sum_floats(total.to_f, error || 0.0, value.to_f)
      else
        total += value
        error = nil
      end
    end
    error && total.finite? ? total + error : total
  end
  alias __sum_any sum

  # Whether a float can be added as floats are.
  def __real?(value) = Float === value || Integer === value || Rational === value
  private :__real?

  def lazy
    source = self
    size = -> { source.respond_to?(:size) ? source.size : nil }
    single = instance_of?(Array) || instance_of?(Range)
    Enumerator::Lazy.__stage(self, nil, [], size, single) do |y|
      single ? source.each { |value| y << value } : source.each { |*values| y.yield(*values) }
    end
  end

  private

  def __extreme(sign, &block)
    found = nil
    none = true
    each do |*values|
      value = values.__svalue
      if none
        found = value
        none = false
      else
        order = block ? block.call(value, found) : value <=> found
        raise ArgumentError, "comparison of #{value.class} with #{found.inspect} failed" if order.nil?

        found = value if sign > 0 ? order > 0 : order < 0
      end
    end
    found
  end

  def __extreme_by(sign, &block)
    found = key = nil
    none = true
    loose = block.__loose
    each do |*values|
      value = values.__svalue
      its_key = loose ? values.__give(block, loose) : block.call(value)
      if none
        found = value
        key = its_key
        none = false
        next
      end
      order = its_key <=> key
      raise ArgumentError, "comparison of #{its_key.class} with #{key.inspect} failed" if order.nil?
      next unless order * sign > 0

      found = value
      key = its_key
      nil
    end
    found
  end

  def __sum_floats(total, error, value)
    sum = total + value
    return [sum, error] unless sum.finite?

    error += total.abs >= value.abs ? (total - sum) + value : (value - sum) + total
    [sum, error]
  end

  def __enum_of(other)
    raise TypeError, "wrong argument type #{other.class} (must respond to :each)" unless other.respond_to?(:each)

    other.to_enum(:each)
  end

  def __next_or_nil(enumerator)
    enumerator.next
  rescue StopIteration
    nil
  end
end
