# Process, as far as a sandbox has it: its clocks. Without a clock of the host they stand still.
module Process
  CLOCK_REALTIME = 0
  CLOCK_MONOTONIC = 1
  CLOCK_PROCESS_CPUTIME_ID = 2
  CLOCK_THREAD_CPUTIME_ID = 3

  Tms = Struct.new(:utime, :stime, :cutime, :cstime)

  def self.times = Tms.new(clock_gettime(CLOCK_PROCESS_CPUTIME_ID), 0.0, 0.0, 0.0)

  def self.pid = $$

  def self.clock_getres(clock, unit = :float_second)
    Time.__nanoseconds(__integer_of(clock)) or raise Errno::EINVAL, "clock_getres"
    __in_unit(1, unit)
  end

  def self.__clock_gettime(clock, unit)
    nanoseconds = Time.__nanoseconds(__integer_of(clock)) or raise Errno::EINVAL, "clock_gettime"
    __in_unit(nanoseconds, unit)
  end

  def self.__in_unit(nanoseconds, unit)
    case unit
    when nil, :float_second then nanoseconds / 1e9
    when :float_millisecond then nanoseconds / 1e6
    when :float_microsecond then nanoseconds / 1e3
    when :second then nanoseconds.div(1_000_000_000)
    when :millisecond then nanoseconds.div(1_000_000)
    when :microsecond then nanoseconds.div(1000)
    when :nanosecond then nanoseconds
    else raise ArgumentError, "unexpected unit: #{unit}"
    end
  end
end
