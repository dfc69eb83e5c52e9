# What of Regexp and MatchData is not in src/regexp.c, src/search.c and src/match.c.
class Regexp
  class << self
    alias compile new

    def escape(string)
      string = string.to_s if string.is_a?(Symbol)
      raise TypeError, "no implicit conversion of #{string.nil? ? "nil" : string.class} into String" unless string.is_a?(String)

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

    options & NOENCODING != 0 ? Encoding::BINARY : Encoding::US_ASCII
  end

  def inspect
    flags = options
    "/#{__shown_source}/#{"m" if flags & 4 != 0}#{"i" if flags & 1 != 0}#{"x" if flags & 2 != 0}#{"n" if flags & 32 != 0}"
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

class MatchData
  def regexp
    pattern = __pattern
    pattern.is_a?(String) ? Regexp.new(Regexp.escape(pattern)) : pattern
  end

  def to_s = self[0]

  def captures = to_a.drop(1)

  def names = regexp.names

  def offset(group) = [self.begin(group), self.end(group)]

  def named_captures(symbolize_names: false)
    names.to_h { |name| [symbolize_names ? name.to_sym : name, self[name]] }
  end

  def values_at(*groups)
    groups.flat_map { |group| group.is_a?(Range) ? to_a[group] : [self[group]] }
  end

  alias deconstruct captures

  def deconstruct_keys(wanted)
    return named_captures(symbolize_names: true) if wanted.nil?
    raise TypeError, "wrong argument type #{wanted.class} (expected Array or nil)" unless wanted.is_a?(Array)

    known = names
    wanted.each_with_object({}) do |name, found|
      raise TypeError, "wrong argument type #{name.class} (expected Symbol)" unless name.is_a?(Symbol)
      return found unless known.include?(name.to_s)

      found[name] = self[name]
    end
  end

  def match(group) = self[group]

  def match_length(group) = self[group]&.size

  def hash = [string, regexp, to_a].hash

  def inspect
    number_names = {}
    regexp.named_captures.each { |name, numbers| numbers.each { |number| number_names[number] = name } }
    groups = captures.each_with_index.map { |text, i| " #{number_names[i + 1] || i + 1}:#{text.inspect}" }
    "#<MatchData #{self[0].inspect}#{groups.join}>"
  end
end
