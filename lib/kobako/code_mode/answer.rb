# frozen_string_literal: true

require_relative "trouble"

module Kobako
  class CodeMode
    # What came of code that a model wrote; {#to_s} is text for the model.
    class Answer
      # @return [Execution, nil] of the run, which had the session's earlier code before; nil when nothing was run
      attr_reader :execution
      # @return [String, nil] the code, without fences; nil when there was none
      attr_reader :code
      # @return [Exception, nil] what the code ended with; its `cause` is the exception of a tool
      attr_reader :error
      # @return [String] what the code printed, up to the limit
      attr_reader :stdout
      # @return [String] what the code wrote to standard error, up to the limit
      attr_reader :stderr

      # @api private
      # @param limits [SandboxOptions] of one call
      # @param code [String, nil]
      # @param execution [Execution, nil]
      # @param error [Exception, nil]
      # @param trouble [#to_s, nil] what the model is told of the error
      # @param shown [String, nil] what the code said of a value that cannot leave the sandbox
      # @param kept [Boolean] whether what the code did is there in later code
      # @param printed [Array(Integer, Integer)] bytes of standard output and error that earlier code printed
      def initialize(limits, code: nil, execution: nil, error: nil, trouble: nil, printed: [0, 0], shown: nil,
                     kept: true)
        @limits = limits
        @code = code
        @execution = execution
        @error = error
        @trouble = trouble
        @shown = shown
        @kept = kept
        @cuts = {}
        @stdout, @stderr = %i[stdout stderr].zip(printed).map { |stream, start| captured(stream, start) }
      end

      # @return [Boolean] whether the code ended with a value
      def ok? = !execution.nil? && execution.ok?

      # @return [Object, nil] the value; nil without one, and for one that cannot leave the sandbox
      def value = (execution.value if ok?)

      # @return [Boolean] whether the code waits for {Session#approve}, {Session#deny} or {Session#answer}
      def suspended? = !waiting.nil?

      # @return [PendingCall, nil] for which it waits
      def waiting = execution&.waiting

      # @return [String] for the model: the value, the output, an error with the way out
      def to_s
        [shown, section("stdout", stdout), section("stderr", stderr), lost].compact.join("\n\n")
      end

      # @return [String]
      def inspect = "#<#{self.class} #{suspended? ? "suspended" : error&.class || "ok"}>"

      private

      def shown
        return "The code waits: #{pending} Do not send it again." if suspended?
        return @trouble.to_s if @trouble

        limit = @limits.stdout_limit
        text, cut = value_text(limit)
        "=> #{text}#{Description::Printed.remark(limit, "return less") if cut}"
      end

      def value_text(limit)
        if @shown
          text = Description::Text.utf8(@shown)
          return [text.byteslice(0, limit).scrub(""), text.bytesize > limit]
        end

        text = Description::ValueText.new(value, limit)
        [text.text, text.cut?]
      end

      def lost
        "The session printed too much: what this code defined is not kept. Print less." if ok? && !@kept
      end

      def pending
        reason = waiting.reason
        "#{Description::Text.brief(waiting.to_s)} has no answer yet" \
          "#{" (#{Description::Text.brief(reason)})" if reason.is_a?(String)}."
      end

      def captured(stream, start)
        return "" unless execution

        bytes = execution.public_send(stream).byteslice(start..) || ""
        limit = @limits.public_send("#{stream}_limit")
        @cuts[stream] = limit if bytes.bytesize > limit || execution.public_send("#{stream}_truncated?")
        Description::Printed.text(bytes.byteslice(0, limit), @cuts.key?(stream))
      end

      def section(name, text) = Description::Printed.section(name, text, @cuts[name.to_sym])
    end
  end
end
