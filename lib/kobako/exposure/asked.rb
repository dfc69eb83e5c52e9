# frozen_string_literal: true

module Kobako
  class Exposure
    # What every object is asked: by `==`, keys of a Hash, a sort, interpolation. A handle says which of these its
    # object answers, a bit each in this order, which guest/gems/services/src/asked.c knows.
    #
    # @api private
    module Asked
      NAMES = %w[== === <=> coerce hash eql? to_s inspect].freeze
      # By bit, with its Symbol where Ruby's own is never open.
      BITS = NAMES.each_with_index.map { |name, index| [name, (name.to_sym unless name == "to_s"), 1 << index] }.freeze
      private_constant :BITS
      ALL = (1 << NAMES.size) - 1
      # The details of a fault that tells the guest to go on as if it had not asked.
      UNEXPOSED = :unexposed

      class << self
        # @yieldparam name [String] one of NAMES
        # @yieldreturn [Boolean] whether an object answers it
        # @return [Integer] the bits
        def bits
          BITS.sum { |name, _, bit| yield(name) ? bit : 0 }
        end

        # The same of a class; only of what it may have written is asked.
        #
        # @param klass [Class]
        # @yieldparam name [String]
        # @return [Integer]
        def written(klass)
          BITS.sum { |name, symbol, bit| (symbol.nil? || Runtime.redefined?(klass, symbol)) && yield(name) ? bit : 0 }
        end
      end
    end
  end
end
