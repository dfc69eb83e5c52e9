# frozen_string_literal: true

require_relative "cursor"
require_relative "given"
require_relative "handles"
require_relative "held"
require_relative "remarks"
require_relative "waits"

module Kobako
  class Journal
    # One run along a journal: answers from it up to its end, then asks the services and records.
    #
    # @api private
    class Replay
      include Held
      include Waits

      # @param cursor [Cursor]
      # @param objects [Objects]
      # @param resumption [Resumption] what its caller said
      def initialize(cursor, objects, resumption)
        @cursor = cursor
        @log = cursor.log
        @objects = objects
        @resumption = resumption
        # The calls under way, by the number of their entry, and those of them whose blocks are.
        @calls = []
        @blocks = []
        @tag = Object.new
      end

      # Begins the run.
      #
      # @param execution [Execution]
      # @param dispatcher [Transport::Dispatcher] whose handles are {Handles}
      def begin(execution, dispatcher)
        @execution = execution
        @dispatcher = dispatcher
        @handles = dispatcher.handles
        @handles.replay = self
        @cursor.begin(execution)
      end

      # @return [Boolean] whether the journal says what comes next
      def replaying? = @cursor.replaying?

      # Lets a block run, which may end in the midst of a call that waits.
      def run(&) = catch(@tag, &)

      # The run is over.
      #
      # @param calls [Array<Call>]
      # @param duration [Float] seconds
      def finish(calls, duration)
        @cursor.note_clock
        note_times(Times.of(calls, duration)) if @cursor.recorded?
      end

      # @param request [String] bytes
      # @yield to ask the service
      # @yieldreturn [String] the response's bytes
      # @return [Array(String, Boolean)] the response's bytes, and whether the journal gave them
      # @raise [ReplayError] when it is another request than was recorded, or one that cannot be answered
      def call(request, &)
        raise @stopped if @stopped

        answer = @cursor.answered(request)
        answer ? [answer, true] : step(request, &)
      rescue ReplayError, JournalError => e
        stop(e)
      end

      # @return [Request] the innermost call
      def under_way = @cursor.request(@calls.last)

      # A block is given values.
      #
      # @param arguments [String] bytes
      def yielding(arguments)
        stopping do
          next if gone?

          @cursor.step(Entry::YIELD, arguments)
          @blocks << @calls.last
        end
      end

      # The block gave a value.
      #
      # @param response [String] bytes
      def yielded(response)
        stopping do
          @blocks.pop
          @cursor.step(Entry::BLOCK, response)
        end
      end

      private

      # What is only looked at ends no run.
      def note_times(times)
        @cursor.note(Entry::TIMES, times.write) if times
      rescue JournalError, SystemCallError, IOError
        nil
      end

      # Ends the run by what the block raises first, whatever a service rescues and does then.
      def stopping
        raise @stopped if @stopped

        yield
      rescue ReplayError, JournalError => e
        stop(e)
      end

      def stop(error) = @dispatcher.stop(@stopped ||= error) # rubocop:disable Naming/MemoizedInstanceVariableName

      # Whether the guest was stopped in a block of the innermost call, whose service goes on all the same.
      def gone? = !@calls.empty? && @blocks.last == @calls.last

      # A call that is new, or that has more in the journal than its answer.
      def step(request, &)
        replayed = @cursor.step(Entry::CALL, request)
        @calls << number = @cursor.passed
        replayed ? again(number, request, &) : [ask(&), false]
      ensure
        @calls.pop if number
      end

      # Asks the service, beside what was recorded of the call if it was asked before.
      def ask
        response = yield
        raise @stopped if @stopped

        @cursor.step(Entry::ANSWER, response) unless gone?
        response
      end

      # The journal has this call.
      def again(number, request, &)
        if @log.answer_to(number)
          return repeated?(number, request) ? [ask(&), false] : [play, true]
        end
        return [ask(&), false] if @log.wait?(number) && @resumption.ask_again? && @cursor.ask_again
        return [play || resumed(number), true] if @log.wait?(number)

        unknown(number, request, &)
      end

      # Does what the journal says of the innermost call.
      #
      # @return [String, nil] the answer, if there is one
      def play
        while (kind, bytes = @cursor.pass)
          case kind
          when Entry::HANDLE then @handles.restore(Objects::Absent.new(Objects.read(bytes), @calls.last))
          when Entry::YIELD then @cursor.step(Entry::BLOCK, @execution.yield_to_block(bytes))
          when Entry::WAIT then @waited = bytes
          when Entry::ANSWER then return bytes
          end
        end
      end

      def target(request) = Transport::CallHead.read(request).first

      # Whether the call gave objects that only itself can give again.
      def repeated?(number, request)
        @log.unnamed?(number) && !@log.wait?(number) && repeatable?(target(request))
      end

      def repeatable?(target) = String === target && @dispatcher.service(target)&.repeatable? # rubocop:disable Style/CaseEquality
    end
  end
end
