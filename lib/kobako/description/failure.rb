# frozen_string_literal: true

module Kobako
  class Description
    # An error that ended a run, in words for a model: the limits are the server's, not the code's.
    #
    # @api private
    class Failure
      # Lines of a backtrace.
      MAX_LINES = 20
      private_constant :MAX_LINES

      # @param error [Exception]
      # @param timeout [Float, nil] seconds that the run had
      # @param limits [SandboxOptions]
      def initialize(error, timeout, limits)
        @error = error
        @timeout = timeout
        @limits = limits
      end

      # @return [Exception, nil] of a service
      def cause = @error.is_a?(ServiceError) ? @error.cause : nil

      # @return [Hash{Symbol => Object}] as Schemas::ERROR has it
      def to_h
        { class: klass, message:, line: script? ? @error.line : nil, backtrace:, problems:, hint: }.compact
      end

      # @return [String]
      def to_s = ["#{klass}: #{message}", *backtrace.map { |line| "    #{line}" }, *hint].join("\n")

      private

      def script? = @error.is_a?(ScriptBacktrace)

      def klass = (script? && @error.klass) || @error.class.name

      def message
        case @error
        when TimeoutError then "the code ran longer than #{Text.number(@timeout)} s"
        when MemoryLimitError then "the code took more memory than #{Text.size(@limits.memory_limit)}"
        else cut(@error.message)
        end
      end

      def hint
        case @error
        when TimeoutError then "Do less in one call#{more_time}."
        when MemoryLimitError then "Hold less in memory at once."
        end
      end

      def more_time
        most = @limits.timeout
        return ", or pass a larger timeout" if most.nil?

        ", or pass a larger timeout (at most #{Text.number(most)} s)" if @timeout < most
      end

      def backtrace
        return [] unless script?

        lines = placed_lines
        told = lines.first(MAX_LINES).map { |line| cut(line) }
        lines.size > MAX_LINES ? [*told, "… #{lines.size - MAX_LINES} more"] : told
      end

      def placed_lines = @error.backtrace_lines

      def problems
        return unless @error.is_a?(SandboxError) && @error.problems.any?

        @error.problems.map { |problem| problem.to_h.slice(:line, :column, :message) }
      end

      def cut(text) = Text.cut(Text.utf8(text), @limits.stdout_limit)
    end
  end
end
