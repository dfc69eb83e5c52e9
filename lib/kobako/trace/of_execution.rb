# frozen_string_literal: true

module Kobako
  module Trace
    # The timeline of a run, from what it left.
    #
    # @api private
    class OfExecution
      # @param run [Execution]
      # @raise [ArgumentError] unless it has ended
      def initialize(run)
        raise ArgumentError, "the run has not ended, so it has no timeline yet" unless run.ended?

        @run = run
        @calls = run.calls
      end

      # @return [Timeline]
      def timeline
        Timeline.new(title: "#{@run.name || "run"}: #{ending}", facts:, duration: usage.wall_time,
                     rows: @calls.first(Timeline::MAX_ROWS).each_with_index.map { |call, index| row(call, index) },
                     calls: @calls.size, streams: { "stdout" => @run.stdout, "stderr" => @run.stderr })
      end

      private

      def usage = @run.usage

      def ending
        return "ended with a value" if @run.ok?
        return "waits for #{@run.waiting}#{reason}" if @run.suspended?

        error = @run.error
        error ? "ended with #{error.class}: #{error.message}" : "was left in the midst"
      end

      def reason = (": #{@run.waiting.reason.inspect}" if @run.waiting.reason)

      def facts
        replayed = @calls.count(&:replayed?)
        served = "#{Words.count(usage.service_calls, "call")} in #{Words.duration(usage.service_time)}"
        replays = "#{replayed} from a journal" if replayed.positive?
        [Words.duration(usage.wall_time), served, *replays, "#{Words.size(usage.memory_peak)} of memory"]
      end

      def row(call, index)
        Timeline::Row.new(number: index + 1, depth: call.depth, label: Words.line(label(call)), start: call.start,
                          duration: call.duration, bytes_received: call.bytes_received, bytes_sent: call.bytes_sent,
                          outcome: call.outcome, note: note(call, index))
      end

      def label(call) = "#{call.path || "handle #{call.handle}"}.#{call.method}"

      def note(call, index)
        return Words.line("waits#{reason}") if @run.suspended? && waiting?(index)
        return "from the journal" if call.replayed?

        { fault: "failed", none: "not answered" }[call.outcome]
      end

      # The innermost of the calls without an answer.
      def waiting?(index) = index == @calls.rindex { |call| call.outcome == :none }
    end
  end
end
