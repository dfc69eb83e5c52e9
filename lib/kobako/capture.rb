# frozen_string_literal: true

module Kobako
  # What a guest wrote, as text.
  #
  # @api private
  module Capture
    # @param bytes [String] as the guest wrote them
    # @return [String] the same; UTF-8, or binary if the bytes are not valid UTF-8
    def self.text(bytes)
      text = bytes.dup.force_encoding(Encoding::UTF_8)
      text.valid_encoding? ? text : text.force_encoding(Encoding::BINARY)
    end
  end
end
