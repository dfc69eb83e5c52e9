# StringIO: reading.
class StringIO
  def pread(length, offset, buffer = nil)
    raise ArgumentError, "negative string size (or size too big): #{length}" if length < 0
    raise Errno::EINVAL, "pread: Invalid offset argument" if offset < 0
    return String.new("").b if length == 0

    part = __reading.byteslice(offset, length)
    raise EOFError, "end of file reached" if part.nil? || part.empty?

    part.force_encoding(Encoding::BINARY)
    buffer ? __string_of(buffer).replace(part) : part
  end

  def sysread(length = nil, buffer = nil)
    part = read(length, buffer)
    raise EOFError, "end of file reached" if part.nil?

    part
  end

  def readpartial(length, buffer = nil) = sysread(length, buffer)

  def read_nonblock(length, buffer = nil, exception: true)
    part = read(length, buffer)
    return part unless part.nil?

    exception ? raise(EOFError, "end of file reached") : nil
  end

  def readline(*args, **options)
    $_ = __line_of(args, **options) || raise(EOFError, "end of file reached")
  end

  def each_line(*args, chomp: false)
    return to_enum(:each_line, *args, **(chomp ? { chomp: } : {})) unless block_given?

    __reading
    separator, limit = __limits(args)
    raise ArgumentError, "invalid limit: 0 for each_line" if limit == 0

    while (line = __line(separator, limit, chomp))
      yield line
    end
    self
  end
  alias each each_line

  def readlines(*args, chomp: false)
    separator, limit = __limits(args)
    raise ArgumentError, "invalid limit: 0 for readlines" if limit == 0

    lines = []
    while (line = __line(separator, limit, chomp))
      lines << line
    end
    lines
  end

  def readchar = getc || raise(EOFError, "end of file reached")

  def readbyte = getbyte || raise(EOFError, "end of file reached")

  def each_char
    return to_enum(:each_char) unless block_given?

    while (char = getc)
      yield char
    end
    self
  end

  def each_byte
    return to_enum(:each_byte) unless block_given?

    while (byte = getbyte)
      yield byte
    end
    self
  end

  def each_codepoint
    return to_enum(:each_codepoint) unless block_given?

    each_char { |char| yield char.ord }
  end

  def ungetc(char)
    __reading
    return if char.nil?

    char = char.is_a?(Integer) ? char.chr(external_encoding) : __string_of(char)
    __unget(char)
  end

  def ungetbyte(byte)
    __reading
    return if byte.nil?

    __unget(byte.is_a?(Integer) ? (byte & 255).chr : __string_of(byte))
  end

  private

  # A number of bytes is binary, all that is left is of the encoding of the String.
  def __read(length, buffer)
    __reading
    buffer = __string_of(buffer) unless buffer.nil?
    raise FrozenError, "can't modify frozen String: #{buffer.inspect}" if buffer&.frozen?

    unless length.nil?
      length = __integer_of(length)
      raise ArgumentError, "negative length #{length} given" if length < 0
    end
    left = @string ? @string.bytesize - @pos : 0
    if left <= 0 && length && length > 0
      buffer&.replace("")
      return
    end
    part = left <= 0 || length == 0 ? String.new("") : __take(length || left)
    length ? part.force_encoding(Encoding::BINARY) : part.force_encoding(external_encoding)
    buffer ? buffer.replace(part) : part
  end

  def __getc = __take((@string.byteslice(@pos, 4)[0] || "x").bytesize)

  # gets with arguments.
  def __gets(args, options) = __line_of(args, **options)

  def __reading
    raise IOError, "not opened for reading" unless __mode?(READABLE__)

    @string
  end

  # The separator and the limit, from those of gets.
  def __limits(args)
    raise ArgumentError, "wrong number of arguments (given #{args.size}, expected 0..2)" if args.size > 2

    separator, limit = args
    if args.empty?
      separator = __newline
    elsif args.size == 1 && !separator.nil? && !separator.is_a?(String)
      text = String.try_convert(separator)
      separator, limit = text ? [text, nil] : [__newline, separator]
    end
    separator = __string_of(separator) unless separator.nil?
    limit = __integer_of(limit) unless limit.nil?
    [separator, limit]
  end

  def __line_of(args, chomp: false) = __line(*__limits(args), chomp)

  # What C's __line leaves to Ruby.
  def __any_line(separator, limit, chomp)
    __reading
    return String.new("").force_encoding(external_encoding) if limit == 0

    paragraph = separator == ""
    __skip_newlines if paragraph
    return if eof?

    length, chomped = paragraph ? __paragraph : __length_of_line(separator)
    length = chomped = __within(limit, length) if limit && limit >= 0 && limit < length
    line = @string.byteslice(@pos, chomp ? chomped : length).force_encoding(external_encoding)
    @pos += length
    @lineno += 1
    line
  end

  # What ends a line if nothing is said.
  def __newline
    newline = $/ || "\n"
    external_encoding.ascii_compatible? ? newline : newline.encode(external_encoding)
  end

  # The bytes up to the end of a line, and those without what ends it.
  def __length_of_line(separator)
    found = separator && __position_of(separator, @pos)
    return [size - @pos, size - @pos] unless found

    chomped = found - @pos
    chomped -= 1 if separator == "\n" && chomped > 0 && @string.getbyte(found - 1) == 13
    [found + separator.bytesize - @pos, chomped]
  end

  # The same of lines up to empty ones, and these.
  def __paragraph
    at = @pos
    while (found = __position_of("\n", at))
      stop = at = found + 1
      while (width = __newline_at(stop))
        stop += width
      end
      next unless stop > at

      found -= 1 if found > @pos && @string.getbyte(found - 1) == 13
      return [stop - @pos, found - @pos]
    end
    [size - @pos, size - @pos]
  end

  def __newline_at(at)
    case @string.getbyte(at)
    when 10 then 1
    when 13 then @string.getbyte(at + 1) == 10 ? 2 : nil
    end
  end

  # So many bytes, or some more: a character is not cut.
  def __within(limit, length)
    case external_encoding
    when Encoding::UTF_8
      limit += 1 while limit < length && @string.getbyte(@pos + limit) & 0xc0 == 0x80
    when Encoding::UTF_16LE, Encoding::UTF_16BE then limit += limit % 2
    when Encoding::UTF_32LE, Encoding::UTF_32BE then limit += -limit % 4
    end
    limit
  end

  # As bytes: a position may be anywhere.
  def __position_of(separator, from)
    return if from >= size

    if @string.encoding == separator.encoding && @string.getbyte(from) & 0xc0 != 0x80
      return @string.byteindex(separator, from)
    end

    @string.b.byteindex(separator.b, from)
  end

  def __skip_newlines
    @pos += 1 while @string.getbyte(@pos) == 10
  end

  def __take(count)
    part = @string.byteslice(@pos, count)
    @pos += part.bytesize
    part
  end

  def __unget(text)
    raise IOError, "not modifiable string" if @string.frozen?

    start = @pos - text.bytesize
    if start < 0
      after = @string.byteslice(@pos, size).to_s
      __replace(text.b + after.b)
      @pos = 0
    else
      __overwrite(start, text)
      @pos = start
    end
    nil
  end
end
