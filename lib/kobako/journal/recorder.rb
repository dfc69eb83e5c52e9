# frozen_string_literal: true

require_relative "../transport/recorder"
require_relative "replay"

module Kobako
  class Journal
    # A recorder of a run with a journal.
    #
    # @api private
    class Recorder < Transport::Recorder
      # Where a fiber has the recorder of the call that it serves.
      KEY = :kobako_recorder

      # @return [Recorder, nil] of the innermost call that the calling fiber serves
      def self.current = Thread.current[KEY]

      # @param replay [Replay]
      # @param max_calls [Integer, nil] as of {Transport::Recorder}
      # @param guard [#refusal, nil] is asked before each call that the journal does not answer
      def initialize(replay, max_calls, guard = nil)
        super(max_calls)
        @replay = replay
        @guard = guard
      end

      # @return [Class]
      def handles_class = Handles

      # @param execution [Execution]
      def begin(execution)
        super
        @replay.begin(execution, @dispatcher)
        @live = @begun unless @replay.replaying?
      end

      # Lets the run go on to its end, or to where it waits.
      def run(&) = @replay.run(&)

      # The run is over.
      def finish
        @live ||= now
        @replay.finish(calls, now - @begun) if @execution
        request = @replay.waiting
        @waiting = PendingCall.new(request, @replay.reason) if request
        @replay = nil
        super
      end

      # @return [Float] seconds
      def replay_time = @begun && @live ? @live - @begun : 0.0

      # @return [PendingCall, nil] for which the run waits, once it is over
      attr_reader :waiting

      # @param bytes [String] what a block is given
      def yielding(bytes) = @replay.yielding(bytes)

      # @param bytes [String] what it gave
      def yielded(bytes) = @replay.yielded(bytes)

      # Ends the run in the midst of the innermost call.
      #
      # @param reason [Object]
      # @raise [Kobako::Error] as {Replay#suspend}
      # @raise [ArgumentError] when the reason cannot be recorded
      def suspend(reason)
        @replay.suspend(Codec::Encoder.encode(reason))
      rescue Codec::UnsupportedType => e
        raise ArgumentError, "the reason to suspend cannot be recorded: #{e.message} (give text, or other plain data)"
      end

      private

      def respond(request)
        @replay.call(request) { serve(request) }
      ensure
        @live = now unless @live || @replay.replaying?
      end

      def serve(request)
        outer = Thread.current[KEY]
        Thread.current[KEY] = self
        refusal = refused(request) if @guard
        refusal ? refusal.response(@execution) : @execution.respond(@dispatcher, request)
      ensure
        Thread.current[KEY] = outer
      end

      # What is answered in the place of a service that is not to be called; what is only called again was allowed.
      def refused(request)
        return if @replay.replaying?

        target, name = head(request)
        error = @guard.refusal(service_at(target), name, request) { PendingCall.new(@replay.under_way) }
        Given.new(handles, Fault.new("runtime", failures.keep(error))) if error
      rescue CallLimitError, ReplayError => e
        @dispatcher.stop(e)
      end

      # Without looking for an object that the journal only names.
      def held(id)
        object = handles.peek(id)
        return @dispatcher.service(object.path) if Objects::Absent === object && object.path # rubocop:disable Style/CaseEquality
        return if object.nil? || Objects::Absent === object # rubocop:disable Style/CaseEquality

        @dispatcher.service_at(object)
      end
    end
  end
end
