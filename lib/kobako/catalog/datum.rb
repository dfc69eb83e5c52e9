# frozen_string_literal: true

require_relative "../exposure/values"

module Kobako
  module Catalog
    # A value that a guest finds at a path, as its own and frozen.
    class Datum
      # @param object [BasicObject]
      # @return [Boolean] whether it crosses by value as a whole, so that it is bound as a value
      def self.fits?(object) = Exposure::Values.only?(object)

      # @return [Object]
      attr_reader :value

      # @param path [String] such as "Shop::Rates", for errors
      # @param value [Object] that {fits?}; changes of it later are not seen by a guest
      # @raise [ArgumentError] when it cannot be sent
      def initialize(path, value)
        @value = Codec::Decoder.decode(Codec::Encoder.encode(value))
      rescue Codec::UnsupportedType => e
        raise ArgumentError, "the value of #{path} cannot be sent: #{e.message}"
      end
    end
  end
end
