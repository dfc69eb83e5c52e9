# String: insert, concat, each_line, lines, bytes, sum and bytesplice as CRuby has them.
class String
  def insert(index, text)
    index = __integer_of(index)
    text = __string_of(text)
    index += size + 1 if index < 0
    raise IndexError, "index #{index - size} out of string" if index < 0

    self[index, 0] = text
    self
  end

  alias __initialize initialize

  def initialize(*text, encoding: nil, capacity: nil)
    __initialize(*text) unless text.empty?
    force_encoding(encoding) if encoding
    itself
  end
  private :initialize, :__initialize

  def concat(*others)
    raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

    others.map { |other| equal?(other) ? dup : other }.each { |other| self << other }
    self
  end

  def sum(bits = 16)
    bits = __integer_of(bits)
    bits > 0 ? __byte_sum & ((1 << bits) - 1) : __byte_sum
  end

  def each_line(*separator, chomp: false, &block)
    return to_enum(:each_line, *separator, **(chomp ? { chomp: } : {})) unless block
    raise ArgumentError, "wrong number of arguments (given #{separator.size}, expected 0..1)" if separator.size > 1

    by = separator.empty? ? $/ || "\n" : separator[0]
    return block.call(dup) && self if by.nil?

    by = __string_of(by)
    by.empty? ? __each_paragraph(chomp, &block) : __each_part(by, chomp, &block)
    self
  end

  def lines(*separator, chomp: false, &block)
    return each_line(*separator, chomp: chomp, &block) if block
    return __newline_lines(chomp) if separator.empty? && $/ == "\n"

    found = []
    each_line(*separator, chomp: chomp) { |line| found << line }
    found
  end

  alias __bytes bytes
  def bytes(&block) = block ? each_byte(&block) : __bytes

  def each_char(&block)
    return to_enum(:each_char) { size } unless block

    chars.each(&block)
    self
  end

  def each_codepoint(&block)
    return to_enum(:each_codepoint) { size } unless block

    codepoints(&block)
  end

  alias dedup -@

  alias __bytesplice bytesplice

  def bytesplice(*args)
    raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

    case args.size
    when 2, 3
      if args.size == 3 && !args[0].is_a?(Range)
        from = __integer_of(args[0])
        length = __integer_of(args[1])
        text = __string_of(args[2])
        return __splice([from, length], text, [0, text.bytesize])
      end
      text = __string_of(args[1])
      part = args[2] || (0..)
      __splice(__byte_range(args[0]), text, text.__byte_range(part))
    when 5
      from, length, text, text_from, text_length = args
      __splice([__integer_of(from), __integer_of(length)], __string_of(text),
               [__integer_of(text_from), __integer_of(text_length)])
    else
      raise ArgumentError, "wrong number of arguments (given #{args.size}, expected 2, 3, or 5)"
    end
  end

  def __byte_range(range)
    raise TypeError, "wrong argument type #{range.class} (expected Range)" unless range.is_a?(Range)

    first = range.begin.nil? ? 0 : __integer_of(range.begin)
    last = range.end.nil? ? -1 : __integer_of(range.end)
    from = first < 0 ? first + bytesize : first
    raise RangeError, "#{range} out of range" if from < 0 || from > bytesize

    last += bytesize if last < 0
    last -= 1 if range.exclude_end? && !range.end.nil?
    [from, [last - from + 1, 0].max]
  end

  # The offsets from...to in bytes, both at edges of characters.
  def __byte_edges(from, length)
    raise IndexError, "negative length #{length}" if length < 0
    raise IndexError, "index #{from} out of string" if from > bytesize || from < -bytesize

    from += bytesize if from < 0
    to = [from + length, bytesize].min
    [from, to].each do |at|
      next if at == bytesize || encoding != Encoding::UTF_8 || getbyte(at) & 0xc0 != 0x80

      raise IndexError, "offset #{at} does not land on character boundary"
    end
    [from, to]
  end

  def upto(last, exclusive = (none = true) && false, &block)
    return to_enum(:upto, last, *(exclusive unless none)) { nil } unless block

    __each_upto(__string_of(last), exclusive, &block)
  end

  # Without a last one it does not end.
  def __each_upto(last, exclusive)
    at = self
    limit = 4
    while at
      texts = __upto(last, exclusive, at, limit)
      limit *= 2 if limit < 64
      at = texts.pop
      for text in texts
        yield text
      end
    end
    self
  end

  def self.try_convert(object) = __try_string(object)

  # Without the characters at its ends that all of the sets have.
  def __strip(sets, left, right)
    count(*sets)
    characters = chars
    from = left ? characters.index { |character| character.count(*sets) == 0 } || size : 0
    last = right ? characters.rindex { |character| character.count(*sets) == 0 } || -1 : size - 1
    self[from, [last - from + 1, 0].max]
  end

  def __strip!(sets, left, right)
    rest = __strip(sets, left, right)
    raise FrozenError, "can't modify frozen String: #{inspect}" if frozen?

    rest.size == size ? nil : replace(rest)
  end

  alias __append_as_bytes append_as_bytes

  def append_as_bytes(*parts)
    __check_frozen
    parts.each { |part| __append_as_bytes(part) }
    self
  end

  private

  def __splice(place, text, part)
    from, to = __byte_edges(*place)
    text_from, text_to = text.__byte_edges(*part)
    __bytesplice(from, to - from, text, text_from, text_to - text_from)
  end

  # Paragraphs for an empty separator.
  def __each_part(separator, chomp)
    text = dup
    at = 0
    while (found = text.byteindex(separator, at))
      stop = found + separator.bytesize
      line = text.byteslice(at, stop - at)
      line = line.chomp(separator) if chomp
      at = stop
      yield line
    end
    yield text.byteslice(at..) if at < text.bytesize
  end

  # What empty lines end, of which the first belongs to it.
  def __each_paragraph(chomp)
    text = dup
    at = from = 0
    while (found = text.byteindex("\n", from))
      from = found + 1
      next if (second = __newline_at(text, from)) == 0

      stop = from + second
      last = text.getbyte(found - 1) == 13 && found > at ? found - 1 : found
      line = text.byteslice(at, (chomp ? last : stop) - at)
      at = stop
      at += second while (second = __newline_at(text, at)) > 0
      from = at
      yield line
    end
    yield text.byteslice(at..) unless at == text.bytesize
  end

  # The bytes of the end of a line that is there.
  def __newline_at(text, offset)
    return 1 if text.getbyte(offset) == 10

    text.getbyte(offset) == 13 && text.getbyte(offset + 1) == 10 ? 2 : 0
  end
end
