# frozen_string_literal: true

module Kobako
  # Ruby values to MessagePack bytes and back, done by the native extension.
  module Codec
    # Writes one value: nil, true, false, Integer (-2**63 to 2**64-1), Float, String, Symbol, Array, Hash.
    module Encoder
      # @!method self.encode(value)
      #   @param value [Object]
      #   @return [String] binary bytes
      #   @raise [UnsupportedType] when the value cannot cross, is cyclic, deeper than 128 levels or over 16 MiB
    end

    # Reads one value and refuses anything after it.
    module Decoder
      # @!method self.decode(bytes)
      #   @param bytes [String]
      #   @return [Object]
      #   @raise [Truncated] when the bytes end early
      #   @raise [InvalidType] when they hold what the wire does not have
      #   @raise [InvalidEncoding] when a text is not UTF-8
    end
  end
end
