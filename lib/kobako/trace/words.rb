# frozen_string_literal: true

module Kobako
  module Trace
    # Times, sizes and foreign text as people read them.
    #
    # @api private
    module Words
      # What no file of text should have: control characters, what turns the direction of writing, and what is no
      # character of XML.
      HIDDEN = /(?!\t)[[:cntrl:]]|[\u{200E}\u{200F}\u{2028}-\u{202E}\u{2066}-\u{2069}\u{FFFE}\u{FFFF}]/
      MARKUP = { "&" => "&amp;", "<" => "&lt;", ">" => "&gt;", "\"" => "&quot;", "'" => "&#39;" }.freeze
      UNITS = [[1 << 20, "MiB"], [1 << 10, "KiB"]].freeze
      LONG = [[86_400, "d"], [3600, "h"], [60, "min"]].freeze
      private_constant :HIDDEN, :MARKUP, :UNITS, :LONG

      module_function

      # @param text [String] that a script may have made, in any encoding
      # @return [String] the same in UTF-8 on one line
      def line(text) = utf8(text).gsub(/\r?\n/, "⏎").gsub(HIDDEN, "\uFFFD")

      # @param text [String]
      # @return [Array<String>] its lines in UTF-8
      def lines(text) = utf8(text).split(/\r?\n/).map { |part| part.gsub(HIDDEN, "\uFFFD") }

      # @param text [String] UTF-8
      # @param limit [Integer] characters
      # @return [String] its beginning
      def cut(text, limit) = text.size > limit ? "#{text[0, limit - 1]}…" : text

      # @param text [String] UTF-8 without hidden characters
      # @return [String] for XML and HTML, in elements and in attributes
      def escape(text) = text.gsub(/[&<>"']/, MARKUP)

      # @param seconds [Float, nil]
      # @return [String] such as `1.25 ms`; `–` for none
      def duration(seconds)
        return "–" if seconds.nil?
        return format("%.0f µs", seconds * 1e6) if seconds < 0.001
        return format("%.2f ms", seconds * 1e3) if seconds < 1
        return format("%.2f s", seconds) if seconds < 60

        size, unit = LONG.find { |number, _| seconds >= number }
        format("%.1f %s", seconds / size, unit)
      end

      # @param bytes [Integer]
      # @return [String] such as `84 B`
      def size(bytes)
        unit, name = UNITS.find { |number, _| bytes >= number }
        unit ? format("%.1f %s", bytes.fdiv(unit), name) : "#{bytes} B"
      end

      # @param number [Integer]
      # @param noun [String]
      # @return [String] such as `2 calls`
      def count(number, noun) = "#{number} #{noun}#{"s" unless number == 1}"

      # @param text [String]
      # @return [String]
      def utf8(text)
        text = text.encode(Encoding::UTF_8, invalid: :replace, undef: :replace) unless text.encoding.ascii_compatible?
        text.dup.force_encoding(Encoding::UTF_8).scrub
      end
    end
  end
end
