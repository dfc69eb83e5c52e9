# The class Encoding. A String is UTF-8 or binary, ASCII counts as UTF-8; other encodings are names alone.
class EncodingError < StandardError; end

class Encoding
  attr_reader :name, :names

  def initialize(*names)
    @name = names[0].freeze
    @names = names.freeze
    freeze
  end

  alias to_s name

  def ascii_compatible? = true

  def dummy? = false

  def inspect = "#<Encoding:#{name}>"

  UTF_8 = new("UTF-8", "CP65001")
  BINARY = new("ASCII-8BIT", "BINARY")
  ASCII_8BIT = BINARY
  US_ASCII = new("US-ASCII", "ASCII")
  ASCII = US_ASCII
  LIST = [UTF_8, BINARY, US_ASCII].freeze

  class CompatibilityError < EncodingError; end
  class ConverterNotFoundError < EncodingError; end
  class InvalidByteSequenceError < EncodingError; end
  class UndefinedConversionError < EncodingError; end

  class << self
    undef new

    def list = LIST.dup

    def default_external = UTF_8

    def default_internal = nil

    def find(name)
      return name if name.is_a?(Encoding)

      wanted = name.to_s.upcase
      found = LIST.find { |encoding| encoding.names.include?(wanted) }
      found || raise(ArgumentError, "unknown encoding name - #{name}")
    end

    def compatible?(one, other)
      encodings = [one, other].map { |value| value.is_a?(Encoding) ? value : value.encoding }
      return encodings[0] if encodings[0] == encodings[1]
      return unless one.is_a?(String) && other.is_a?(String)
      return encodings[0] if other.ascii_only?

      one.ascii_only? ? encodings[1] : nil
    end
  end
end

class Integer
  alias __chr chr

  def chr(*encoding) = __chr(*encoding.map { |given| given.is_a?(Encoding) ? given.name : given })
end
