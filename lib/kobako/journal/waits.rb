# frozen_string_literal: true

module Kobako
  class Journal
    # How a replay waits for the answer of a call, and gets it, or goes on where nobody knows whether there was one.
    #
    # @api private
    module Waits
      # @return [Request, nil] the call for which the run waits
      attr_reader :waiting
      # @return [Object] the reason
      attr_reader :reason

      # Ends the run in the midst of the innermost call.
      #
      # @param reason [String] encoded
      # @raise [Kobako::Error] when a call around it cannot be made again
      def suspend(reason)
        outer = @calls[0...-1].map { |number| @cursor.request(number) }.find { |call| !repeatable?(call.target) }
        raise Kobako::Error, Remarks.stuck(@cursor.request(@calls.last), outer) if outer

        @cursor.step(Entry::WAIT, reason)
        wait(@calls.last, reason)
      end

      private

      # The call waited, and the journal ends there.
      def resumed(number) = @resumption.answer? ? give(@resumption.take(@dispatcher)) : wait(number, @waited)

      # Nobody knows whether the call was made.
      def unknown(number, request, &)
        rule = @resumption.on_unknown
        return [ask(&), false] if rule == :ask || repeatable?(target(request))
        raise ReplayError, Remarks.doubt(@cursor.request(number)) if rule == :fail

        value = rule.call(PendingCall.new(@cursor.request(number)))
        [play || give(value), true]
      end

      def give(value)
        response = Given.new(@handles, value).response(@execution)
        @cursor.step(Entry::ANSWER, response)
        response
      end

      def wait(number, reason)
        @waiting = @cursor.request(number)
        @reason = Codec::Decoder.decode(reason)
        throw @tag
      end
    end
  end
end
