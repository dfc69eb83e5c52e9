# frozen_string_literal: true

module RubySuite
  # A limit in processor time for what only has a timeout by the clock: a neighbour that keeps the processor busy makes
  # an invocation longer, not a hang.
  class ProcessorLimit
    PATIENCE = 4
    # A processor that is ours alone is still not all ours.
    SHARE = 0.8

    # @param seconds [Numeric] processor time of this process
    def initialize(seconds)
      @seconds = seconds
    end

    # Yields a timeout; more each time, until what ran out of it had the processor for as long as it may.
    # @raise [Kobako::TimeoutError]
    def within
      timeout = @seconds
      begin
        begun = now
        yield timeout
      rescue Kobako::TimeoutError
        raise if now - begun > @seconds * SHARE

        timeout *= PATIENCE
        retry
      end
    end

    private

    def now = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
  end
end
