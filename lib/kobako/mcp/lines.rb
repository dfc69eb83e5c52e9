# frozen_string_literal: true

module Kobako
  module MCP
    # The lines of a stream, none of which may take much memory.
    #
    # @api private
    class Lines
      CHUNK = 1 << 16
      private_constant :CHUNK

      # @param input [IO]
      # @param stop [IO] ends them when it can be read
      # @param max_bytes [Integer] of a line
      def initialize(input, stop, max_bytes)
        @input = input
        @stop = stop
        @max_bytes = max_bytes
        @line = String.new
        @chunk = String.new(capacity: CHUNK)
      end

      # @yieldparam line [String, nil] bytes without the newline; nil for a line that is too long
      def each
        while (chunk = read)
          *ends, begun = chunk.split("\n", -1)
          ends.each do |part|
            add(part)
            yield take
          end
          add(begun)
        end
        yield take unless @ended || @line&.empty?
      end

      private

      # nil at the end.
      def read
        ready, = IO.select([@input, @stop])
        return if (@ended = ready.include?(@stop))

        @input.readpartial(CHUNK, @chunk)
      rescue IOError, Errno::EIO, Errno::ECONNRESET
        nil
      end

      # nil when it is too long, whose bytes are forgotten.
      def add(part)
        @line = @line && @line.bytesize + part.bytesize <= @max_bytes ? @line << part : nil
      end

      def take
        line = @line
        @line = String.new
        line
      end
    end
  end
end
