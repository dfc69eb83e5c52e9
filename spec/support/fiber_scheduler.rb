# frozen_string_literal: true

# A Fiber scheduler of the least size: sleeps, I/O, and blocks with or without a timeout, on one thread.
class FiberScheduler
  def initialize
    @ready = []
    @asleep = {}.compare_by_identity
    @reading = {}.compare_by_identity
    @writing = {}.compare_by_identity
    @blocked = 0
    @lock = Thread::Mutex.new
    @urgent, @bell = IO.pipe
  end

  def fiber(&)
    Fiber.new(blocking: false, &).tap(&:resume)
  end

  def kernel_sleep(duration = nil)
    block(:sleep, duration)
    true
  end

  # @return [Boolean] whether it was unblocked before the timeout
  def block(_blocker, timeout = nil)
    @blocked += 1
    @asleep[Fiber.current] = timeout && (now + timeout)
    Fiber.yield != :late
  ensure
    @blocked -= 1
  end

  # May be called from another thread.
  def unblock(_blocker, fiber)
    @lock.synchronize { @ready << fiber }
    @bell.write_nonblock(".")
  end

  def io_wait(io, events, timeout = nil)
    @reading[io] = Fiber.current if (events & IO::READABLE).positive?
    @writing[io] = Fiber.current if (events & IO::WRITABLE).positive?
    @asleep[Fiber.current] = timeout && (now + timeout)
    woken = Fiber.yield
    woken == :late ? false : events
  end

  def close
    run
  ensure
    [@urgent, @bell].each(&:close)
  end

  def run
    step until @asleep.empty?
  end

  private

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  def step
    readable, writable = IO.select([@urgent, *@reading.keys], @writing.keys, [], delay)
    readable&.delete(@urgent) && @urgent.read_nonblock(1 << 16)
    ready = @lock.synchronize { @ready.slice!(0..) }
    ready.concat(Array(readable).map { |io| @reading[io] }, Array(writable).map { |io| @writing[io] })
    ready.each { |fiber| wake(fiber, :ready) }
    late = @asleep.select { |_, at| at && at <= now }.keys
    late.each { |fiber| wake(fiber, :late) }
  end

  def delay
    first = @asleep.values.compact.min
    first && [first - now, 0].max
  end

  def wake(fiber, reason)
    return unless @asleep.key?(fiber)

    @asleep.delete(fiber)
    [@reading, @writing].each { |waiting| waiting.delete_if { |_, other| other.equal?(fiber) } }
    fiber.resume(reason)
  end
end
