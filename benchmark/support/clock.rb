# frozen_string_literal: true

# Times blocks and gives medians, in seconds.
module Clock
  SAMPLE_SECONDS = 0.002
  # First calls are slower: caches fill, and a sandbox keeps what it does again and again.
  WARM_UP_SECONDS = 0.01

  module_function

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  # Processor time of this thread in a block.
  def processor_time
    begun = Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID)
    yield
    Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID) - begun
  end

  # Median seconds of one call after the warm-up, over `samples` samples of as many calls as fill SAMPLE_SECONDS.
  def median(samples = 31, &)
    calls = (SAMPLE_SECONDS / [warm_up(&), 1e-9].max).ceil.clamp(1, 10_000)
    median_of(Array.new(samples) { sample(calls, &) / calls })
  end

  # Seconds of a call in the end.
  def warm_up(&)
    start = now
    last = sample(1, &)
    last = sample(1, &) while now - start < WARM_UP_SECONDS
    last
  end

  def median_of(numbers)
    sorted = numbers.sort
    (sorted[(sorted.size - 1) / 2] + sorted[sorted.size / 2]) / 2.0
  end

  def sample(calls)
    start = now
    i = 0
    while i < calls
      yield
      i += 1
    end
    now - start
  end
end
