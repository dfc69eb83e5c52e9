# Regexp: escape, union, last_match, names, inspect.
class Regexp
  class << self
    alias compile new

    def escape(string)
      string = string.to_s if string.is_a?(Symbol)
      unless string.is_a?(String)
        raise TypeError, "no implicit conversion of #{string.nil? ? "nil" : string.class} into String"
      end

      escaped = string.__replace(/[-\[\]{}()*+?.\\^$|# \n\r\t\f\v]/, ESCAPES, true)
      escaped || string.dup
    end
    alias quote escape

    def union(*patterns)
      patterns = patterns[0] if patterns.size == 1 && patterns[0].is_a?(Array)
      return new("(?!)") if patterns.empty?

      if patterns.size == 1
        only = patterns[0]
        return only.is_a?(Regexp) ? only : new(escape(only))
      end
      new(patterns.map { |pattern| pattern.is_a?(Regexp) ? pattern.to_s : escape(pattern) }.join("|"))
    end

    def last_match(group = nil)
      match = $~
      group.nil? || match.nil? ? match : match[group]
    end

    def try_convert(object)
      return object if object.is_a?(Regexp)

      object.to_regexp if object.respond_to?(:to_regexp)
    end
  end

  ESCAPES = "-[]{}()*+?.\\^$|# ".chars.to_h { |c| [c, "\\#{c}"] }
                               .merge("\n" => "\\n", "\r" => "\\r", "\t" => "\\t", "\f" => "\\f", "\v" => "\\v").freeze

  def names = named_captures.keys

  def casefold? = options & IGNORECASE != 0

  def fixed_encoding? = options & FIXEDENCODING != 0

  def encoding
    return Encoding::UTF_8 if fixed_encoding?

    options & NOENCODING == 0 ? Encoding::US_ASCII : Encoding::BINARY
  end

  def inspect
    given = { "m" => MULTILINE, "i" => IGNORECASE, "x" => EXTENDED, "n" => NOENCODING }
    "/#{__shown_source}/#{given.reject { |_, flag| options & flag == 0 }.keys.join}"
  end

  # As a part of another pattern; a group with options around all of it becomes the group.
  def to_s
    flags = options & 7
    shown = __shown_source
    while (found = /\A\(\?([mix]*)(?:-([mix]*))?:(.*)\)\z/m.match(shown))
      begin
        Regexp.new(found[3])
      rescue RegexpError
        break
      end
      found[1].each_char { |c| flags |= OPTION_LETTERS[c] }
      (found[2] || "").each_char { |c| flags &= ~OPTION_LETTERS[c] }
      shown = found[3]
    end
    on, off = OPTION_LETTERS.keys.partition { |c| flags & OPTION_LETTERS[c] != 0 }
    "(?#{on.join}#{"-#{off.join}" unless off.empty?}:#{shown})"
  end

  OPTION_LETTERS = { "m" => 4, "i" => 1, "x" => 2 }.freeze

  def ~
    self =~ $_
  end

  private

  def __shown_source
    shown = source.__replace(%r{\\.|/}m, SLASH, true)
    shown || source
  end

  SLASH = Hash.new { |_, text| text == "/" ? "\\/" : text }.freeze
end
