# Kernel#sleep: nothing waits in a sandbox, its clocks move on.
module Kernel
  def sleep(seconds = nil) = Process.__sleep(seconds)
  private :sleep

  def self.sleep(seconds = nil) = Process.__sleep(seconds)
end

module Process
  # Moments on the monotonic clock at which somebody wants to be called.
  @alarms = []

  class << self
    def __sleep(seconds)
      if seconds.nil?
        raise ThreadError, "sleep for ever: nothing in a sandbox could end it (give it a number of seconds)"
      end

      __wait(__interval(seconds))
    end

    # Nanoseconds of a number of seconds, or of what has divmod as a number has.
    def __interval(seconds)
      if seconds.is_a?(Float) && !seconds.finite?
        raise RangeError, "#{seconds.nan? ? "NaN" : "Inf"} out of Time range" unless seconds == -Float::INFINITY
      elsif !seconds.is_a?(Float)
        whole, rest = seconds.divmod(1) if seconds.respond_to?(:divmod) && !seconds.is_a?(String)
        raise TypeError, "can't convert #{seconds.class} into time interval" unless rest
      end
      raise ArgumentError, "time interval must not be negative" if (whole || seconds) < 0

      whole ? whole * 1_000_000_000 + (rest * 1_000_000_000).to_i : (seconds * 1_000_000_000).to_i
    end

    # Moves the clocks on, or to the first alarm on the way, which is called.
    # @return [Integer] the seconds that went by
    def __wait(nanoseconds)
      alarm = @alarms.min_by(&:first)
      left = alarm && [alarm[0] - Time.__nanoseconds(CLOCK_MONOTONIC), 0].max
      return __pass(nanoseconds) unless left && left <= nanoseconds

      __pass(left)
      __silence(alarm)
      alarm[1].call
      __wait(nanoseconds - left)
    end

    # Calls `ring`, once, if something within the block sleeps until then.
    def __alarm(nanoseconds, ring)
      alarm = [Time.__nanoseconds(CLOCK_MONOTONIC) + nanoseconds, ring]
      @alarms.push(alarm)
      yield
    ensure
      __silence(alarm)
    end

    private

    def __pass(nanoseconds)
      raise RangeError, "#{nanoseconds / 1_000_000_000} seconds are too many to sleep (at most 9223372036)" if
        nanoseconds >= 1 << 63

      Time.__pass(nanoseconds)
      (nanoseconds + 500_000_000) / 1_000_000_000
    end

    def __silence(alarm) = @alarms.delete_if { |other| other.equal?(alarm) }
  end
end
