# frozen_string_literal: true

module Kobako
  module CLI
    # What the command says of an error that ended a run.
    #
    # @api private
    class Report
      # So many lines of a backtrace are shown, the last of them from its end.
      FIRST = 20
      LAST = 4
      # From here on a backtrace is the command's own.
      OWN = "(snippet:#{Script::SNIPPET}):".freeze
      EXIT = "SystemExit"
      LIMITS = { TimeoutError => Status::TIMEOUT, MemoryLimitError => Status::MEMORY }.freeze
      # What the library says, and the command calls otherwise.
      OPTIONS = { "timeout:" => "--timeout", "memory_limit:" => "--memory", "max_handles:" => "--handles" }.freeze
      UNPRINTABLE = /(?![\n\t])[[:cntrl:]]/
      private_constant :FIRST, :LAST, :OWN, :EXIT, :LIMITS, :OPTIONS, :UNPRINTABLE

      class << self
        # @param text [String] that a script may have written, in any encoding
        # @return [String] the same in UTF-8, without control characters but newlines and tabs
        def printable(text)
          bytes = text.encoding.ascii_compatible?
          utf8 = bytes ? text.dup : text.encode(Encoding::UTF_8, invalid: :replace, undef: :replace)
          utf8.force_encoding(Encoding::UTF_8).scrub.gsub(UNPRINTABLE, "\uFFFD")
        end

        # @param exception [Exception] of the application's, whose message may raise
        # @param below [String, nil] path of the file whose line is told; nil for the innermost line of all
        # @return [String] its message, and where it was raised
        def words(exception, below: nil)
          file = below && File.absolute_path(below).b
          place = exception.backtrace&.find { |line| file.nil? || line.b.start_with?(file) }
          "#{message(exception)}#{" (#{printable(place)})" if place}"
        end

        private

        def message(exception)
          printable(exception.message.to_s)
        rescue StandardError => e
          "its message raised #{e.class}"
        end
      end

      # @param error [Kobako::Error, nil]
      # @param filename [String, nil] of the code, for an error that has no place in it
      def initialize(error, filename = nil)
        @error = error
        @filename = filename
      end

      # @return [Boolean] whether the script ended by `exit`
      def exit? = klass == EXIT

      # @return [Boolean] whether the code does not compile
      def compiles_not? = @error.is_a?(SandboxError) && @error.problems.any?

      # @return [Integer] the exit status of the command
      def status
        return Status::OK if @error.nil?
        return exit_status if exit?

        LIMITS.fetch(@error.class, Status::FAULT)
      end

      # @return [String, nil] as Ruby tells of an uncaught exception; nil for none, and for `exit`
      def text
        return if @error.nil? || exit?

        return "kobako: #{[*@filename, message].join(": ")}" if unread?

        place, *callers = backtrace
        message = place && !compiles_not? ? "#{place}: #{heading}" : heading
        [message, *shown(callers).map { |line| "\tfrom #{line}" }, *cause].join("\n")
      end

      # @return [String] what the error says, with the options of the command in place of the library's
      def message
        text = @error.message.sub(/\A(?:Sandbox#|Kobako\.)\w+ failed: /, "")
        printable(text).gsub(/\b(?:timeout|memory_limit|max_handles):(?=[ ,)])/) { |name| OPTIONS.fetch(name) }
      end

      # @return [Hash{Symbol => Object}, nil] for JSON; nil for none, and for an `exit` with 0
      def to_h
        return if status.zero?

        { class: klass, message:, file: (@error.filename if placed?), line: (@error.line if placed?), backtrace: }
      end

      private

      def klass = @error && ((@error.klass if placed?) || @error.class.name)

      def placed? = @error.is_a?(ScriptBacktrace)

      # Whether the code is no text, so that no guest saw it.
      def unread? = @error.instance_of?(SandboxError) && @error.klass.nil?

      def exit_status
        status = @error.details["status"] if @error.details.is_a?(Hash)
        status.is_a?(Integer) ? status & 0xff : Status::FAULT
      end

      def backtrace
        lines = placed? ? @error.backtrace_lines : []
        lines.map { |line| printable(line) }.take_while { |line| !line.start_with?(OWN) }
      end

      # With the class at the end of the first line.
      def heading
        first, *rest = message.split("\n", -1)
        ["#{first} (#{printable(klass)})", *rest].join("\n")
      end

      def shown(lines)
        return lines if lines.size <= FIRST + LAST

        [*lines.first(FIRST), "... #{lines.size - FIRST - LAST} more ...", *lines.last(LAST)]
      end

      # What the service raised, for who wrote it.
      def cause
        cause = @error.cause
        return [] if cause.nil? || cause.is_a?(Kobako::Error)

        ["caused by #{printable(cause.class.to_s)}: #{Report.words(cause)}"]
      end

      def printable(text) = Report.printable(text)
    end
  end
end
