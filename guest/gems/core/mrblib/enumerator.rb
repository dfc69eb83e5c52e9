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
  def __size=(size)
    @size = size
  end

  # As many as the receiver has, but for methods that take or skip some.
  def size
    return @size.respond_to?(:call) ? @size.call : @size if @size || !@obj.respond_to?(:size)

    count = @obj.size
    first, second = @args
    case @meth
    when :times then count = [@obj, 0].max
    when :upto then count = [first.floor - @obj + 1, 0].max
    when :downto then count = [@obj - first.ceil + 1, 0].max
    when :step then return __steps(first, second)
    when :each_byte then count = @obj.bytesize
    when :each_slice then count = (count + first - 1) / first
    when :each_cons then count = [count - first + 1, 0].max
    when :combination
      count = first < 0 ? 0 : (0...first).inject(1) { |product, i| product * (count - i) / (i + 1) }
    when :permutation
      count = first < 0 ? 0 : (0...first).inject(1) { |product, i| product * [count - i, 0].max }
    when :find, :find_index, :index, :rindex, :take_while, :drop_while, :each_line, :bsearch, :gsub, :each_entry
      return nil
    end
    count
  end

  def __steps(limit, width)
    from = @obj
    if from.is_a?(Range)
      width = limit
      limit = from.exclude_end? ? from.end - 1 : from.end
      from = from.begin
    end
    limit ? [((limit - from) / width).floor + 1, 0].max : Float::INFINITY
  end
  private :__steps

  def with_object(object, &block)
    return to_enum(:with_object, object) unless block

    each { |*values| block.call(values.__svalue, object) }
    object
  end
  alias each_with_object with_object

  class Chain
    def with_index(offset = 0, &block) = to_enum(:each).with_index(offset, &block)
  end

  def hash = __id__.hash

  class Lazy
    def +(other) = chain(other)
    def chain(*others) = Lazy.new(Chain.new(self, *others))

    def filter_map(&block)
      Lazy.new(self) do |y, *values|
        result = block.call(*values)
        y << result if result
      end
    end

    def compact = reject(&:nil?)
    def eager = Enumerator.new { |y| each { |*values| y.yield(*values) } }
    def filter(&block) = select(&block)

    def flat_map(&block)
      Lazy.new(self) do |y, *values|
        result = block.call(*values)
        result.is_a?(Array) || result.is_a?(Lazy) ? result.each { |item| y << item } : y << result
      end
    end
    alias collect_concat flat_map

    def zip(*others)
      __run do |sources = others.map(&:each_entry)|
        ->(y, value, *) { y << [value, *sources.map { |other| __next_or_nil(other) }] }
      end
    end

    def with_index(offset = 0, &block)
      start = (offset || 0) - 1
      run = __run do |index = start|
        lambda do |y, value, *|
          index += 1
          next y << [value, index] unless block

          block.call(value, index)
          y << value
        end
      end
      run.__sized { size }
    end

    def each_with_index(&block) = with_index(0, &block)

    def take(count)
      return Lazy.new([]) if count == 0

      run = __run do |left = count|
        lambda do |y, value, *|
          y << value
          raise StopIteration if (left -= 1) == 0
        end
      end
      run.__sized { (all = size) && [all, count].min }
    end

    def drop(count) = __run { |left = count| ->(y, value, *) { (left -= 1) < 0 && y << value } }
    def drop_while(&block) = __run { |on = true| ->(y, value, values) { (on &&= block.call(*values)) || y << value } }

    def uniq(&block)
      __run do |seen = {}|
        lambda do |y, value, values|
          key = block ? block.call(*values) : value
          seen.key?(key) || (seen[key] = true) && y << value
        end
      end
    end

    def grep(pattern, &block)
      __run { ->(y, value, *) { pattern === value && y << (block ? block.call(value) : value) } }
    end

    alias __map map
    def map(&block) = __map(&block).__sized { size }
    alias collect map

    def __sized(&size)
      @size = size
      self
    end

    %i[each_slice each_cons chunk chunk_while slice_when slice_before slice_after].each do |name|
      define_method(name) do |*args, &block|
        source = self
        eager_result = Enumerator.new { |y| source.each { |*values| y.yield(*values) } }
        __lazily { eager_result.__send__(name, *args, &block) }
      end
    end

    def first(count = nil)
      if count.nil?
        each { |*values| return values.__svalue } # rubocop:disable Lint/UnreachableLoop
        return nil
      end
      raise ArgumentError, "attempt to take negative size" if count < 0

      found = []
      return found if count == 0

      each do |*values|
        found << values.__svalue
        return found if found.size >= count
      end
      found
    end

    def include?(wanted)
      each { |*values| return true if values.__svalue == wanted }
      false
    end

    def lazy = self

    private

    # A lazy enumerator of what a step, made anew for each run, gives for each value.
    def __run(&make)
      source = self
      steps = Enumerator.new do |y|
        step = make.call
        source.each { |*values| step.call(y, values.__svalue, values) }
      end
      Lazy.new(steps)
    end

    def __lazily(&make) = Lazy.new(make.call)

    def __next_or_nil(enumerator)
      enumerator.next
    rescue StopIteration
      nil
    end
  end
end
