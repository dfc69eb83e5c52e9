# frozen_string_literal: true

require_relative "cursor"
require_relative "given"
require_relative "handles"
require_relative "remarks"

module Kobako
  class Journal
    # One run along a journal: answers from it up to its end, then asks the services and records.
    #
    # @api private
    class Replay
      # @return [Request, nil] the call for which the run waits
      attr_reader :waiting
      # @return [Object] the reason
      attr_reader :reason

      # @param cursor [Cursor]
      # @param objects [Objects]
      # @param resumption [Resumption] what its caller said
      def initialize(cursor, objects, resumption)
        @cursor = cursor
        @log = cursor.log
        @objects = objects
        @resumption = resumption
        # The calls under way, by the number of their entry.
        @calls = []
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
      def finish = @cursor.note_clock

      # @param request [String] bytes
      # @yield to ask the service
      # @yieldreturn [String] the response's bytes
      # @return [Array(String, Boolean)] the response's bytes, and whether the journal gave them
      # @raise [ReplayError] when it is another request than was recorded, or one that cannot be answered
      def call(request, &)
        replayed = @cursor.step(Entry::CALL, request)
        @calls << number = @cursor.passed
        replayed ? again(number, request, &) : [ask(&), false]
      ensure
        @calls.pop if number
      end

      # @return [Request] the innermost call
      def under_way = @cursor.request(@calls.last)

      # A block is given values.
      #
      # @param arguments [String] bytes
      def yielding(arguments) = stopping { @cursor.step(Entry::YIELD, arguments) }

      # The block gave a value.
      #
      # @param response [String] bytes
      def yielded(response) = stopping { @cursor.step(Entry::BLOCK, response) }

      # An object got a handle.
      #
      # @param handle [Integer]
      # @param object [BasicObject]
      def held(handle, object)
        stopping { @cursor.hold(handle) { @objects.write(handle, object, @dispatcher.service_at(object)&.path) } }
      end

      # @param absent [Objects::Absent]
      # @return [BasicObject] the object that it stands for
      # @raise [ReplayError] when there is no way to have it
      def locate(absent)
        recorded = absent.recorded
        stopping do
          raise ReplayError, Remarks.lost(@cursor.request(absent.number)) if recorded.how == Objects::NOTHING

          @objects.find(recorded, @dispatcher)
        end
      end

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

      # Ends the run by what the block raises, whatever a service rescues.
      def stopping
        yield
      rescue ReplayError, JournalError => e
        @dispatcher.stop(e)
      end

      # Asks the service, beside what was recorded of the call if it was asked before.
      def ask
        response = yield
        @cursor.step(Entry::ANSWER, response)
        response
      end

      # The journal has this call.
      def again(number, request, &)
        if @log.answer_to(number)
          return repeated?(number, request) ? [ask(&), false] : [play, true]
        end
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

      def target(request) = Transport::CallHead.read(request).first

      # Whether the call gave objects that only itself can give again.
      def repeated?(number, request)
        @log.unnamed?(number) && !@log.wait?(number) && repeatable?(target(request))
      end

      def repeatable?(target) = String === target && @dispatcher.service(target)&.repeatable? # rubocop:disable Style/CaseEquality
    end
  end
end
