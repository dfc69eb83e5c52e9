# frozen_string_literal: true

module Kobako
  class Exposure
    # What `expose` said, of one sandbox and of the process, as it is at one moment.
    class Rules
      ANCESTORS = Module.instance_method(:ancestors)
      private_constant :ANCESTORS

      # @param tables [Array<Hash{Module => Rule}>] frozen, by identity; an earlier one goes first for the same class
      def initialize(*tables)
        @tables = tables.reject(&:empty?).freeze
        freeze
      end

      # @param klass [Class] as {Runtime.class_of} gives it
      # @return [Rule, nil] that of the nearest class or module in the ancestry
      def for(klass)
        return if @tables.empty?

        ANCESTORS.bind_call(klass).each do |mod|
          @tables.each { |table| (rule = table[mod]) && (return rule) }
        end
        nil
      end

      # Without any.
      NONE = new
    end
  end
end
