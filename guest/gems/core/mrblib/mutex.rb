# Mutex: among fibers, as a sandbox has one thread. What would wait for ever raises.
class ThreadError < StandardError; end

class Mutex
  def locked? = !@holder.nil?
  def owned? = locked? && @holder.equal?(Fiber.current)

  def try_lock
    return false if locked?

    @holder = Fiber.current
    true
  end

  def lock
    return self if try_lock

    raise ThreadError, owned? ? "deadlock; recursive locking" : "deadlock; the lock is held by another fiber"
  end

  def unlock
    raise ThreadError, "Attempt to unlock a mutex which is not locked" unless locked?
    raise ThreadError, "Attempt to unlock a mutex which is locked by another thread/fiber" unless owned?

    @holder = nil
    self
  end

  def synchronize
    raise ThreadError, "must be called with a block" unless block_given?

    lock
    begin
      yield
    ensure
      unlock
    end
  end
end
