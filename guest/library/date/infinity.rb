# frozen_string_literal: true

class Date
  # What is later, or earlier, than each date and number.
  class Infinity < Numeric
    def initialize(sign = 1)
      super()
      @d = sign <=> 0
    end

    def zero? = false
    def finite? = false
    def infinite? = @d.nonzero?
    def nan? = @d.zero?
    def abs = self.class.new
    def -@ = self.class.new(-@d)
    def +@ = self.class.new(@d)

    def <=>(other)
      case other
      when Infinity then @d <=> other.d
      when Float::INFINITY then @d <=> 1
      when -Float::INFINITY then @d <=> -1
      when Numeric then @d
      else
        return unless other.respond_to?(:coerce)

        one, two = other.coerce(self)
        one <=> two
      end
    end

    def coerce(other) = other.is_a?(Numeric) ? [-@d, @d] : super

    def to_f
      return 0 if @d == 0

      @d > 0 ? Float::INFINITY : -Float::INFINITY
    end

    protected

    attr_reader :d
  end
end
