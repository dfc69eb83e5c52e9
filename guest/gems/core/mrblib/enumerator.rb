# Enumerator: its size, blocks that yield several values at once, chains and products of enumerators.
module Kernel
  # The block says how many values the enumerator has. One that a script makes without it does not know.
  def to_enum(name = :each, *args, **options, &size)
    called = __called_name(name)
    size = size ? __size_of_enum(size, args, options) : (false unless called)
    Enumerator.allocate.__of(self, called || name, args, options, size)
  end
  alias enum_for to_enum

  private

  # Not in to_enum: a lambda there would keep its block for each enumerator without one.
  def __size_of_enum(size, args, options) = -> { instance_exec(*args, **options, &size) }
end

class Enumerator
  def initialize(size = nil, &block)
    raise ArgumentError, "no block given" unless block

    __check_frozen
    size = __integer_of(size) unless size.nil? || size.respond_to?(:call) || (size.is_a?(Float) && size.infinite?)
    __of(Generator.new(&block), :each, [], {}, size)
  end

  def __of(object, name, args, options, size)
    @obj = object
    @meth = name
    @args = args
    @kwd = options
    @size = size
    @stop_exc = false
    self
  end

  # As many as the receiver has, but for methods that take or skip some.
  def size
    return @size.respond_to?(:call) ? @size.call : @size || nil unless @size.nil? && @obj.respond_to?(:size)

    count = @obj.size
    return count unless count.is_a?(Integer)

    first, = @args
    case @meth
    when :times then count = [@obj, 0].max
    when :upto then count = [first.floor - @obj + 1, 0].max
    when :downto then count = [@obj - first.ceil + 1, 0].max
    when :each_byte then count = @obj.bytesize
    when :each_slice then count &&= (count + first - 1) / first
    when :each_cons then count &&= [count - first + 1, 0].max
    when :combination
      count = __chosen(count, first)
    when :permutation
      count = first < 0 ? 0 : (0...first).inject(1) { |product, i| product * [count - i, 0].max }
    when :repeated_permutation then count = first < 0 ? 0 : count**first
    when :repeated_combination
      count = first == 0 ? 1 : __chosen(count + first - 1, first)
    when :cycle
      return first.nil? ? count * Float::INFINITY : count * [__integer_of(first), 0].max if count != 0
    when :find, :detect, :find_index, :index, :rindex, :rfind, :take_while, :drop_while, :each_line, :bsearch,
         :bsearch_index, :gsub, :sum
      return nil
    end
    count
  end

  # Binomial coefficients.
  def __chosen(count, of)
    of < 0 || of > count ? 0 : (0...of).inject(1) { |product, i| product * (count - i) / (i + 1) }
  end
  private :__chosen

  def inspect
    return "#<#{self.class}: uninitialized>" unless defined?(@meth)
    return "#<#{self.class}: ...>" if __method_recursive?(:inspect)

    given = [*@args.map(&:inspect), *@kwd.map { |name, value| "#{name}: #{value.inspect}" }]
    "#<#{self.class}: #{@obj.inspect}:#{@meth}#{"(#{given.join(", ")})" unless given.empty?}>"
  end

  def with_object(object, &block)
    return to_enum(:with_object, object) unless block

    each { |*values| block.call(values.__svalue, object) }
    object
  end
  alias each_with_object with_object

  # Methods of Array, Range, String and Integer that give a block one value at a time.
  ALONE__ = %i[
    each each_slice each_cons each_char each_line each_byte each_index reverse_each times upto downto step
    map collect flat_map select filter reject filter_map partition group_by sort_by min_by max_by find detect find_index
    cycle combination permutation repeated_combination repeated_permutation each_entry
  ].freeze

  def map(&block)
    return to_enum(:map) { size } unless block

    mapped = []
    if __alone?
      each { |value| mapped << yield(value) }
    elsif block.arity == 2 && !block.lambda?
      each { |first, second| mapped << yield(first, second) }
    else
      return super
    end
    mapped
  end

  def collect(&block) = block ? map(&block) : super

  def to_a(*arguments)
    return super unless arguments.empty? && __alone?

    all = []
    each { |value| all.push(value) && nil }
    all
  end
  alias entries to_a
  alias __to_a to_a

  alias __with_index with_index
  def with_index(offset = (none = true) && 0, &block)
    return none ? to_enum(:with_index) : to_enum(:with_index, offset) unless block
    return __with_index(offset, &block) unless __alone?

    i = offset.nil? ? -1 : offset.__to_int - 1
    __enumerator_block_call { |value| yield value, i += 1 }
  end

  def each_with_index(&block) = block ? with_index(&block) : to_enum(:each_with_index)

  def __alone?
    case @obj
    when Array, Range, String, Integer then ALONE__.include?(@meth)
    else false
    end
  end

  alias __each_more each
  def each(*arguments, &block)
    return __each_more(*arguments, &block) unless arguments.empty?

    block ? __enumerator_block_call(&block) : self
  end

  def __enumerator_block_call(&block)
    return @obj.__send__(@meth, &block) if @args.empty? && @kwd.empty?

    @obj.__send__(@meth, *@args, **@kwd, &block)
  end
  private :__enumerator_block_call

  def hash = __id__.hash

  def +(other) = Chain.new(self, other)

  def self.produce(first = (none = true) && nil, &block)
    raise ArgumentError, "no block given" unless block

    produced = Producer.new do |y|
      value = none ? block.call : first
      loop do
        y << value
        value = block.call(value)
      end
    end
    allocate.__of(produced, :each, [], {}, Float::INFINITY)
  end

  def self.product(*enums, **options, &block)
    unless options.empty?
      raise ArgumentError, "unknown keyword#{"s" if options.size > 1}: #{options.keys.map(&:inspect).join(", ")}"
    end

    product = Product.new(*enums)
    block ? product.each(&block) && nil : product
  end

  class Generator
    def initialize(callable = nil, &block)
      block ||= callable
      raise LocalJumpError, "no block given" unless block
      raise TypeError, "wrong argument type #{block.class} (expected Proc)" unless block.is_a?(Proc)

      __check_frozen
      @proc = block
      itself
    end

    alias inspect to_s
  end

  class Producer < Generator; end

  class Yielder
    def initialize(&block)
      raise LocalJumpError, "no block given" unless block

      @proc = block
      itself
    end

    def <<(value)
      @proc.call(value)
      self
    end

    def to_proc = ->(*values) { self.yield(*values) }
  end

  remove_const :Chain

  # What has several enumerators.
  class Joined__ < Enumerator
    def initialize(*enums)
      __check_frozen
      @enums = enums.freeze
      @obj = self
      @meth = :each
      @args = []
      @kwd = {}
      itself
    end

    undef_method :feed, :next, :next_values, :peek, :peek_values

    def inspect
      return "#<#{self.class}: uninitialized>" unless @enums
      return "#<#{self.class}: ...>" if __method_recursive?(:inspect)

      "#<#{self.class}: #{@enums.inspect}>"
    end

    private

    def __enumerator_block_call(&block) = each(&block)

    def initialize_copy(other)
      return self if equal?(other)

      __check_frozen
      raise TypeError, "initialize_copy should take same class object" unless other.instance_of?(self.class)

      enums = other.instance_variable_get(:@enums)
      raise ArgumentError, "uninitialized #{self.class.name.split("::").last.downcase}" unless enums

      __send__(:initialize, *enums)
    end
  end

  # One after the other.
  class Chain < Joined__
    def each(*args, &block)
      return to_enum(:each, *args) { size } unless block

      @enums.each_with_index do |enum, i|
        @at = i
        enum.each(*args, &block)
      end
      self
    end

    def size
      total = 0
      @enums.each do |enum|
        size = enum.respond_to?(:size) ? enum.size : nil
        return size if size.nil? || (size.is_a?(Float) && size.infinite?)
        return nil unless size.is_a?(Integer)

        total += size
      end
      total
    end

    def rewind
      (@at || -1).downto(0) { |i| @enums[i].rewind if @enums[i].respond_to?(:rewind) }
      @at = -1
      self
    end
  end

  # Each member of the first with each of the second, and so on.
  class Product < Joined__
    def initialize(*enums, **options)
      unless options.empty?
        raise ArgumentError, "unknown keyword#{"s" if options.size > 1}: #{options.keys.map(&:inspect).join(", ")}"
      end

      super(*enums)
    end

    def each(&block)
      return self unless block

      __each(0, [], &block)
      self
    end

    def size
      total = 1
      @enums.each do |enum|
        return nil unless enum.respond_to?(:size)

        size = enum.size
        return size if size.nil? || (size.is_a?(Float) && size.infinite?)
        return nil unless size.is_a?(Integer)

        total *= size
      end
      total
    end

    def rewind
      @enums.each { |enum| enum.rewind if enum.respond_to?(:rewind) }
      self
    end

    private

    def __each(index, row, &block)
      return block.call(row.dup) if index == @enums.size

      @enums[index].each_entry do |value|
        row[index] = value
        __each(index + 1, row, &block)
      end
    end
  end
end
