# StringIO: writing.
class StringIO
  def write_nonblock(text, exception: true) = write(text)

  def putc(value)
    text = value.is_a?(String) ? value[0].to_s : (__integer_of(value) & 255).chr
    write(text)
    value
  end

  def truncate(length)
    raise IOError, "not opened for writing" unless __mode?(WRITABLE__)

    length = __integer_of(length)
    raise Errno::EINVAL, "negative length" if length < 0

    before = size
    __replace(@string.byteslice(0, length) + ("\0" * [length - before, 0].max))
    0
  end

  private

  # What C's write leaves to Ruby: a String that is of another encoding, or is to go past the end.
  def __write(part)
    part = __as_written(part) if part.encoding != external_encoding
    return 0 if part.empty?

    raise IOError, "not modifiable string" if @string.frozen?

    @pos = size if __mode?(APPENDS__)
    __overwrite(@pos, part)
    @pos += part.bytesize
    part.bytesize
  end

  # A text in the encoding of the stream, unless one of both is of bytes.
  def __as_written(text)
    encoding = external_encoding
    return text if encoding == Encoding::BINARY || encoding == Encoding::US_ASCII || text.encoding == Encoding::BINARY

    text.encode(encoding)
  rescue Encoding::UndefinedConversionError, Encoding::InvalidByteSequenceError, Encoding::ConverterNotFoundError
    raise Encoding::CompatibilityError, "incompatible character encodings: #{encoding} and #{text.encoding}"
  end

  # Puts a text at a place in bytes, which may be past the end.
  def __overwrite(at, text)
    @string << ("\0" * (at - size)) if at > size
    bytes = @string.encoding == Encoding::BINARY || text.encoding == Encoding::BINARY
    text = text.dup.force_encoding(@string.encoding) if bytes && text.encoding != @string.encoding
    return @string << text if at == size

    whole = @string.b
    __replace(whole.byteslice(0, at) + text.b + whole.byteslice(at + text.bytesize, size).to_s)
  end

  def __replace(text) = @string.replace(text.force_encoding(@string.encoding))
end
