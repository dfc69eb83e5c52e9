# Enumerator::Lazy: each method is a stage that takes the values of the one before, one after the other. Most stages
# yield one value at a time, `single`; what takes these needs no Array of them.
class Enumerator
  class Lazy < Enumerator
    def initialize(source = (none = true) && nil, size = nil, &block)
      raise ArgumentError, "wrong number of arguments (given 0, expected 1+)" if none

      __check_frozen
      raise ArgumentError, "tried to call lazy new without a block" unless block

      super(size) { |yielder| source.each { |*values| block.call(yielder, *values) } }
      @source = source
      itself
    end

    # Begins a stage: the block gives a yielder all of its values.
    def self.__stage(source, name, args, size, single = true, &generator)
      allocate.__stage(source, name, args, size, single, &generator)
    end

    def __stage(source, name, args, size, single, &generator)
      @source = source
      @single = single
      @stage = name
      @stage_args = args
      @size = size
      @obj = Generator.new(&generator)
      @meth = :each
      @args = []
      @kwd = {}
      self
    end

    def inspect
      given = "(#{@stage_args.map(&:inspect).join(", ")})" unless @stage_args.nil? || @stage_args.empty?
      "#<#{self.class}: #{@source.inspect}#{":#{@stage}" if @stage}#{given}>"
    end

    def size = @size.respond_to?(:call) ? @size.call : @size

    def to_enum(name = :each, *args, **options, &size)
      source = eager
      size &&= __size_of(size, args)
      Lazy.__stage(self, name, args, size, false) do |y|
        source.__send__(name, *args, **options) { |*values| y.yield(*values) }
      end
    end
    alias enum_for to_enum

    def eager
      Enumerator.allocate.__of(self, :each, [], {}, -> { size })
    end

    def first(count = (one = true) && nil)
      return super() if one

      count = __integer_of(count)
      raise ArgumentError, "attempt to take negative size" if count < 0

      found = []
      return found if count == 0

      __single_values do |value|
        found << value
        break if found.size == count
      end
      found
    end

    def lazy = self
    def force(*args) = to_a(*args)
    def chain(*others) = __whole(:chain) { Chain.new(self, *others) }
    def +(other) = chain(other)

    def map(&block)
      raise ArgumentError, "tried to call lazy map without a block" unless block

      __called(:map, block, __same_size) { |y| ->(result, _) { y << result } }
    end
    alias collect map

    def flat_map(&block)
      raise ArgumentError, "tried to call lazy flat_map without a block" unless block

      __called(:flat_map, block) do |y|
        lambda do |result, _|
          if result.is_a?(Lazy) || (!result.is_a?(Array) && result.respond_to?(:force) && result.respond_to?(:each))
            result.each { |item| y << item }
          elsif (items = __try_array(result))
            items.each { |item| y << item }
          else
            y << result
          end
        end
      end
    end
    alias collect_concat flat_map

    def select(&block)
      raise ArgumentError, "tried to call lazy select without a block" unless block

      __each(:select) do |y|
        ->(value) { y << value if block.call(value) }
      end
    end
    alias filter select
    alias find_all select

    def reject(&block)
      raise ArgumentError, "tried to call lazy reject without a block" unless block

      __each(:reject) do |y|
        ->(value) { y << value unless block.call(value) }
      end
    end

    def filter_map(&block)
      raise ArgumentError, "tried to call lazy filter_map without a block" unless block

      __called(:filter_map, block) { |y| ->(result, _) { y << result if result } }
    end

    def grep(pattern, &block) = __grep(:grep, pattern, true, &block)
    def grep_v(pattern, &block) = __grep(:grep_v, pattern, false, &block)

    def compact
      __each(:compact) { |y| ->(value) { y << value unless value.nil? } }
    end

    def uniq(&block)
      return __each(:uniq) { |y| __unseen(y) } unless block

      __called(:uniq, block) { |y| __unseen(y) }
    end

    def take(count)
      count = __integer_of(count)
      raise ArgumentError, "attempt to take negative size" if count < 0

      size = -> { (all = self.size) && all < count ? all : count }
      size = 0 if count == 0
      Lazy.__stage(self, :take, [count], size) do |y|
        left = count
        if left > 0
          __single_values do |value|
            left -= 1
            y << value
            break if left == 0
          end
        end
      end
    end

    def take_while(&block)
      raise ArgumentError, "tried to call lazy take_while without a block" unless block

      source = self
      Lazy.__stage(self, :take_while, [], nil) do |y|
        source.each do |*values|
          break unless block.call(*values)

          y << values.__svalue
        end
      end
    end

    def drop(count)
      count = __integer_of(count)
      raise ArgumentError, "attempt to drop negative size" if count < 0

      size = -> { (all = self.size) && (all > count ? all - count : 0) }
      __each(:drop, [count], size) do |y|
        left = count
        ->(value) { left > 0 ? left -= 1 : y << value }
      end
    end

    def drop_while(&block)
      raise ArgumentError, "tried to call lazy drop_while without a block" unless block

      source = self
      Lazy.__stage(self, :drop_while, [], nil) do |y|
        dropping = true
        source.each do |*values|
          dropping &&= block.call(*values)
          y << values.__svalue unless dropping
        end
      end
    end

    def zip(*others, &block)
      return eager.zip(*others, &block) if block

      others.each do |other|
        next if other.respond_to?(:each)

        raise TypeError, "wrong argument type #{other.class} (must respond to :each)"
      end
      __each(:zip, others, __same_size) do |y|
        index = -1
        sources = others.map { |other| other.is_a?(Array) ? other : other.to_enum(:each) }
        lambda do |value|
          index += 1
          row = sources.map { |other| other.is_a?(Array) ? other[index] : __next_or_nil(other) }
          y << [value, *row]
        end
      end
    end

    def with_index(offset = 0, &block)
      offset = offset.nil? ? 0 : __integer_of(offset)
      __each(:with_index, offset == 0 ? [] : [offset], __same_size) do |y|
        index = offset - 1
        lambda do |value|
          index += 1
          next y << [value, index] unless block

          block.call(value, index)
          y << value
        end
      end
    end

    def each_with_index(&block) = with_index(0, &block)

    %i[chunk chunk_while slice_when slice_before slice_after each_slice each_cons].each do |name|
      define_method(name) do |*args, &block|
        next to_enum(name, *args) if block.nil? && (name == :chunk || name == :each_slice || name == :each_cons)
        next eager.__send__(name, *args, &block) && self if name == :each_slice || name == :each_cons

        __whole(name, args) { eager.__send__(name, *args, &block) }
      end
    end

    private

    # A stage whose block makes, for each run, what is called with each value.
    def __each(name, args = [], size = nil, &make)
      Lazy.__stage(self, name, args, size) { |y| __single_values(&make.call(y)) }
    end

    # The same; what is called gets what a block gives of all the values that are yielded together, and these as one.
    def __called(name, block, size = nil, &make)
      source = self
      single = @single
      Lazy.__stage(self, name, [], size) do |y|
        step = make.call(y)
        if single
          source.each { |value| step.call(block.call(value), value) }
        else
          source.each { |*values| step.call(block.call(*values), values.__svalue) }
        end
      end
    end

    # Yields the values one by one; those that are yielded together as an Array.
    def __single_values(&step)
      return each(&step) if @single

      each { |*values| step.call(values.__svalue) }
    end

    # A stage of all that an eager enumerator yields.
    def __whole(name, args = [], &make)
      result = make.call
      Lazy.__stage(self, name, args, nil, false) { |y| result.each { |*values| y.yield(*values) } }
    end

    def __grep(name, pattern, wanted, &block)
      __each(name, [pattern]) do |y|
        lambda do |value|
          next if !(pattern === value) == wanted

          y << (block ? block.call(value) : value)
        end
      end
    end

    # What gives a yielder the value of each key that comes for the first time.
    def __unseen(yielder)
      seen = {}
      lambda do |key, value = key|
        next if seen.key?(key)

        seen[key] = true
        yielder << value
      end
    end

    def __same_size = -> { size }
    def __size_of(block, args) = -> { block.call(*args) }
  end
end
