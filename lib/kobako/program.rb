# frozen_string_literal: true

module Kobako
  # The source text of one invocation.
  module Program
    # The most that a program may have.
    MAX_BYTES = Codec::MAX_BYTES

    class << self
      # @param code [String] Ruby source
      # @return [String] the same in UTF-8
      # @raise [SandboxError] for what is no text, or has more than 16 MiB
      def text(code)
        raise SandboxError, "code is a #{code.class}, expected a String of Ruby source" unless code.is_a?(String)

        source = utf8(code)
        return source if source.bytesize <= MAX_BYTES

        raise SandboxError, "code has #{source.bytesize} bytes, the limit is #{MAX_BYTES} (split it)"
      end

      private

      def utf8(code)
        text = case code.encoding
               when Encoding::UTF_8, Encoding::US_ASCII then code
               when Encoding::BINARY then code.dup.force_encoding(Encoding::UTF_8)
               else code.encode(Encoding::UTF_8)
               end
        return text if text.valid_encoding?

        raise SandboxError, "code is not valid #{text.encoding} (pass UTF-8 source, and write other bytes as \"\\xNN\")"
      rescue EncodingError => e
        raise SandboxError, "code in #{code.encoding} cannot be turned into UTF-8: #{e.message}"
      end
    end
  end
end
