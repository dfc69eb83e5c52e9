# A String that is read and written like a stream. Positions count bytes.
class StringIO
  include Enumerable

  attr_reader :string, :pos
  attr_accessor :lineno, :sync
  alias tell pos

  def self.open(*args)
    io = new(*args)
    block_given? ? yield(io) : io
  end

  def initialize(string = "", mode = "")
    @string = string
    @append = mode.start_with?("a")
    string.replace("") if mode.start_with?("w")
    @closed = false
    @sync = true
    rewind
  end

  def string=(text)
    rewind
    @string = text
  end

  def rewind = @pos = @lineno = 0
  def eof? = __reading.bytesize <= @pos
  alias eof eof?
  def size = @string.bytesize
  alias length size

  def seek(offset, from = 0)
    self.pos = offset + [0, @pos, size][from]
    0
  end

  def pos=(at)
    raise Errno::EINVAL, "Invalid argument" if at < 0

    @pos = at
  end

  def write(*parts)
    raise IOError, "not opened for writing" if @closed

    parts.sum do |part|
      part = part.to_s
      part = part.dup.force_encoding(@string.encoding) if part.encoding != @string.encoding
      @pos = size if @append
      @string << "\0" * (@pos - size) if @pos > size
      if @pos == size
        @string << part
      else
        @string.replace(@string.byteslice(0, @pos) + part + @string.byteslice(@pos + part.bytesize, size).to_s)
      end
      @pos += part.bytesize
      part.bytesize
    end
  end

  def <<(part)
    write(part)
    self
  end

  # A number of bytes is binary, all that is left is of the encoding of the String.
  def read(length = nil)
    left = __reading.bytesize - @pos
    return length && length > 0 ? nil : @string.byteslice(0, 0) if left <= 0

    length ? __take(length).force_encoding(Encoding::BINARY) : __take(left)
  end

  def gets(separator = "\n", chomp: false)
    if (paragraph = separator == "")
      separator = "\n\n"
      __skip_newlines
    end
    return if eof?

    found = separator && @string.byteindex(separator, @pos)
    line = __take(found ? found + separator.bytesize - @pos : size)
    @lineno += 1
    __skip_newlines if paragraph
    chomp ? line.chomp(separator.to_s) : line
  end

  def readline(*args, **options) = gets(*args, **options) || raise(EOFError, "end of file reached")

  def each_line(*args, **options)
    return to_enum(:each_line, *args, **options) unless block_given?

    while (line = gets(*args, **options))
      yield line
    end
    self
  end
  alias each each_line

  def readlines(*args, **options) = each_line(*args, **options).to_a
  def getc = eof? ? nil : __take(@string.byteslice(@pos, 4)[0].bytesize)
  def getbyte = eof? ? nil : __take(1).ord
  def readchar = getc || raise(EOFError, "end of file reached")

  def each_char
    return to_enum(:each_char) unless block_given?

    while (char = getc)
      yield char
    end
    self
  end

  def ungetc(char)
    return if char.nil?

    char = char.chr if char.is_a?(Integer)
    start = [@pos - char.bytesize, 0].max
    @string.replace(@string.byteslice(0, start) + char + @string.byteslice(@pos, size).to_s)
    @pos = start
    nil
  end

  def truncate(length)
    @string.replace(@string.byteslice(0, length).ljust(length, "\0"))
    0
  end

  def close
    @closed = true
    nil
  end

  def closed? = @closed
  def flush = self
  def tty? = false
  alias isatty tty?

  private

  def __reading
    raise IOError, "not opened for reading" if @closed

    @string
  end

  def __skip_newlines
    @pos += 1 while @string.getbyte(@pos) == 10
  end

  def __take(count)
    part = @string.byteslice(@pos, count)
    @pos += part.bytesize
    part
  end
end
