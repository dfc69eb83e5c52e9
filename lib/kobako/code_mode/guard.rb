# frozen_string_literal: true

module Kobako
  class CodeMode
    # Stands before the tools in one run: counts their calls, and asks for approvals.
    #
    # @api private
    class Guard
      # @return [Integer] calls of tools that the code made
      attr_reader :count

      # @param approvals [Approvals]
      # @param max_calls [Integer] of tools
      # @param count [Integer] of them that the code made before it waited
      # @param decided [Array(String, DeniedError), nil] bytes of the call on which somebody decided, and with what it
      #   fails, or nil if it is to be made
      def initialize(approvals, max_calls, count: 0, decided: nil)
        @approvals = approvals
        @max_calls = max_calls
        @count = count
        @own = 0
        @decided = decided
      end

      # @return [Boolean] whether the run waits for an approval, and not for a value
      def asked? = @asked || false

      # @param service [Transport::Service, nil]
      # @param name [String]
      # @param request [String] bytes
      # @yieldreturn [PendingCall] the call
      # @return [StandardError, nil] with which it fails
      # @raise [CallLimitError] when there are too many
      def refusal(service, name, request, &)
        own = service&.path == Driver::PATH
        own ? @own += 1 : @count += 1
        limit if @count > @max_calls || @own > Driver::CALLS
        return if own

        rule = service && @approvals.rule(service, name)
        return unless rule

        @decided ? decision(request) : judge(rule, &)
      end

      private

      def limit
        raise CallLimitError, "the code made more than #{@max_calls} calls of tools, max_calls is #{@max_calls} " \
                              "(pass a larger max_calls: to CodeMode.new)"
      end

      def decision(request)
        expected, denial = @decided
        @decided = nil
        return denial if request == expected

        raise ReplayError, "the call is another one than was decided on: something that the run hangs on has changed"
      end

      # A rule that fails denies.
      def judge(rule)
        call = yield
        @asked = true
        verdict = rule == :ask ? :ask : rule.call(call)
        Kobako.suspend("#{call.path || "an object"}.#{call.method} needs approval") if verdict == :ask
        @asked = false
        DeniedError.for(call, verdict) unless verdict == true
      rescue StandardError => e
        @asked = false
        e
      end
    end

    # A call that was not approved; what the script gets in its place.
    class DeniedError < Kobako::Error
      # @api private
      # @param call [PendingCall]
      # @param reason [Object] told if it is a String
      # @return [DeniedError]
      def self.for(call, reason = nil)
        why = ": #{reason}" if reason.is_a?(String)
        new("#{Description::Text.brief(call.to_s)} was denied#{why} (do not call it again, unless you are asked to)")
      end
    end
  end
end
