# frozen_string_literal: true

# Monitor: a lock that its holder may take again. There is one thread, so only fibers vie for it.
class Monitor
  # What waits for a signal: nobody else runs meanwhile, so without a timeout it would wait for ever.
  class Condition
    def wait(_monitor, timeout)
      raise ThreadError, "deadlock; nobody is left who could signal" if timeout.nil?

      sleep(timeout)
      false
    end

    def signal = self
    def broadcast = self
  end

  def try_enter
    return false unless @owner.nil? || mon_owned?

    @owner = Fiber.current
    @count = @count.to_i + 1
    true
  end

  def enter
    raise ThreadError, "deadlock; the monitor is held by another fiber" unless try_enter
  end

  def exit
    mon_check_owner
    @count -= 1
    @owner = nil if @count == 0
    nil
  end

  def synchronize
    enter
    begin
      yield
    ensure
      self.exit
    end
  end

  def mon_locked? = !@owner.nil?
  def mon_owned? = !@owner.nil? && @owner.equal?(Fiber.current)

  def mon_check_owner
    raise ThreadError, "current fiber not owner" unless mon_owned?
  end

  def wait_for_cond(condition, timeout) = condition.wait(self, timeout)
end
