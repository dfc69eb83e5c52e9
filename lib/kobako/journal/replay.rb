# frozen_string_literal: true

require_relative "handles"
require_relative "request"

module Kobako
  class Journal
    # One run along a journal: answers from it up to its end, then asks the services and records.
    #
    # @api private
    class Replay
      # Answers the request of a call with what was given for it.
      Given = Struct.new(:handles, :value) do
        def answer(*) = value
        def unread(error) = raise(error)

        def unsent(_target, _name, error)
          raise ArgumentError, "the answer cannot cross: #{error.message}", cause: error
        end
      end
      # Any request will do for what is given.
      REQUEST = Codec::Encoder.encode(["Given", "call", [], {}, false]).freeze
      private_constant :Given, :REQUEST

      # @return [Request, nil] the call that the run waits for
      attr_reader :waiting
      # @return [Object] the reason
      attr_reader :reason

      # @param log [Log]
      # @param objects [Objects]
      # @param resumption [Resumption] what its caller said
      # @param write [#call] adds an entry: a kind and bytes
      def initialize(log, objects, resumption, write)
        @log = log
        @objects = objects
        @resumption = resumption
        @write = write
        @position = 1
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
        @shown = @log.each_of(Entry::CLOCK).sum { |bytes| bytes.bytesize / 8 }
      end

      # @return [Boolean] whether the journal says what comes next
      def replaying? = !upcoming.nil?

      # Lets a block run, which may end in the midst of a call that waits.
      def run(&) = catch(@tag, &)

      # Records what the clock showed since the last call.
      def finish = note_clock

      # @param request [String] bytes
      # @yield to ask the service
      # @yieldreturn [String] the response's bytes
      # @return [Array(String, Boolean)] the response's bytes, and whether the journal gave them
      # @raise [ReplayError] when it is another request than was recorded, or one that cannot be answered
      def call(request, &)
        replaying = replaying?
        step(Entry::CALL, request)
        @calls << number = @position - 1
        replaying ? again(number, request, &) : [ask(&), false]
      ensure
        @calls.pop if number
      end

      # A block is given values.
      #
      # @param arguments [String] bytes
      def yielding(arguments) = stopping { step(Entry::YIELD, arguments) }

      # The block gave a value.
      #
      # @param response [String] bytes
      def yielded(response) = stopping { step(Entry::BLOCK, response) }

      # An object got a handle.
      #
      # @param handle [Integer]
      # @param object [BasicObject]
      def held(handle, object)
        stopping do
          kind, bytes = upcoming
          next record(Entry::HANDLE, @objects.write(handle, object, @dispatcher.path_of(object))) unless kind
          next @position += 1 if kind == Entry::HANDLE && Objects.read(bytes).handle == handle

          raise differs("an object for handle #{handle & 0xffff_ffff}", kind, bytes)
        end
      end

      # @param absent [Objects::Absent]
      # @return [BasicObject] the object that it stands for
      # @raise [ReplayError] when there is no way to have it
      def locate(absent)
        recorded = absent.recorded
        stopping do
          case recorded.how
          when Objects::SERVICE then service(recorded.key).object
          when Objects::KEY then @objects.locate(recorded)
          else raise ReplayError, lost(absent)
          end
        end
      end

      # Ends the run in the midst of the innermost call.
      #
      # @param reason [Object]
      # @raise [Kobako::Error] when a call around it cannot be made again
      def suspend(reason)
        reason = encoded(reason)
        outer = @calls[0...-1].map { |number| request(number) }.find { |request| !repeatable?(request.target) }
        if outer
          raise Kobako::Error, "#{request(@calls.last).target} cannot suspend in the block of #{outer.target}, which " \
                               "would have to be called again (bind that with replay: :again, or suspend elsewhere)"
        end
        step(Entry::WAIT, reason)
        wait(@calls.last, reason)
      end

      private

      # What the journal says next.
      def upcoming
        @position += 1 while (entry = @log[@position]) && entry.first == Entry::CLOCK
        entry
      end

      # Goes on by an entry, which is recorded or compared with the one that was.
      def step(kind, bytes)
        recorded, content = upcoming
        return record(kind, bytes) unless recorded
        raise differs(described(kind, bytes), recorded, content) unless recorded == kind && content == bytes

        @position += 1
      end

      def record(kind, bytes)
        note_clock
        @write.call(kind, bytes)
        @position = @log.size
      end

      def note_clock
        readings = @execution.readings(@shown)
        return if readings.empty? || replaying?

        @shown += readings.size
        @write.call(Entry::CLOCK, readings.pack("q>*"))
        @position = @log.size
      end

      # Ends the run by what the block raises, whatever a service rescues.
      def stopping
        yield
      rescue ReplayError, JournalError => e
        @dispatcher.stop(e)
      end

      # Asks the service, beside what was recorded of the call if it was asked before.
      def ask
        response = yield
        step(Entry::ANSWER, response)
        response
      end

      # The journal has this call.
      def again(number, request, &)
        if @log.answer_to(number)
          return [ask(&), false] if repeated?(number, request)

          return [play(number), true]
        end
        return [play(number) || resumed(number), true] if @log.wait?(number)

        unknown(number, request, &)
      end

      # Does what the journal says of a call.
      #
      # @return [String, nil] the answer, if there is one
      def play(number)
        while (kind, bytes = upcoming)
          @position += 1
          case kind
          when Entry::HANDLE then restore(Objects.read(bytes), number)
          when Entry::YIELD then step(Entry::BLOCK, @execution.yield_to_block(bytes))
          when Entry::WAIT then @given_reason = bytes
          when Entry::ANSWER then return bytes
          end
        end
      end

      def restore(recorded, number) = @handles.restore(Objects::Absent.new(recorded, number))

      # The call waited, and the journal ends there.
      def resumed(number)
        @resumption.answer? ? give(@resumption.take(@dispatcher)) : wait(number, @given_reason)
      end

      # Whether the call gave objects that only itself can give again.
      def repeated?(number, request)
        @log.unnamed?(number) && !@log.wait?(number) && repeatable?(target(request))
      end

      # Nobody knows whether the call was made.
      def unknown(number, request, &)
        rule = @resumption.on_unknown
        return [ask(&), false] if rule == :ask || repeatable?(target(request))
        raise ReplayError, doubt(number) if rule == :fail

        value = rule.call(PendingCall.new(request(number)))
        [play(number) || give(value), true]
      end

      def give(value)
        response = @execution.respond(Given.new(@handles, value), REQUEST)
        step(Entry::ANSWER, response)
        response
      end

      def wait(number, reason)
        @waiting = request(number)
        @reason = Codec::Decoder.decode(reason)
        throw @tag
      end

      def target(request) = Transport::CallHead.read(request).first

      def request(number) = Request.new(@log[number].last, References.new(@log))

      def repeatable?(target) = String === target && @dispatcher.service(target)&.repeatable? # rubocop:disable Style/CaseEquality

      def service(path)
        @dispatcher.service(path) || raise(ReplayError, "the journal has the service #{path}, which this run does not")
      end

      def encoded(reason)
        Codec::Encoder.encode(reason)
      rescue Codec::UnsupportedType => e
        raise ArgumentError, "the reason to suspend cannot be recorded: #{e.message} (give text, or other plain data)"
      end

      def differs(actual, kind, bytes)
        recorded = described(kind, bytes)
        ReplayError.new("the run has #{actual} where its journal has #{recorded} (entry #{@position}): what it hangs " \
                        "on has changed", recorded:, actual:)
      end

      def described(kind, bytes)
        case kind
        when Entry::CALL then Request.new(bytes, References.new(@log)).to_s
        when Entry::HANDLE then "an object for handle #{Objects.read(bytes).id}"
        else "#{Entry::NAMES[kind]} of #{bytes.bytesize} bytes (#{Origin.digest(bytes).unpack1("H12")})"
        end
      end

      def doubt(number)
        "#{request(number)} was under way when the run ended, and nothing says whether it was made (pass on_unknown: " \
          ":ask to make it again or a lambda that gives its value, or bind the service with replay: :again)"
      end

      def lost(absent)
        "#{request(absent.number)} gave an object that the journal cannot give again (bind that service with replay: :again, " \
          "pass identify: and locate: to the journal, or let it give values)"
      end
    end
  end
end
