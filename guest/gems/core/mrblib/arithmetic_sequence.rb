# What `step` and `%` make without a block, of numbers and of ranges of numbers.
class Enumerator
  class ArithmeticSequence < Enumerator
    class << self
      def allocate = raise(TypeError, "allocator undefined for #{self}")
      undef_method :new

      # `call` is what it was made by: receiver, method, arguments and keywords.
      def __of(first, last, width, open, call) = __allocate.__start(first, last, width, open, call)
    end

    attr_reader :begin, :end, :step

    def __start(first, last, width, open, call)
      @begin = first
      @end = last
      @step = width
      @open = open
      @obj, @meth, @args, @kwd = call
      self
    end

    def exclude_end? = @open

    def each(&block)
      return self unless block

      if __floats?
        @begin.__float_steps(@end, @step, @open, &block)
      else
        value = @begin
        down = @step < 0
        until @end && (down ? value < @end : value > @end) || (@open && value == @end)
          yield value
          value += @step
        end
      end
      self
    end

    def size
      return Float::INFINITY if @end.nil?
      return __float_size if __floats?

      count = (@end - @begin).div(@step)
      return 0 if count < 0

      @open && @begin + count * @step == @end ? count : count + 1
    end

    def first(count = (one = true) && nil)
      if one
        return size > 0 ? @begin : nil if @end

        return @begin
      end
      super(count)
    end

    def last(count = nil)
      raise RangeError, "cannot get the last element of endless arithmetic sequence" if @end.nil?

      all = size
      return all > 0 ? __at(all - 1) : nil if count.nil?

      count = __integer_of(count)
      raise ArgumentError, "negative array size (or size too big)" if count < 0

      from = [all - count, 0].max
      Array.new(all - from) { |i| __at(from + i) }
    end

    def to_a
      raise RangeError, "cannot convert endless range to an array" if @end.nil?

      super
    end
    alias entries to_a

    def ==(other)
      other.is_a?(ArithmeticSequence) && @begin == other.begin && @end == other.end && @step == other.step &&
        @open == other.exclude_end?
    end
    alias === ==
    alias eql? ==

    def hash = [@begin, @end, @step, @open].hash

    def inspect
      from = @obj.is_a?(Range) ? "(#{@obj.inspect})" : @obj.inspect
      given = [*@args.map(&:inspect), *@kwd.map { |name, value| "#{name}: #{value.inspect}" }]
      "(#{from}.#{@meth}#{"(#{given.join(", ")})" unless given.empty?})"
    end

    private

    def __floats? = @begin.is_a?(Float) || @end.is_a?(Float) || @step.is_a?(Float)

    def __at(index)
      value = @begin + index * @step
      __floats? && __past?(value) ? @end : value
    end

    def __past?(value) = @step > 0 ? value > @end : value < @end

    # As many as __float_steps yields.
    def __float_size
      first = @begin.to_f
      last = @end.to_f
      width = @step.to_f
      if width.infinite?
        ahead = width > 0 ? first <= last : first >= last
        return ahead ? 1 : 0
      end

      count = (last - first) / width
      return 0 if count.nan? || count < 0 || (@open && count == 0)
      return count if count.infinite?

      error = [(first.abs + last.abs + (last - first).abs) / width.abs * Float::EPSILON, 0.5].min
      return (count + error).floor + 1 unless @open

      whole = count < 1 ? 0 : (count - error).floor
      after = (whole + 1) * width + first
      more = first < last ? after < last : first > last && after > last
      more ? whole + 2 : whole + 1
    end
  end
end
