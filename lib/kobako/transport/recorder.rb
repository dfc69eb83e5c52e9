# frozen_string_literal: true

require_relative "../call"
require_relative "call_head"

module Kobako
  module Transport
    # Stands between the guest and the dispatcher of a run whose calls are counted: notes each, and ends the run
    # where a budget is spent.
    #
    # @api private
    class Recorder
      # The calls that are kept of one run; all count.
      MAX_CALLS = 100_000
      # Bytes of a name of the guest's that is kept as it is.
      MAX_NAME = 256
      # Beginnings of calls that are remembered.
      MAX_HEADS = 256
      private_constant :MAX_NAME, :MAX_HEADS

      # @return [Array<Call>] in the order in which they began
      attr_reader :calls

      # @param max_calls [Integer, nil] calls of the run, nil for no limit
      def initialize(max_calls)
        @max_calls = max_calls
        @calls = []
        @count = 0
        @depth = 0
        @spent = Hash.new(0)
        @heads = {}
      end

      # @return [nil] runs without a journal wait for nothing
      def waiting = nil

      # @return [Class] of the table of handles
      def handles_class = Catalog::Handles

      # @param dispatcher [Dispatcher] that answers from now on
      # @return [self]
      def over(dispatcher)
        @dispatcher = dispatcher
        self
      end

      # @return [Catalog::Handles]
      def handles = @dispatcher.handles

      # @return [Failures]
      def failures = @dispatcher.failures

      # @param error [Exception]
      def ended=(error)
        @dispatcher.ended = error
      end

      # @raise [TrapError] always
      def violation(message) = @dispatcher.violation(message)

      # @param execution [Execution]
      def begin(execution)
        @begun = now
        @execution = execution
        @dispatcher.begin(execution)
      end

      # Lets the run go on to its end.
      def run = yield

      # The run is over: lets go of what belonged to it.
      def finish = @dispatcher = @execution = @spent = nil

      # @return [Float] seconds of the run that came from a journal
      def replay_time = 0.0

      # @param request [String] bytes
      # @return [String] the response's bytes
      # @raise [CallLimitError] when a budget is spent
      def call(request)
        target, name = head(request)
        service = service_at(target)
        spend(service)
        begun = now
        call = note(service, target, name, request, begun - @begun)
        @depth += 1
        response, replayed = respond(request)
        response
      ensure
        @depth -= 1 if call
        call&.finish(response, replayed, now - begun)
      end

      private

      # Most calls begin as the one before, or as another one did.
      def head(request)
        return @head if @beginning && request.start_with?(@beginning)

        size = CallHead.size(request) or return CallHead.read(request)
        @beginning = request.byteslice(0, size)
        @head = @heads[@beginning] || remember(@beginning, CallHead.read(request))
      end

      def remember(beginning, head)
        @heads.clear if @heads.size >= MAX_HEADS
        @heads[beginning] = head.each(&:freeze)
      end

      def respond(request) = [@execution.respond(@dispatcher, request), false]

      def service_at(target)
        case target
        when String then @dispatcher.service(target)
        when Integer then held(target)
        end
      end

      # A service of which the guest holds a handle.
      def held(id)
        @dispatcher.service_at(handles.fetch(id))
      rescue Rejection
        nil
      end

      def spend(service)
        run_spent if @max_calls && @count >= @max_calls
        @count += 1
        return unless (limit = service&.max_calls)

        service_spent(service) if @spent[service] >= limit
        @spent[service] += 1
      end

      def run_spent
        over_budget "the script made call #{@count + 1}, max_calls of the run is #{@max_calls} (set a larger " \
                    "max_calls in the run's block)"
      end

      def service_spent(service)
        over_budget "the script made call #{@spent[service] + 1} of #{service.path}, its max_calls is " \
                    "#{service.max_calls} (bind it with a larger max_calls:)"
      end

      def over_budget(message) = @dispatcher.stop(CallLimitError.new(message))

      def note(service, target, name, request, start)
        path = service ? service.path : (kept(target) if target.is_a?(String))
        handle = target if target.is_a?(Integer)
        call = Call.new(path, handle, kept(name), request.bytesize)
        call.place(start, @depth)
        @calls << call if @calls.size < MAX_CALLS
        call
      end

      def kept(name) = name.bytesize > MAX_NAME ? Exposure::Label.brief(name) : name

      def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    end
  end
end
