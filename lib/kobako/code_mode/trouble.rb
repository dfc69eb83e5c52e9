# frozen_string_literal: true

module Kobako
  class CodeMode
    # An error that ended a model's code, with the way out.
    #
    # @api private
    class Trouble < Description::Failure
      GONE = "What this code defined is not kept."
      SLOW = "Earlier code is done again first, which takes too long by now: have the host begin a new session."
      FULL = "Ask for less at once, or have the host begin a new session."
      LOST = "It is of earlier code and cannot be had again: get it anew."
      # Names that are offered.
      NEAR = 3
      # Errors of a tool that say that it was called otherwise than it is to be.
      CALLED = /\A(?:ArgumentError|NoMethodError|TypeError): /
      private_constant :GONE, :SLOW, :FULL, :LOST, :NEAR, :CALLED

      # @param error [Exception]
      # @param mode [CodeMode]
      # @param execution [Execution]
      # @param turns [Driver::Turns] of the run
      # @param kept [Boolean] whether what was done is there in later code
      def initialize(error, mode, execution, turns, kept)
        super(error, mode.limits.timeout, mode.limits)
        @mode = mode
        @services = mode.services
        @execution = execution
        @turns = turns
        @kept = kept
      end

      private

      def placed_lines
        lines = super.take_while { |line| !line.start_with?(Driver::OWN) }
        outermost = levels(lines.last.to_s)
        lines.map { |line| line.sub(Driver::LEVELS) { level(levels(line) - outermost) } }
      end

      # In how many blocks a line is, those of the driver too.
      def levels(line)
        found = Driver::LEVELS.match(line)
        found && found[:block] ? (found[:levels] || 1).to_i : 0
      end

      # Of blocks within the code.
      def level(number)
        return "'<main>'" if number.zero?

        number <= 1 ? "'block in <main>'" : "'block (#{number} levels) in <main>'"
      end

      def message
        case @error
        when CallLimitError then limit_message
        when JournalError then full_message || super
        else super
        end
      end

      def full_message
        size = Description::Text.size(@mode.session_limit)
        "the session is over its limit of #{size}" if @error.message.include?("limit is")
      end

      def limit_message
        text = @error.message
        own = text[/\Athe script made call \d+ of (\S+), its max_calls is \d+/]
        own || "the code called tools more than #{@mode.max_calls} times"
      end

      def hint
        told = [advice(super), (GONE unless @kept)].compact.join(" ")
        told unless told.empty?
      end

      def advice(general)
        case @error
        when TimeoutError then @turns.begun? ? general : SLOW
        when MemoryLimitError then general
        when CallLimitError then "Make fewer calls in one piece of code."
        when JournalError then FULL
        when ReplayError then LOST
        when ServiceError then service_hint
        end
      end

      # How the method is called that failed, or which there are.
      def service_hint
        call = failed_call if @error.message.match?(CALLED)
        return unless call&.path

        methods = @services.methods(call.path)
        found = methods.find { |method| method.signature.name == call.method }
        return "It is called so: #{found.line}" if found

        offered(methods, call.method)
      end

      def failed_call
        @execution.calls.reverse_each.find { |call| call.outcome == :fault && call.path != Driver::PATH }
      end

      def offered(methods, name)
        near = Spelling.near(name, methods.map { |method| method.signature.name }).first(NEAR)
        lines = methods.select { |method| near.include?(method.signature.name) }.map(&:line)
        lines.any? ? ["Did you mean:", *lines.map { |line| "    #{line}" }].join("\n") : nil
      end
    end
  end
end
