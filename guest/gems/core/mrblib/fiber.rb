# Fiber: what ends a fiber from outside.
class Fiber
  # Goes through it: what `ensure` has to do is done.
  class Killed < Exception; end
  private_constant :Killed

  # The fiber goes on with an exception where it waits.
  def raise(kind = RuntimeError.new(""), *message)
    places = message.size > 1 ? message.pop : nil
    error = kind.is_a?(String) ? RuntimeError.new(kind) : __exception_of(kind, message)
    error.set_backtrace(places) if places
    __raise(error)
  end

  def kill
    return self if !alive? || __end_unborn

    Kernel.raise(NotImplementedError, "a fiber cannot kill itself (return from its block)") if Fiber.current == self
    __raise(Killed.new("fiber killed"))
    self
  rescue Killed
    self
  end

  private

  def __exception_of(kind, message)
    error = kind.respond_to?(:exception) ? kind.exception(*message) : nil
    error.is_a?(Exception) ? error : Kernel.raise(TypeError, "exception class/object expected")
  end
end
