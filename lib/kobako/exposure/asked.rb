# frozen_string_literal: true

module Kobako
  class Exposure
    # What every object is asked: by `==`, keys of a Hash, a sort, interpolation. A handle says which of these its
    # object answers, a bit each in this order, which guest/gems/services/src/asked.c knows.
    #
    # @api private
    module Asked
      NAMES = %w[== === <=> coerce hash eql? to_s inspect].freeze
      # Those of which Ruby's own are never open.
      WRITTEN = (NAMES - %w[to_s]).to_h { |name| [name, name.to_sym] }.freeze
      ALL = (1 << NAMES.size) - 1
      # The details of a fault that tells the guest to go on as if it had not asked.
      UNEXPOSED = :unexposed

      class << self
        # @yieldparam name [String] one of NAMES
        # @yieldreturn [Boolean] whether an object answers it
        # @return [Integer] the bits
        def bits
          NAMES.each_index.sum { |index| yield(NAMES[index]) ? 1 << index : 0 }
        end

        # The same of a class; only of what it may have written is asked.
        #
        # @param klass [Class]
        # @yieldparam name [String]
        # @return [Integer]
        def written(klass)
          bits { |name| (!WRITTEN.key?(name) || Runtime.redefined?(klass, WRITTEN[name])) && yield(name) }
        end
      end
    end
  end
end
