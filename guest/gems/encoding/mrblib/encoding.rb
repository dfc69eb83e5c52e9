# Class Encoding, for UTF-8, -16 and -32, US-ASCII, binary, and some of one byte a character.
class EncodingError < StandardError; end

class Encoding
  class CompatibilityError < EncodingError; end
  class ConverterNotFoundError < EncodingError; end

  # What could not be converted, and between which encodings.
  module Failed
    attr_reader :source_encoding, :destination_encoding

    def source_encoding_name = source_encoding.name
    def destination_encoding_name = destination_encoding.name

    def __between(source, destination)
      @source_encoding = source
      @destination_encoding = destination
      self
    end
  end
  private_constant :Failed

  class InvalidByteSequenceError < EncodingError
    include Failed

    attr_reader :error_bytes, :readagain_bytes

    def incomplete_input? = @incomplete

    def __about(bytes, again, incomplete)
      @error_bytes = bytes
      @readagain_bytes = again
      @incomplete = incomplete
      self
    end
  end

  class UndefinedConversionError < EncodingError
    include Failed

    attr_reader :error_char

    def __about(char)
      @error_char = char
      self
    end
  end

  attr_reader :name, :names, :__number

  def initialize(number, *names)
    @__number = number
    @name = names[0].freeze
    @names = names.freeze
    freeze
  end

  alias to_s name

  def ascii_compatible? = @__number <= 16

  def dummy? = @__number >= 21

  def inspect = "#<Encoding:#{__shown}#{" (dummy)" if dummy?}>"

  # As messages name it.
  def __shown = @__number == 0 ? "BINARY (ASCII-8BIT)" : name

  # The numbers are those of characters.h.
  LIST = [
    new(0, "ASCII-8BIT", "BINARY"), new(1, "UTF-8", "CP65001"), new(2, "US-ASCII", "ASCII", "ANSI_X3.4-1968", "646"),
    new(3, "ISO-8859-1", "ISO8859-1"), new(4, "ISO-8859-2", "ISO8859-2"), new(5, "ISO-8859-5", "ISO8859-5"),
    new(6, "ISO-8859-9", "ISO8859-9"), new(7, "ISO-8859-15", "ISO8859-15"), new(8, "Windows-1250", "CP1250"),
    new(9, "Windows-1251", "CP1251"), new(10, "Windows-1252", "CP1252"), new(11, "IBM437", "CP437"),
    new(12, "KOI8-R", "CP878"), new(17, "UTF-16LE"), new(18, "UTF-16BE", "UCS-2BE"), new(19, "UTF-32LE", "UCS-4LE"),
    new(20, "UTF-32BE", "UCS-4BE"), new(21, "UTF-16"), new(22, "UTF-32")
  ].freeze
  NUMBERS = LIST.to_h { |encoding| [encoding.__number, encoding] }.freeze
  NAMED = LIST.flat_map { |encoding| encoding.names.map { |name| [name.upcase, encoding] } }.to_h.freeze
  __note(NUMBERS, NAMED)
  class << self
    undef_method :__note
  end
  private_constant :LIST, :NUMBERS, :NAMED

  LIST.each do |encoding|
    encoding.names.each do |name|
      next unless ("A".."Z").cover?(name[0])

      constant = name.tr("-.", "__")
      const_set(constant.upcase, encoding)
      const_set(constant, encoding) if constant != constant.upcase
    end
  end

  class << self
    undef new

    attr_reader :default_internal

    def list = LIST.dup

    def locale_charmap = "UTF-8"

    def name_list = NAMED.values.uniq.flat_map(&:names) + %w[locale external filesystem internal]

    def aliases = LIST.flat_map { |encoding| encoding.names.drop(1).map { |name| [name, encoding.name] } }.to_h

    def default_external = @default_external || UTF_8

    def default_external=(encoding)
      raise ArgumentError, "default external can not be nil" if encoding.nil?

      @default_external = find(encoding)
    end

    def default_internal=(encoding)
      @default_internal = encoding && find(encoding)
    end

    def find(name)
      return name if name.is_a?(Encoding)

      name = name.is_a?(Symbol) ? name.to_s : __string_of(name)
      wanted = name.upcase
      return NAMED[wanted] if NAMED.key?(wanted)
      return default_internal if wanted == "INTERNAL"
      return default_external if wanted == "EXTERNAL" || wanted == "LOCALE" || wanted == "FILESYSTEM"

      raise ArgumentError, "unknown encoding name - #{name}"
    end

    def compatible?(one, other)
      encodings = [one, other].map { |value| value.is_a?(Encoding) ? value : __encoding_of(value) }
      return if encodings.include?(nil)
      return encodings[0] if encodings[0] == encodings[1]
      return encodings[0] if other.is_a?(String) && other.empty?

      texts = [one, other].grep(String)
      if texts.size == 2 && one.empty?
        return other.ascii_only? && encodings[0].ascii_compatible? ? encodings[0] : encodings[1]
      end
      return unless encodings.all?(&:ascii_compatible?)
      return encodings[0] if !other.is_a?(String) && encodings[1] == US_ASCII
      return encodings[1] if !one.is_a?(String) && encodings[0] == US_ASCII
      return encodings[0] if texts.size == 2 && other.ascii_only?

      encodings[1] if texts.first&.ascii_only?
    end

    private

    def __encoding_of(value) = (value.encoding if value.is_a?(String) || value.is_a?(Symbol) || value.is_a?(Regexp))
  end
end

class Integer
  alias __chr chr

  def chr(*encoding)
    return __chr if encoding.empty?
    raise ArgumentError, "wrong number of arguments (given #{encoding.size}, expected 0..1)" if encoding.size > 1

    to = Encoding.find(encoding[0])
    return __chr("UTF-8") if to == Encoding::UTF_8
    return __chr("BINARY") if to == Encoding::BINARY
    raise RangeError, "#{self} out of char range" if negative? || self > 0xffffffff
    return [self].pack("U").encode(to) unless to.ascii_compatible?
    raise RangeError, "#{self} out of char range" if self > (to == Encoding::US_ASCII ? 127 : 255)

    __chr("BINARY").force_encoding(to)
  end
end
