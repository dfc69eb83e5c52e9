# frozen_string_literal: true

require "set"

module Kobako
  class Exposure
    # Tells plain values, whose methods are Ruby's own, from host objects; it runs no code of either.
    module Values
      ENDS = [Range.instance_method(:begin), Range.instance_method(:end)].freeze
      MEMBERS = Set.instance_method(:to_a)
      PLAIN = [NilClass, TrueClass, FalseClass, Integer, Float, String, Symbol].to_h { |mod| [mod, true] }
                                                                               .compare_by_identity.freeze
      private_constant :ENDS, :MEMBERS, :PLAIN

      # @param value [BasicObject]
      # @return [Boolean] whether it is a value, at any depth; an Array or a Hash with a class of its own is none
      def self.only?(value)
        seen = {}.compare_by_identity
        left = [value]
        until left.empty?
          value = left.pop
          next if PLAIN[Runtime.class_of(value)] || seen[value]

          parts = parts(value) or return false
          seen[value] = true
          left.concat(parts)
        end
        true
      end

      # What a value holds, nil for an object.
      def self.parts(value)
        klass = Runtime.class_of(value)
        return value if klass.equal?(Array)
        return value.to_a if klass.equal?(Hash)

        case Codec.kind(value)
        when :single then []
        when :range then ENDS.map { |reader| reader.bind_call(value) }
        when :set then MEMBERS.bind_call(value)
        end
      end
      private_class_method :parts
    end
  end
end
