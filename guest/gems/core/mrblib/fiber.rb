# Fiber: its storage, and what ends a fiber from outside.
class Fiber
  # What becomes of the keywords of `new`.
  def __keep_all(options) = __take(**options)

  # `storage` is a Hash, nil for none, or true for a copy of what the fiber has that makes this one.
  def __take(blocking: false, storage: true)
    __keep(:storage, Fiber.__storage(storage)) unless storage == true
    __keep(:blocking, true) if blocking
  end

  class << self
    def [](key) = current.__kept(:storage)&.[](__name(key))

    def []=(key, value)
      key = __name(key)
      storage = current.__kept(:storage) || current.__keep(:storage, {})
      value.nil? ? storage.delete(key) : storage[key] = value
    end

    def blocking? = current.blocking? ? 1 : false

    # A copy of what is given as one.
    def __storage(given)
      return if given.nil?
      raise TypeError, "storage must be a hash" unless Hash === given
      raise FrozenError, "storage must not be frozen" if given.frozen?

      wrong = given.keys.find { |key| !(Symbol === key) }
      raise TypeError, "wrong argument type #{wrong.class} (expected Symbol)" if wrong

      given.dup
    end
  end

  def storage = __own.__kept(:storage).dup

  def storage=(given)
    __own.__keep(:storage, Fiber.__storage(given))
  end

  # The first fiber is, and no other unless it is said to be.
  def blocking? = __kept(:blocking) || __root?

  # Goes through it: what `ensure` has to do is done.
  class Killed__ < Exception; end

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
    __raise(Killed__.new("fiber killed"))
    self
  rescue Killed__
    self
  end

  private

  def __own
    return self if Fiber.current == self

    Kernel.raise(ArgumentError, "Fiber storage can only be accessed from the Fiber it belongs to")
  end

  def __exception_of(kind, message)
    error = kind.respond_to?(:exception) ? kind.exception(*message) : nil
    error.is_a?(Exception) ? error : Kernel.raise(TypeError, "exception class/object expected")
  end
end
