# frozen_string_literal: true

require_relative "../exposure/label"

module Kobako
  module Catalog
    # Makes values of the application's own objects, by the nearest of their ancestors that has a converter.
    #
    # @api private
    class Converters
      # A converter raised, which is the cause.
      class Failed < Codec::UnsupportedType; end

      ANCESTORS = Module.instance_method(:ancestors)
      private_constant :ANCESTORS

      # @param table [Hash{Module => #call}]
      def initialize(table)
        @table = {}.compare_by_identity.merge!(table)
        clear
      end

      # @param object [BasicObject] that would become a handle
      # @return [#call, nil]
      def for(object)
        return if @table.empty?

        klass = Runtime.class_of(object)
        @found.fetch(klass) do
          nearest = ANCESTORS.bind_call(klass).find { |ancestor| @table.key?(ancestor) }
          @found[klass] = nearest && @table[nearest]
        end
      end

      # @param object [BasicObject]
      # @param converter [#call]
      # @return [Object] what crosses in its place
      # @raise [Failed] when the converter raised a StandardError
      def convert(object, converter)
        converter.call(object)
      rescue StandardError => e
        raise Failed, "the converter of #{named(object)} raised #{named(e)}"
      end

      # Forgets which converter belongs to which class.
      def clear = @found = {}.compare_by_identity

      private

      def named(object) = Exposure::Label.class_name(Runtime.class_of(object))
    end
  end
end
