# The elements of a service or a handle that the host lets the guest enumerate: Enumerable's methods run here, and the
# host answers `each` alone.
module Kobako
  class Elements
    def initialize(source)
      @source = source
    end

    # What a block gives is of no use to an `each`, so it stays here.
    def each(*arguments, **options, &block)
      return to_enum(:each, *arguments, **options) unless block

      @source.each(*arguments, **options) { |*values| block.call(*values) && nil }
    end

    # Of the object itself, which is what the methods of an enumerator give back. How many there are, nobody knows.
    def to_enum(name = :each, *arguments, **options)
      Enumerator.allocate.__of(@source, name, arguments, options, -> {}).extend(Steps)
    end
    alias enum_for to_enum

    def zip(...) = to_a.zip(...)
    def inspect = @source.inspect

    # An enumerator's `next`. No fiber can be left within a call of the host, so all is taken at the first step.
    module Steps
      def next_values
        ahead = @lookahead
        @lookahead = nil
        return ahead if ahead

        @steps ||= __steps
        @steps.next_values
      end

      def rewind
        @steps = @lookahead = nil
        self
      end

      private

      def __steps
        all = []
        each { |*values| all << values }
        Enumerator.new { |out| all.each { |values| out.yield(*values) } }
      end
    end
    private_constant :Steps
  end
end
