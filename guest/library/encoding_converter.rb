# frozen_string_literal: true

# Encoding::Converter: what `encode` does, of a text that comes in parts.
class Encoding
  class Converter
    INVALID_MASK = 0xf
    INVALID_REPLACE = 0x2
    UNDEF_MASK = 0xf0
    UNDEF_REPLACE = 0x20
    UNDEF_HEX_CHARREF = 0x30
    PARTIAL_INPUT = 0x10000
    AFTER_OUTPUT = 0x20000
    UNIVERSAL_NEWLINE_DECORATOR = 0x100
    CRLF_NEWLINE_DECORATOR = 0x1000
    CR_NEWLINE_DECORATOR = 0x2000
    LF_NEWLINE_DECORATOR = 0x4000
    XML_TEXT_DECORATOR = 0x4000
    XML_ATTR_CONTENT_DECORATOR = 0x8000
    XML_ATTR_QUOTE_DECORATOR = 0x100000

    # What an error tells of is no longer.
    LONGEST = 8
    private_constant :LONGEST

    class << self
      def search_convpath(source, destination, **)
        new(source, destination).convpath
      end

      # What is of ASCII beside an encoding that is not.
      def asciicompat_encoding(encoding)
        encoding = Encoding.find(encoding)
        Encoding::UTF_8 unless encoding.ascii_compatible?
      rescue ArgumentError
        nil
      end
    end

    attr_reader :source_encoding, :destination_encoding, :last_error

    def initialize(source, destination, flags = 0, **options)
      @source_encoding = find(source, source, destination)
      @destination_encoding = find(destination, source, destination)
      if @source_encoding == @destination_encoding && source != ""
        raise ConverterNotFoundError, "code converter not found (#{source} to #{destination})"
      end

      @options = options
      @options[:invalid] = :replace if flags & INVALID_MASK == INVALID_REPLACE
      @options[:undef] = :replace if flags & UNDEF_MASK == UNDEF_REPLACE
      @left = "".b
    end

    def convpath
      direct = [@source_encoding, @destination_encoding].include?(UTF_8)
      direct ? [[@source_encoding, @destination_encoding]] : [[@source_encoding, UTF_8], [UTF_8, @destination_encoding]]
    end

    def replacement
      @options[:replace] || (@destination_encoding.name.start_with?("UTF") ? "\uFFFD" : "?".encode("US-ASCII"))
    end

    def replacement=(text)
      @options[:replace] = text
    end

    # What is not yet a character is kept for the next part.
    def convert(text)
      text = (@left + text.b).force_encoding(@source_encoding)
      @left = unfinished(text)
      text = text.byteslice(0, text.bytesize - @left.bytesize)
      encoded(text)
    end

    def finish
      text = @left.force_encoding(@source_encoding)
      @left = "".b
      encoded(text)
    end

    # Takes from the one and adds to the other, up to what cannot be converted.
    def primitive_convert(source, target, at = nil, most = nil, flags = 0, partial_input: false, after_output: false)
      target.replace(target.byteslice(0, at)) if at
      target.force_encoding(@destination_encoding)
      room = most ? target.bytesize + most : nil
      partial_input ||= flags & PARTIAL_INPUT != 0
      @last_error = nil
      text = (source || "").dup.force_encoding(@source_encoding)
      left = unfinished(text)
      text = text.byteslice(0, text.bytesize - left.bytesize)
      rest = ->(from) { source&.replace((text.byteslice(from..).b + left).force_encoding(source.encoding)) }
      done = 0
      text.each_char do |part|
        from = done
        done += part.bytesize
        piece = encoded(part.valid_encoding? || @options[:invalid] ? part : text.byteslice(from, LONGEST))
        if room && target.bytesize + piece.bytesize > room
          rest.call(from)
          return :destination_buffer_full
        end
        target << piece
        next unless after_output || flags & AFTER_OUTPUT != 0

        rest.call(done)
        return :after_output
      rescue UndefinedConversionError, InvalidByteSequenceError => e
        rest.call(done)
        return e.is_a?(UndefinedConversionError) ? :undefined_conversion : :invalid_byte_sequence
      end
      source&.clear
      return :finished if left.empty? && !partial_input
      return :source_buffer_empty if partial_input

      begin
        encoded(left.force_encoding(@source_encoding))
      rescue InvalidByteSequenceError
        :incomplete_input
      end
    end

    def primitive_errinfo
      error = @last_error
      return [:source_buffer_empty, nil, nil, nil, nil] unless error

      names = [error.source_encoding_name, error.destination_encoding_name]
      return [:undefined_conversion, *names, error.error_char.b, ""] if error.is_a?(UndefinedConversionError)

      [error.incomplete_input? ? :incomplete_input : :invalid_byte_sequence, *names, error.error_bytes,
       error.readagain_bytes.to_s]
    end

    def ==(other)
      other.is_a?(Converter) && convpath == other.convpath && replacement == other.replacement
    end

    def inspect = "#<Encoding::Converter: #{@source_encoding} to #{@destination_encoding}>"

    private

    def find(name, source, destination)
      name == "" ? UTF_8 : Encoding.find(name)
    rescue ArgumentError
      raise ConverterNotFoundError, "code converter not found (#{source} to #{destination})"
    end

    def encoded(text)
      @last_error = nil
      text.encode(@destination_encoding, @source_encoding, **@options)
    rescue UndefinedConversionError, InvalidByteSequenceError => e
      @last_error = e
      raise
    end

    # The bytes at the end that more bytes could make a character.
    def unfinished(text)
      bytes = text.b
      case @source_encoding
      when UTF_16LE, UTF_16BE, UTF_32LE, UTF_32BE
        width = @source_encoding.name.include?("16") ? 2 : 4
        bytes.byteslice(bytes.bytesize - bytes.bytesize % width, width)
      when UTF_8
        found = bytes.match(/(?:[\xC2-\xDF]|[\xE0-\xEF][\x80-\xBF]?|[\xF0-\xF4][\x80-\xBF]{0,2})\z/n)
        found ? found[0] : "".b
      else "".b
      end
    end
  end
end
