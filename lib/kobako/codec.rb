# frozen_string_literal: true

module Kobako
  # Ruby values to MessagePack bytes and back, done by the native extension.
  module Codec
    # Writes one value: nil, true, false, Integer (-2**63 to 2**64-1), Float, String, Symbol, Array, Hash.
    module Encoder
      # @!method self.encode(value, handles = nil)
      #   @param value [Object]
      #   @param handles [#add, nil] gives an id, or an Array, for what cannot cross by value
      #   @return [String] binary bytes
      #   @raise [UnsupportedType] when the value cannot cross, is cyclic, deeper than 128 levels or over 16 MiB

      # @!method self.result(value, handles)
      #   @param (see .encode)
      #   @return [String] the response that holds the value
      #   @raise (see .encode)
    end

    # Reads one value and refuses anything after it.
    module Decoder
      # @!method self.decode(bytes, handles = nil)
      #   @param bytes [String]
      #   @param handles [#fetch, nil] gives the object behind an id
      #   @return [Object]
      #   @raise [Truncated] when the bytes end early
      #   @raise [InvalidType] when they hold what the wire does not have
      #   @raise [InvalidEncoding] when a text is not UTF-8
    end
  end
end
