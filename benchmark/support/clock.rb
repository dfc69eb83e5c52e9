# frozen_string_literal: true

# Times blocks and gives medians, in seconds.
module Clock
  SAMPLE_SECONDS = 0.002

  module_function

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  # Median seconds of one call, over `samples` samples of as many calls as fill SAMPLE_SECONDS.
  def median(samples: 31, &)
    calls = (SAMPLE_SECONDS / [sample(1, &), 1e-9].max).ceil.clamp(1, 10_000)
    sample(calls, &)
    median_of(Array.new(samples) { sample(calls, &) / calls })
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
