# frozen_string_literal: true

# Texts for HTML and for URLs, and back.
class CGI
  module Util; end

  module Escape
    TABLE_FOR_ESCAPE_HTML__ = { "'" => "&#39;", "&" => "&amp;", '"' => "&quot;", "<" => "&lt;", ">" => "&gt;" }.freeze

    def escapeHTML(string)
      string = __string_of(string)
      string.__wide? ? __by_utf8(string, &:__html_escaped) : string.__html_escaped
    end
    alias escape_html escapeHTML
    alias h escapeHTML

    def unescapeHTML(string)
      string = __string_of(string)
      string.__wide? ? __by_utf8(string, &:__html_unescaped) : string.__html_unescaped
    end
    alias unescape_html unescapeHTML

    def escape(string) = __url_escape(string, true)
    def escapeURIComponent(string) = __url_escape(string, false)
    alias escape_uri_component escapeURIComponent

    def unescape(string, encoding = Encoding::UTF_8) = __url_unescape(string, true, encoding)
    def unescapeURIComponent(string, encoding = Encoding::UTF_8) = __url_unescape(string, false, encoding)
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

    # What the block makes of a text whose encoding has no ASCII.
    def __by_utf8(string) = yield(string.encode("UTF-8")).encode(string.encoding)

    def __url_escape(string, plus)
      string = __string_of(string)
      return string.__url_escaped(plus) unless string.__wide?

      __by_utf8(string) { |text| text.__url_escaped(plus) }
    end

    def __url_unescape(string, plus, encoding)
      string = __string_of(string)
      text = string.__wide? && plus ? string.tr("+", " ").__url_unescaped(false) : string.__url_unescaped(plus)
      own = string.encoding
      return text if own.equal?(encoding) && !string.__wide?

      text.force_encoding(encoding).valid_encoding? ? text : text.force_encoding(own)
    end
  end

  Util.prepend(Escape)
  extend Escape
end
