# Enumerators whose source yields several values at once, and Enumerator::Lazy's methods
# that must not run through an endless source.
module Kernel
  # The block says how many values the enumerator has.
  def to_enum(name = :each, *args, **options, &size)
    enumerator = Enumerator.new(self, name, *args, **options)
    enumerator.__size = -> { instance_exec(*args, **options, &size) } if size
    enumerator
  end
  alias enum_for to_enum
end

class Enumerator
  alias __size size

  attr_writer :__size

  def size = @__size ? @__size.call : __size

  def with_object(object, &block)
    return to_enum(:with_object, object) unless block

    each { |*values| block.call(values.__svalue, object) }
    object
  end
  alias each_with_object with_object

  class Chain
    def with_index(offset = 0, &block) = to_enum(:each).with_index(offset, &block)
  end

  class Lazy
    def filter_map(&block)
      Lazy.new(self) do |y, value|
        result = block.call(value)
        y << result if result
      end
    end

    def compact = reject(&:nil?)
    def eager = Enumerator.new { |y| each { |value| y << value } }
    def filter(&block) = select(&block)

    def flat_map(&block)
      Lazy.new(self) do |y, value|
        result = block.call(value)
        result.is_a?(Array) || result.is_a?(Lazy) ? result.each { |item| y << item } : y << result
      end
    end
    alias collect_concat flat_map

    def zip(*others)
      others = others.map { |other| other.each_entry }
      Lazy.new(self) { |y, value| y << [value, *others.map { |other| __next_or_nil(other) }] }
    end

    def with_index(offset = 0, &block)
      index = (offset || 0) - 1
      Lazy.new(self) do |y, value|
        index += 1
        block ? (block.call(value, index); y << value) : y << [value, index]
      end
    end

    def each_with_index(&block) = with_index(0, &block)

    %i[each_slice each_cons chunk chunk_while slice_when slice_before slice_after].each do |name|
      define_method(name) do |*args, &block|
        source = self
        eager_result = Enumerator.new { |y| source.each { |value| y << value } }
        __lazily { eager_result.__send__(name, *args, &block) }
      end
    end

    def first(count = nil)
      if count.nil?
        each { |value| return value }
        return nil
      end
      raise ArgumentError, "attempt to take negative size" if count < 0

      found = []
      return found if count == 0

      each do |value|
        found << value
        return found if found.size >= count
      end
      found
    end

    def include?(wanted)
      each { |value| return true if value == wanted }
      false
    end

    def lazy = self

    private

    def __lazily(&make) = Lazy.new(make.call)

    def __next_or_nil(enumerator)
      enumerator.next
    rescue StopIteration
      nil
    end
  end
end
