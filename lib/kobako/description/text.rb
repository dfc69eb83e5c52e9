# frozen_string_literal: true

module Kobako
  class Description
    # Texts of a guest as JSON can have them.
    #
    # @api private
    module Text
      class << self
        # @param text [String] of any bytes
        # @return [String] UTF-8, with a replacement character for what is not
        def utf8(text)
          bytes = [Encoding::BINARY, Encoding::US_ASCII].include?(text.encoding)
          (bytes ? text.dup.force_encoding(Encoding::UTF_8) : text.encode(Encoding::UTF_8)).scrub
        end

        # @param text [String] UTF-8
        # @param limit [Integer] bytes
        # @return [String] its beginning
        def cut(text, limit) = text.bytesize > limit ? "#{text.byteslice(0, limit).scrub("")}…" : text

        # @param name [String] of a client's
        # @return [String] its beginning, as a message has it
        def brief(name) = cut(utf8(name), 80)

        # @param bytes [Integer]
        # @return [String] with its unit
        def size(bytes)
          unit, name = [[1 << 20, "MiB"], [1 << 10, "KiB"]].find { |size, _| bytes >= size }
          return "#{bytes} bytes" unless unit

          number = bytes.fdiv(unit).round(1)
          "#{number(number)} #{name}"
        end

        # @param value [Numeric]
        # @return [String] without a fraction of nothing
        def number(value) = value.to_i == value ? value.to_i.to_s : value.to_s
      end
    end
  end
end
