# frozen_string_literal: true

module Kobako
  class Exposure
    # Tells plain values, whose methods are Ruby's own, from host objects; it runs no code of either.
    module Values
      PLAIN = [NilClass, TrueClass, FalseClass, Integer, Float, String, Symbol].to_h { |mod| [mod, true] }
                                                                               .compare_by_identity.freeze
      private_constant :PLAIN

      # @param value [BasicObject]
      # @return [Boolean] whether it is a value, at any depth; an Array or a Hash with a class of its own is none
      def self.only?(value)
        seen = {}.compare_by_identity
        left = [value]
        until left.empty?
          value = left.pop
          klass = Runtime.class_of(value)
          next if PLAIN[klass]
          return false unless klass.equal?(Array) || klass.equal?(Hash)
          next if seen[value]

          seen[value] = true
          left.concat(klass.equal?(Array) ? value : value.to_a)
        end
        true
      end
    end
  end
end
