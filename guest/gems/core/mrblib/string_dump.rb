# String#undump.
class String
  ESCAPED__ = {
    "n" => "\n", "r" => "\r", "t" => "\t", "f" => "\f", "v" => "\v", "b" => "\b", "a" => "\a", "e" => "\e"
  }.freeze

  def undump
    raise Encoding::CompatibilityError, "ASCII incompatible encoding: #{encoding}" unless encoding.ascii_compatible?
    raise "non-ASCII character detected at the undumped string" unless ascii_only?
    raise "string contains null byte" if include?("\0")

    __raise_undumped unless start_with?('"')

    at = 1
    unicode = false
    result = "".b
    loop do
      stop = Regexp.__aside { index(/["\\]/, at) } || raise("unterminated dumped string")
      result << byteslice(at, stop - at)
      at = stop + 1
      break if getbyte(stop) == 34

      kind = byteslice(at, 1)
      at += 1
      case kind
      when "x"
        digits = byteslice(at, 2)
        raise "invalid hex escape" unless digits.match?(/\A\h\h\z/)

        result << digits.hex
        at += 2
      when "u"
        unicode = true
        at = __undump_unicode(at, result)
      when "" then raise "invalid escape"
      else result << (ESCAPED__[kind] || kind)
      end
    end
    result.force_encoding(__undump_encoding(byteslice(at..), unicode))
  end

  private

  def __raise_undumped
    raise "invalid dumped string; not wrapped with '\"' nor '\"...\".force_encoding(\"...\")' form"
  end

  # Appends the characters of an escape and returns where it ends.
  def __undump_unicode(at, result)
    if byteslice(at, 1) == "{"
      stop = index("}", at) || raise("unterminated Unicode escape (invalid Unicode escape)")
      codes = byteslice(at + 1, stop - at - 1).split
      raise "invalid Unicode escape" if codes.empty? || codes.any? { |code| !code.match?(/\A\h{1,6}\z/) }
    else
      stop = at + 3
      codes = [byteslice(at, 4)]
      raise "invalid Unicode escape" unless codes[0].match?(/\A\h{4}\z/)
    end
    codes.each do |code|
      raise "invalid Unicode codepoint" if (0xd800..0xdfff).cover?(code.hex) || code.hex > 0x10ffff

      result << [code.hex].pack("U").b
    end
    stop + 1
  end

  def __undump_encoding(rest, unicode)
    return unicode ? Encoding::UTF_8 : encoding if rest.empty?

    name = Regexp.__aside { rest[/\A(?:\.dup)?\.force_encoding\("(.*)"\)\z/, 1] }
    __raise_undumped unless name

    begin
      Encoding.find(name)
    rescue ArgumentError
      raise "dumped string has unknown encoding name: #{name}"
    end
  end
end
