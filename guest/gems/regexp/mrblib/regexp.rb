# Regexp: escape, union, last_match, names, inspect.
class Regexp
  # Raised when a search takes longer than its timeout.
  class TimeoutError < RegexpError; end

  class << self
    alias compile new

    # Whether the time of a search grows as the length of what is searched.
    def linear_time?(source, options = nil, timeout: nil)
      return new(source, options, timeout: timeout).__linear? unless source.is_a?(Regexp)

      warn("flags ignored", uplevel: 0) unless options.nil?
      source.__linear?
    end

    # What C's escape leaves to Ruby.
    def __escape(string)
      string = string.is_a?(Symbol) ? string.to_s : __string_of(string)
      return escape(string.b).force_encoding(string.encoding) unless string.valid_encoding?

      escaped = __aside { string.__replace(/[-\[\]{}()*+?.\\^$|# \n\r\t\f\v]/, ESCAPES__, true) } || string.dup
      escaped.ascii_only? ? escaped.force_encoding(Encoding::US_ASCII) : escaped
    end

    def union(*patterns)
      patterns = patterns[0] if patterns.size == 1 && patterns[0].is_a?(Array)
      return new("(?!)") if patterns.empty?

      parts = patterns.map { |pattern| try_convert(pattern) || escape(pattern) }
      return parts[0].is_a?(Regexp) ? parts[0] : new(parts[0]) if parts.size == 1

      encoding = __encoding_of(parts)
      source = parts.join("|")
      new(encoding == Encoding::BINARY ? source.b : source)
    end

    def last_match(group = nil)
      match = $~
      group.nil? || match.nil? ? match : match[group]
    end

    # Leaves $~ of the caller as it is, whatever the library matches in the block.
    def __aside
      kept = $~
      yield
    ensure
      $~ = kept
    end

    def try_convert(object) = object.is_a?(Regexp) ? object : Kernel.__converted(object, :to_regexp, Regexp)

    private

    # The one that patterns and escaped texts insist on, or nil.
    def __encoding_of(parts)
      encodings = parts.filter_map do |part|
        part.encoding if part.is_a?(Regexp) ? part.fixed_encoding? : !part.ascii_only?
      end.uniq
      return encodings.first if encodings.size < 2

      raise ArgumentError, "incompatible encodings: #{encodings[0].name} and #{encodings[1].name}"
    end
  end

  ESCAPES__ = "-[]{}()*+?.\\^$|# ".chars.to_h { |c| [c, "\\#{c}"] }
                               .merge("\n" => "\\n", "\r" => "\\r", "\t" => "\\t", "\f" => "\\f", "\v" => "\\v").freeze

  def names = named_captures.keys

  def casefold? = options & IGNORECASE != 0

  def fixed_encoding? = options & FIXEDENCODING != 0

  def encoding = source.encoding

  def inspect = Regexp.__aside { __inspect }

  # As a part of another pattern; a group with options around all of it becomes the group.
  def to_s = Regexp.__aside { __as_part }

  OPTION_LETTERS__ = { "m" => 4, "i" => 1, "x" => 2 }.freeze

  def ~
    self =~ $_
  end

  private

  def __inspect
    given = { "m" => MULTILINE, "i" => IGNORECASE, "x" => EXTENDED, "n" => NOENCODING }
    "/#{__shown_source}/#{given.reject { |_, flag| options & flag == 0 }.keys.join}"
  end

  def __as_part
    flags = options & 7
    shown = __shown_source
    while (found = /\A\(\?([mix]*)(?:-([mix]*))?:(.*)\)\z/m.match(shown))
      begin
        Regexp.new(found[3])
      rescue RegexpError
        break
      end
      found[1].each_char { |c| flags |= OPTION_LETTERS__[c] }
      (found[2] || "").each_char { |c| flags &= ~OPTION_LETTERS__[c] }
      shown = found[3]
    end
    on, off = OPTION_LETTERS__.keys.partition { |c| flags & OPTION_LETTERS__[c] != 0 }
    "(?#{on.join}#{"-#{off.join}" unless off.empty?}:#{shown})"
  end

  def __shown_source
    shown = source.__replace(%r{\\.|/}m, SLASH__, true) || source
    return shown if shown.ascii_only? || shown.encoding != Encoding::BINARY

    shown.gsub(/[\x80-\xff]/n) { |byte| format("\\x%02X", byte.ord) }
  end

  SLASH__ = Hash.new { |_, text| text == "/" ? "\\/" : text }.freeze
end
