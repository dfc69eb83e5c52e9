# Enumerable: what a block says of each element. Several values that `each` yields are one Array for the block; a lambda
# of several parameters gets them as a block does.
module Enumerable
  def find(none = nil, &block)
    return to_enum(:find, *none) unless block

    loose = block.__loose
    each do |*values|
      value = values.__svalue
      return value if loose ? values.__give(block, loose) : block.call(value)

      nil
    end
    none&.call
  end
  alias detect find

  def find_all(&block) = block ? __kept(true, block) : to_enum(:find_all)
  alias select find_all
  alias filter find_all

  def reject(&block) = block ? __kept(false, block) : to_enum(:reject)

  def partition(&block)
    return to_enum(:partition) unless block

    yes = []
    no = []
    loose = block.__loose
    each do |*values|
      value = values.__svalue
      chosen = loose ? values.__give(block, loose) : block.call(value)
      chosen ? yes << value : no << value
      nil
    end
    [yes, no]
  end

  def group_by(&block)
    return to_enum(:group_by) unless block

    groups = {}
    loose = block.__loose
    each do |*values|
      value = values.__svalue
      key = loose ? values.__give(block, loose) : block.call(value)
      groups.key?(key) ? groups[key] << value : groups[key] = [value]
      nil
    end
    groups
  end

  def drop_while(&block)
    return to_enum(:drop_while) unless block

    left = []
    dropping = true
    loose = block.__loose
    each do |*values|
      value = values.__svalue
      dropping &&= loose ? values.__give(block, loose) : block.call(value)
      left << value unless dropping
      nil
    end
    left
  end

  def cycle(count = nil, &block)
    return to_enum(:cycle, *count) unless block

    rounds = count.nil? ? nil : __integer_of(count)
    return if rounds && rounds <= 0

    elements = []
    loose = block.__loose
    each do |*values|
      elements << values
      loose ? values.__give(block, loose) : block.call(values.__svalue)
    end
    return if elements.empty?

    until rounds && (rounds -= 1) <= 0
      elements.each { |values| loose ? values.__give(block, loose) : block.call(values.__svalue) }
    end
  end

  def each_entry(*arguments, &block)
    return to_enum(:each_entry, *arguments) unless block

    loose = block.__loose
    each(*arguments) { |*values| loose ? values.__give(block, loose) : yield(values.__svalue) }
    self
  end

  def sort_by(&block)
    return to_enum(:sort_by) unless block
    return __to_a.sort_by(&block) unless block.lambda?

    elements, keys = __with_keys(block)
    elements.__sort_by_keys(keys)
  end

  def grep(pattern, &block) = __grep(pattern, true, &block)
  def grep_v(pattern, &block) = __grep(pattern, false, &block)

  private

  # The elements that the block is or is not true for.
  def __kept(wanted, block)
    kept = []
    loose = block.__loose
    each do |*values|
      value = values.__svalue
      said = loose ? values.__give(block, loose) : block.call(value)
      kept << value if said ? wanted : !wanted
      nil
    end
    kept
  end

  # The elements, and what the block says of each.
  def __with_keys(block)
    elements = []
    keys = []
    loose = block.__loose
    each do |*values|
      value = values.__svalue
      keys << (loose ? values.__give(block, loose) : block.call(value))
      elements << value
      nil
    end
    [elements, keys]
  end

  # Without a block $~ stays what it was.
  def __grep(pattern, wanted, &block)
    found = []
    quiet = block.nil? && pattern.is_a?(Regexp)
    loose = block&.__loose
    each do |*values|
      value = values.__svalue
      matches = quiet ? __matches?(pattern, value) : pattern === value
      next unless (matches ? true : false) == wanted

      value = loose ? values.__give(block, loose) : yield(value) if block
      found << value
      nil
    end
    found
  end

  def __matches?(pattern, value)
    value = value.name if value.is_a?(Symbol)
    text = __try_string(value)
    text ? pattern.match?(text) : false
  end
end

class Array
  # Values that `each` yielded together, for a lambda and what `Proc#__loose` made of it.
  def __give(lambda, loose) = size < 2 ? lambda.call(*self) : loose.call(self)
end
