# frozen_string_literal: true

module Kobako
  class Description
    # Texts and names as Ruby 4 writes them, whatever the locale of this process is, on which `inspect` depends.
    #
    # @api private
    module Literal
      ESCAPES = { "\n" => "\\n", "\t" => "\\t", "\r" => "\\r", "\e" => "\\e", "\a" => "\\a", "\b" => "\\b",
                  "\v" => "\\v", "\f" => "\\f", '"' => '\\"', "\\" => "\\\\", "#" => "\\#" }.freeze
      SPECIAL = /["\\]|\#(?=[{$@])|[^[:print:]]/
      # What Ruby writes without quotes, if it can be printed.
      WORD = /[A-Za-z_\u{80}-\u{10FFFF}][0-9A-Za-z_\u{80}-\u{10FFFF}]*/
      NAME = /\A(?:(?:@@?|\$)?#{WORD}|#{WORD}[?!=])\z/
      KEY = /\A#{WORD}[?!]?\z/
      private_constant :WORD, :ESCAPES, :SPECIAL, :NAME, :KEY

      class << self
        # @param text [String]
        # @return [String] UTF-8
        def string(text)
          return text.inspect.encode(Encoding::UTF_8) unless text.encoding == Encoding::UTF_8

          %("#{runs(text).map { |run| run.valid_encoding? ? printable(run) : bytes(run) }.join}")
        end

        # @param name [String] of a Symbol
        # @return [String] UTF-8
        def name(name)
          return name.to_sym.inspect.delete_prefix(":") if name.ascii_only?

          name.match?(NAME) && printable?(name) ? name : string(name)
        end

        # @param name [String] of a Symbol
        # @return [String] UTF-8
        def key(name) = name.match?(KEY) && printable?(name) ? name : string(name)

        private

        # Of what is valid and what is not.
        def runs(text)
          return [text] if text.valid_encoding?

          text.each_char.chunk_while { |one, other| one.valid_encoding? == other.valid_encoding? }.map(&:join)
        end

        def printable(text) = text.gsub(SPECIAL) { |char| ESCAPES[char] || number(char.ord) }

        def printable?(name) = name.match?(/\A[[:print:]]*\z/)

        def number(code)
          format(code > 0xFFFF ? "\\u{%X}" : "\\u%04X", code)
        end

        def bytes(text) = text.bytes.map { |byte| format("\\x%02X", byte) }.join
      end
    end
  end
end
