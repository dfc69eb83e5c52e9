# frozen_string_literal: true

module Kobako
  module MCP
    # What a call of `run_ruby` tells: the value or the failure, the output, the cost.
    #
    # @api private
    class Report
      # @param execution [Execution, nil] that has ended; nil when nothing was run
      # @param failure [Description::Failure, nil] of what did not end with a value
      # @param limit [Integer] bytes of the value's text
      def initialize(execution, failure, limit)
        @execution = execution
        @failure = failure
        @limit = limit
        @value = Description::ValueText.new(execution.value, limit) unless failure
      end

      # @return [Exception, nil] of a service, which a guest is told less of
      def cause = @failure&.cause

      # @param revision [Revision]
      # @return [Hash{Symbol => Object}] the tool's result
      def to_h(revision)
        result = { content: [{ type: "text", text: }], isError: !@failure.nil? }
        revision.structured? ? { **result, structuredContent: structured } : result
      end

      # @return [String] for a model
      def text
        shown = @failure ? @failure.to_s : "=> #{@value.text}#{Printed.remark(@limit, "return less") if @value.cut?}"
        [shown, section("stdout", stdout), section("stderr", stderr)].compact.join("\n\n")
      end

      # @return [Hash{Symbol => Object}] as Schemas::OUTPUT has it
      def structured
        { ok: @failure.nil?, **value, stdout:, stderr:, cut:, error: @failure&.to_h, usage: }
          .reject { |key, part| key == :error && part.nil? }
      end

      private

      def value
        return {} if @failure

        json = @value.cut? ? JSONValue::NONE : JSONValue.of(@execution.value)
        JSONValue::NONE.equal?(json) ? { inspect: @value.text } : { value: json, inspect: @value.text }
      end

      def stdout = @stdout ||= @execution ? Printed.text(@execution.stdout, @execution.stdout_truncated?) : ""

      def stderr = @stderr ||= @execution ? Printed.text(@execution.stderr, @execution.stderr_truncated?) : ""

      def cut
        @cut ||= { "inspect" => @value&.cut?, "stdout" => @execution&.stdout_truncated?,
                   "stderr" => @execution&.stderr_truncated? }.select { |_, is_cut| is_cut }.keys
      end

      def section(name, text) = Printed.section(name, text, (@limit if cut.include?(name)))

      def usage
        (@execution&.usage || Usage::EMPTY)
          .to_h.slice(:wall_time, :cpu_time, :memory_peak, :service_time, :service_calls)
      end
    end
  end
end
