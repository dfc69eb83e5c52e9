# frozen_string_literal: true

# Objects as bytes and back, in format 4.8 of CRuby.
module Marshal
  MAJOR_VERSION = 4
  MINOR_VERSION = 8

  class << self
    # @param port what the bytes are written to, or the limit
    # @return [String] the bytes, or the port
    # @raise [TypeError] for what has no bytes, such as a Proc
    def dump(object, port = (portless = true) && nil, limit = -1)
      return Writer.new.dump(object, portless ? limit : port) if portless || Integer === port
      raise TypeError, "instance of IO needed" unless port.respond_to?(:write)

      port.binmode if port.respond_to?(:binmode)
      port.write(Writer.new.dump(object, Process.__send__(:__integer_of, limit)))
      port
    end

    # @param source [String] or what has getbyte and read
    # @param proc what is called with each object, and gives the one to take
    # @raise [ArgumentError, TypeError] for bytes that are no dump
    def load(source, proc = nil, freeze: false)
      Reader.new(bytes_of(source), proc, freeze).load
    end
    alias restore load

    private

    def bytes_of(source)
      source = source.to_str if !(String === source) && source.respond_to?(:to_str)
      return Text.new(source) if String === source
      raise TypeError, "instance of IO needed" unless source.respond_to?(:getbyte) && source.respond_to?(:read)

      source.binmode if source.respond_to?(:binmode)
      Stream.new(source)
    end
  end

  # The bytes of a String.
  class Text
    def initialize(text)
      @text = String.instance_method(:b).bind_call(text)
      @at = 0
      @size = @text.bytesize
    end

    def byte
      raise ArgumentError, "marshal data too short" if @at >= @size

      @at += 1
      @text.getbyte(@at - 1)
    end

    def bytes(count)
      raise ArgumentError, "negative string size (or size too big)" if count < 0
      raise ArgumentError, "marshal data too short" if count > @size - @at

      @at += count
      @text.byteslice(@at - count, count)
    end
  end

  # The bytes that an IO has next: no more are taken than a dump has.
  class Stream
    def initialize(io)
      @io = io
    end

    def byte = @io.getbyte || raise(EOFError, "end of file reached")

    def bytes(count)
      raise ArgumentError, "negative string size (or size too big)" if count < 0
      return "".b if count == 0

      read = @io.read(count)
      raise ArgumentError, "marshal data too short" unless read && read.bytesize == count

      read.b
    end
  end

  private_constant :Text, :Stream
end

require "marshal/kinds"
require "marshal/writer"
require "marshal/reader"
require "marshal/core"
