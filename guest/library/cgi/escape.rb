# frozen_string_literal: true

# Texts for HTML and for URLs, and back.
class CGI
  module Util; end

  module Escape
    TABLE_FOR_ESCAPE_HTML__ = { "'" => "&#39;", "&" => "&amp;", '"' => "&quot;", "<" => "&lt;", ">" => "&gt;" }.freeze
    NAMED = { "&apos;" => "'", "&amp;" => "&", "&quot;" => '"', "&gt;" => ">", "&lt;" => "<" }.freeze
    ENTITY = /&(?:apos|amp|quot|gt|lt|#([0-9]+)|#[xX]([0-9a-fA-F]+));/
    # Of a byte its percent form, and the byte of a form.
    PERCENT = Hash.new { |known, byte| known[byte] = "%#{byte.unpack1("H2").upcase}" }
    BYTES = Hash.new { |known, form| known[form] = [form[1, 2]].pack("H2") }
    private_constant :NAMED, :ENTITY, :PERCENT, :BYTES

    def escapeHTML(string) = __by_bytes(string) { |bytes| bytes.gsub(/['&"<>]/, TABLE_FOR_ESCAPE_HTML__) }
    alias escape_html escapeHTML
    alias h escapeHTML

    def unescapeHTML(string)
      __by_bytes(string) do |bytes, encoding|
        bytes.gsub(ENTITY) { |entity| NAMED[entity] || __character($1 ? $1.to_i : $2.hex, encoding) || entity }
      end
    end
    alias unescape_html unescapeHTML

    def escape(string) = __by_bytes(string) { |bytes| bytes.gsub(/[^ \w.\-~]/, PERCENT).tr(" ", "+") }

    def escapeURIComponent(string) = __by_bytes(string) { |bytes| bytes.gsub(/[^\w.\-~]/, PERCENT) }
    alias escape_uri_component escapeURIComponent

    def unescape(string, encoding = Encoding::UTF_8) = __unescape(__string_of(string).tr("+", " "), encoding)

    def unescapeURIComponent(string, encoding = Encoding::UTF_8) = __unescape(__string_of(string), encoding)
    alias unescape_uri_component unescapeURIComponent

    def escapeElement(string, *elements)
      elements = elements[0] if elements[0].is_a?(Array)
      return string if elements.empty?

      string.gsub(%r{</?(?:#{elements.join("|")})\b[^<>]*+>?}im) { |tag| escapeHTML(tag) }
    end
    alias escape_element escapeElement

    def unescapeElement(string, *elements)
      elements = elements[0] if elements[0].is_a?(Array)
      return string if elements.empty?

      names = elements.join("|")
      string.gsub(%r{&lt;/?(?:#{names})\b(?>[^&]+|&(?![gl]t;)\w+;)*(?:&gt;)?}im) { |tag| unescapeHTML(tag) }
    end
    alias unescape_element unescapeElement

    private

    # What the block makes of the bytes, in the encoding of the string.
    def __by_bytes(string)
      string = __string_of(string)
      encoding = string.encoding
      return yield(string.b, encoding).force_encoding(encoding) if encoding.ascii_compatible?

      yield(string.encode("UTF-8").b, Encoding::UTF_8).force_encoding("UTF-8").encode(encoding)
    end

    # The bytes of a character, nil if the encoding has none of that number.
    def __character(number, encoding)
      case encoding
      when Encoding::UTF_8 then [number].pack("U").b if number < 0x10ffff
      when Encoding::ISO_8859_1 then [number].pack("C") if number < 256
      else [number].pack("C") if number < 128
      end
    end

    def __unescape(string, encoding)
      bytes = string.b.gsub(/%[0-9a-fA-F]{2}/, BYTES).force_encoding(encoding)
      bytes.valid_encoding? ? bytes : bytes.force_encoding(string.encoding)
    end
  end

  Util.prepend(Escape)
  extend Escape
end
