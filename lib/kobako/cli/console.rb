# frozen_string_literal: true

module Kobako
  module CLI
    # The three streams of the command. What a script wrote is shown on a terminal with its control characters as
    # text (`^[`), so that it neither colours nor drives the terminal; into a file or a pipe it goes as it is.
    #
    # @api private
    class Console
      # A stream takes no more; not because its reader went away.
      class Unwritable < StandardError; end

      # All but tabs, newlines and carriage returns.
      CONTROL = /(?![\t\n\r])[[:cntrl:]]/
      private_constant :CONTROL

      # @return [IO, StringIO]
      attr_reader :stdin

      # @param stdin [IO, StringIO]
      # @param stdout [IO, StringIO]
      # @param stderr [IO, StringIO]
      def initialize(stdin, stdout, stderr)
        @stdin = stdin
        @streams = { stdout:, stderr: }
        @streams.each_value { |stream| stream.sync = true }
        @raw = false
      end

      # Lets control characters pass to a terminal.
      def raw! = @raw = true

      # @return [Boolean] whether a person types and reads
      def interactive? = @stdin.tty? && @streams[:stdout].tty?

      # @param stream [Symbol] :stdout or :stderr
      # @return [Boolean]
      def terminal?(stream) = @streams[stream].tty?

      # @param stream [Symbol] :stdout or :stderr
      # @param text [String] that a script wrote
      # @raise [Errno::EPIPE] when nobody reads any more
      # @raise [Unwritable] when it cannot be written
      def write(stream, text)
        @streams[stream].write(shown(stream, text))
        nil
      rescue Errno::EPIPE
        raise
      rescue SystemCallError, IOError => e
        raise Unwritable, "cannot write to #{stream}: #{Source.reason(e)}"
      end

      # @param text [String] lines for stdout
      # @raise (see #write)
      def puts(text) = write(:stdout, line(text))

      # @param text [String] lines for stderr
      # @raise (see #write)
      def warn(text) = write(:stderr, line(text))

      # @param text [String] what is wrong, for stderr if that can be written
      def complain(text)
        warn("kobako: #{text}")
      rescue Errno::EPIPE, Unwritable
        nil
      end

      private

      def line(text) = text.end_with?("\n") ? text : "#{text}\n"

      def shown(stream, text)
        return text if @raw || !terminal?(stream)

        text.dup.force_encoding(Encoding::UTF_8).scrub.gsub(CONTROL) { |char| caret(char.ord) }
      end

      def caret(code) = code < 0x80 ? "^#{(code ^ 0x40).chr}" : format("\\u%04x", code)
    end
  end
end
