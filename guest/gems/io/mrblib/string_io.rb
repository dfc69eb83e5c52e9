# A String that is read and written like a stream. Positions count bytes. string_io*.c has what is done most.
class IO
  RDONLY = 0
  WRONLY = 1
  RDWR = 2
  APPEND = 1024
  CREAT = 64
  TRUNC = 512
end

class StringIO
  include Enumerable

  VERSION = "3.1.9".freeze
  MAX_LENGTH__ = (2**63) - 1

  # Of @mode, as string_io.h has them.
  READABLE__ = 1
  WRITABLE__ = 2
  MAY_READ__ = 4
  MAY_WRITE__ = 8
  APPENDS__ = 16

  # The longer ones first.
  BYTE_ORDER_MARKS__ = {
    "\xEF\xBB\xBF".b => "UTF-8", "\xFF\xFE\0\0".b => "UTF-32LE", "\0\0\xFE\xFF".b => "UTF-32BE",
    "\xFF\xFE".b => "UTF-16LE", "\xFE\xFF".b => "UTF-16BE"
  }.freeze

  attr_reader :string, :pos, :lineno
  alias tell pos

  class << self
    def open(*args, **options)
      io = new(*args, **options)
      return io unless block_given?

      begin
        yield io
      ensure
        io.__let_go
      end
    end
  end

  def reopen(*args)
    raise ArgumentError, "wrong number of arguments (given #{args.size}, expected 0..2)" if args.size > 2

    other = args[0]
    if args.size == 1 && !other.is_a?(String)
      other = other.to_strio if !other.is_a?(StringIO) && other.respond_to?(:to_strio)
      raise TypeError, "no implicit conversion of #{other.class} into StringIO" unless other.is_a?(StringIO)

      initialize_copy(other)
    else
      __open(*(args.empty? ? [String.new("")] : args))
    end
    self
  end

  def initialize_copy(other)
    @mode, @encoding = other.__state
    @string = other.string
    @pos = other.pos
    @lineno = other.lineno
    self
  end

  def string=(text)
    text = __string_of(text)
    __become(READABLE__ | WRITABLE__, READABLE__ | (text.frozen? ? 0 : WRITABLE__))
    rewind
    @string = text
  end

  def lineno=(number)
    @lineno = __integer_of(number)
  end

  def rewind = @pos = @lineno = 0

  def size
    raise IOError, "not opened" if @string.nil?

    @string.bytesize
  end
  alias length size

  def seek(offset, from = 0)
    raise IOError, "closed stream" if closed?

    from = { SET: 0, CUR: 1, END: 2 }.fetch(from, from) if from.is_a?(Symbol)
    start = [0, @pos, size][from] if from.is_a?(Integer) && from >= 0
    raise Errno::EINVAL, "invalid whence" unless start

    self.pos = __integer_of(offset) + start
    0
  end

  def pos=(at)
    at = __integer_of(at)
    raise Errno::EINVAL if at < 0

    @pos = at
  end

  def close
    __become(READABLE__ | WRITABLE__, 0)
  end

  def close_read
    raise IOError, "closing non-duplex IO for reading" unless __mode?(MAY_READ__)

    __become(READABLE__, 0)
  end

  def close_write
    raise IOError, "closing non-duplex IO for writing" unless __mode?(MAY_WRITE__)

    __become(WRITABLE__, 0)
  end

  def closed? = closed_read? && closed_write?
  def closed_read? = !__mode?(READABLE__)
  def closed_write? = !__mode?(WRITABLE__)

  def flush = self
  def fsync = 0
  def binmode = set_encoding(Encoding::BINARY)
  def sync = true

  def sync=(value)
    value
  end

  def tty? = false
  alias isatty tty?
  def fileno = nil
  def pid = nil
  def fcntl(*) = raise(NotImplementedError, "fcntl() function is unimplemented on this machine")

  def external_encoding = @encoding || @string&.encoding || Encoding.default_external
  def internal_encoding = nil

  def set_encoding(encoding, _internal = nil, **)
    if encoding.nil?
      encoding = Encoding.default_external
    elsif encoding.is_a?(String)
      encoding = Encoding.find(Regexp.__aside { encoding.split(":")[0].sub(/\Abom\|/i, "") })
    end
    @encoding = encoding
    @string.force_encoding(encoding) if __mode?(WRITABLE__) && @string && !@string.frozen?
    self
  end

  # Skips a byte order mark at the beginning, and gives the encoding that it is of.
  def set_encoding_by_bom
    head = @string&.byteslice(0, 4)&.b
    mark, name = BYTE_ORDER_MARKS__.find { |bytes, _| head&.start_with?(bytes) }
    return unless mark

    set_encoding(Encoding.find(name))
    @pos = mark.bytesize
    external_encoding
  end

  def inspect = Kernel.instance_method(:to_s).bind_call(self)

  def __state = [@mode, @encoding]

  # Has no String from now on.
  def __let_go
    close unless closed?
    @string = nil
  end

  private

  def __mode?(part) = (@mode || 0) & part != 0

  # The mode with that in place of some of it.
  def __become(parts, these)
    @mode = ((@mode || 0) & ~parts) | these
    nil
  end

  # What C's initialize leaves to Ruby.
  def __open_with(args, options)
    raise ArgumentError, "wrong number of arguments (given #{args.size}, expected 0..2)" if args.size > 2

    mode = options.delete(:mode)
    __open(args.empty? ? String.new("") : args[0], args.size == 2 ? args[1] : mode, options)
  end

  def __open(string, mode = nil, options = {})
    string = __string_of(string) unless string.nil?
    reads, writes, appends, truncates = __mode(mode, string)
    raise Errno::EACCES if writes && string&.frozen?

    @mode = (reads ? READABLE__ | MAY_READ__ : 0) | (writes ? WRITABLE__ | MAY_WRITE__ : 0) | (appends ? APPENDS__ : 0)
    @encoding = nil
    string.replace("") if truncates && string
    @string = string
    @pos = @lineno = 0
    given = mode.is_a?(String) ? mode.split(":", 2)[1] : nil
    __check_options(mode, given, options)
    encoding = given || options[:external_encoding] || options[:encoding]
    set_encoding(encoding) if encoding
    binary = options[:binmode] || (mode.is_a?(String) && !given && mode.split(":")[0].include?("b"))
    set_encoding(Encoding::BINARY) if binary
    set_encoding_by_bom if given.is_a?(String) && given[0, 4].casecmp?("bom|")
  end

  # Raises for what mode and options both say.
  def __check_options(mode, encoding, options)
    if encoding && %i[encoding external_encoding internal_encoding].any? { |name| options[name] }
      raise ArgumentError, "encoding specified twice"
    end
    raise ArgumentError, "both textmode and binmode specified" if options[:textmode] && options[:binmode]
    return unless mode.is_a?(String) && mode.split(":")[0].to_s.match?(/[bt]/)

    twice = %i[textmode binmode].find { |name| options.key?(name) }
    raise ArgumentError, "#{twice} specified twice" if twice
  end

  # Whether it is read, written, appended to, and emptied.
  def __mode(mode, string)
    return [true, !string&.frozen?, false, false] if mode.nil?

    if mode.is_a?(Integer)
      access = mode & 3
      return [access != IO::WRONLY, access != IO::RDONLY, mode & IO::APPEND != 0, mode & IO::TRUNC != 0]
    end
    text = __string_of(mode).split(":")[0].to_s
    kind = text[0]
    unless %w[r w a].include?(kind) && text.match?(/\A.[bt]?\+?[bt]?\z/)
      raise ArgumentError, "invalid access mode #{mode}"
    end

    plus = text.include?("+")
    [kind == "r" || plus, kind != "r" || plus, kind == "a", kind == "w"]
  end
end
