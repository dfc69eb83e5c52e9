# Array: what changes it, what it is cut, arranged and converted into.
class Array
  def collect!(&block)
    return to_enum(:collect!) unless block

    __check_frozen
    i = 0
    while i < size
      self[i] = yield self[i]
      i += 1
    end
    self
  end
  alias map! collect!

  def sort_by!(&block)
    return to_enum(:sort_by!) unless block

    __check_frozen
    replace(sort_by(&block))
  end

  def uniq!(&block)
    __check_frozen
    return __uniq! unless block

    kept = uniq(&block)
    kept.size == size ? nil : replace(kept)
  end

  def uniq(&block)
    return __uniq unless block
    return [*self] if size < 2

    loose = block.__loose
    seen = {}
    kept = []
    for item in self
      key = loose ? loose.call(item) : yield(item)
      unless seen.key?(key)
        seen[key] = true
        kept << item
      end
    end
    kept
  end

  def fill(*arguments, &block)
    return __fill_exec(0, size, arguments[0]) if arguments.size == 1 && block.nil? && !empty?

    __check_frozen
    given = arguments.size
    low = block ? 0 : 1
    unless (low..low + 2) === given
      raise ArgumentError, "wrong number of arguments (given #{given}, expected #{low}..#{low + 2})"
    end

    filler = block ? nil : arguments.shift

    from, count = __filled(*arguments)
    return self if count <= 0
    return __fill_exec(from, count, filler) unless block

    from.upto(from + count - 1) { |i| self[i] = yield i }
    self
  end

  def to_h(&block)
    hash = {}
    i = 0
    block &&= block.__blocklike
    for item in self
      item = block.call(item) if block
      hash.__put(item) || hash.__put_pair(item, i)
      i += 1
    end
    hash
  end

  def transpose
    columns = __columns
    return columns if columns

    width = nil
    rows = map do |row|
      row = __array_of(row)
      width ||= row.size
      raise IndexError, "element size differs (#{row.size} should be #{width})" if row.size != width

      row
    end
    rows[0].__zipped(rows.drop(1))
  end

  alias __product product
  def product(*others, &block)
    others = others.map { |other| __array_of(other) }
    return __product(*others) unless block

    sources = [[*self], *others.map(&:dup)]
    return self if sources.any?(&:empty?)

    places = [0] * sources.size
    i = 0
    until i < 0
      yield sources.zip(places).map { |source, place| source[place] }
      i = places.size - 1
      while i >= 0 && (places[i] += 1) == sources[i].size
        places[i] = 0
        i -= 1
      end
    end
    self
  end

  # These go on with what the array was, whatever the block does to it.
  def combination(count, &block)
    count = __integer_of(count)
    return to_enum(:combination, count) unless block

    items = [*self]
    last = items.size - count
    return self if count < 0 || last < 0

    at = Array.new(count) { |i| i }
    i = 0
    until i < 0
      yield items.values_at(*at)
      i = count - 1
      i -= 1 while i >= 0 && at[i] == last + i
      next if i < 0

      at[i] += 1
      at[i] = at[i - 1] + 1 while (i += 1) < count
    end
    self
  end

  def permutation(count = (all = true) && size, &block)
    unless block
      return to_enum(:permutation, count) unless all

      return to_enum(:permutation) { (1..size).inject(1) { |product, i| product * i } }
    end
    items = [*self]
    total = items.size
    count = __integer_of(count)
    return self if count < 0 || count > total

    at = Array.new(total) { |i| i }
    left = Array.new(count) { |i| total - i }
    yield items.values_at(*at[0, count])
    i = count - 1
    while i >= 0
      if (left[i] -= 1) == 0
        at.push(at.delete_at(i))
        left[i] = total - i
        i -= 1
      else
        other = total - left[i]
        at[i], at[other] = at[other], at[i]
        yield items.values_at(*at[0, count])
        i = count - 1
      end
    end
    self
  end

  def repeated_combination(count, &block) = __repeated(:repeated_combination, count, &block)
  def repeated_permutation(count, &block) = __repeated(:repeated_permutation, count, &block)

  def fetch(index, default = (none = true) && nil, &block)
    at = __integer_of(index)
    Kernel.__complain("block supersedes default value argument") if block && !none
    return self[at] if at < size && at >= -size
    return yield index if block
    return default unless none

    raise IndexError, "index #{at} outside of array bounds: #{-size}...#{size}"
  end

  # What ary[sequence] is: every so manieth element.
  def __every(sequence)
    unless sequence.respond_to?(:exclude_end?)
      raise TypeError, "no implicit conversion of #{sequence.class} into Integer"
    end

    first = sequence.begin
    last = sequence.end
    width = sequence.step
    open = sequence.exclude_end? && !last.nil?
    if width < 0
      last = __integer_of(last) + 1 if open
      open = false
      first, last = last, first
    end
    first = first.nil? ? 0 : __integer_of(first)
    first += size if first < 0
    last = last.nil? ? -1 : __integer_of(last)
    last += size if last < 0
    last += 1 unless open
    far = width.abs > 1
    raise RangeError, "#{sequence.inspect} out of range" if far && (first < 0 || first > size || last - first > size)
    return nil if first < 0 || first > size

    part = self[first, [[last, size].min - first, 0].max]
    part.reverse! if width < 0
    Array.new((part.size + width.abs - 1) / width.abs) { |i| part[i * width.abs] }
  end

  private

  def __repeated(name, count, &block)
    count = __integer_of(count)
    return to_enum(name, count) unless block

    [*self].__repeated_combination(count, name == :repeated_permutation, &block)
    self
  end

  # Where to fill from, and how many.
  def __filled(from = nil, count = nil)
    if from.is_a?(Range)
      raise TypeError, "no implicit conversion of Range into Integer" if count

      first = from.begin.nil? ? 0 : __integer_of(from.begin)
      first += size if first < 0
      raise RangeError, "#{from.inspect} out of range" if first < 0

      last = from.end.nil? ? size : __integer_of(from.end)
      last += size if last < 0
      return [first, last - first + (from.end.nil? || from.exclude_end? ? 0 : 1)]
    end

    from = from.nil? ? 0 : __integer_of(from)
    from = [from + size, 0].max if from < 0
    return [from, size - from] if count.nil?

    count = __integer_of(count)
    raise ArgumentError, "argument too big" if count > 0 && from + count >= 2**32

    [from, count]
  end
end
