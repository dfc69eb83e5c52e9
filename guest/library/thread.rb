# frozen_string_literal: true

# Thread, and what threads share: a sandbox has one, so what would wait for another raises.
class Thread
  class << self
    def current = @current ||= __send__(:__only)
    def main = current
    def list = [current]
    def pass = nil
    def abort_on_exception = false
    def report_on_exception = true
    def handle_interrupt(*) = yield

    def abort_on_exception=(flag)
      flag
    end

    def report_on_exception=(flag)
      flag
    end

    def new(*)
      raise NotImplementedError,
            "threads are not implemented: a sandbox has one thread (use Fiber or Enumerator, or a plain loop)"
    end
    alias start new
    alias fork new

    private

    def __only = Class.instance_method(:new).bind_call(self)
  end

  attr_accessor :name, :priority, :abort_on_exception, :report_on_exception

  def initialize
    @variables = {}
    @priority = 0
  end

  # Of the fiber that runs.
  def [](key) = __locals[key.to_sym]
  def key?(key) = __locals.key?(key.to_sym)
  def keys = __locals.keys

  def []=(key, value)
    value.nil? ? __locals.delete(key.to_sym) : __locals[key.to_sym] = value
  end

  def fetch(key, *default, &block) = __locals.fetch(key.to_sym, *default, &block)
  def thread_variable_get(key) = @variables[key.to_sym]
  def thread_variable?(key) = @variables.key?(key.to_sym)
  def thread_variables = @variables.keys

  def thread_variable_set(key, value)
    value.nil? ? @variables.delete(key.to_sym) : @variables[key.to_sym] = value
  end

  def alive? = true
  def status = "run"
  def stop? = false
  def group = nil
  def inspect = "#<Thread:0x#{(__id__ * 8).to_s(16).rjust(16, "0")} run>"
  alias to_s inspect

  def join(*)
    raise ThreadError, "Target thread must not be current thread"
  end
  alias value join

  def backtrace(...) = caller(...)
  def backtrace_locations(...) = caller_locations(...)

  def self.each_caller_location(start = 1, length = nil, &block)
    raise LocalJumpError, "no block given" unless block

    caller_locations(start + 1, length)&.each(&block)
    nil
  end

  def __locals = Fiber.current.__kept(:locals) || Fiber.current.__keep(:locals, {})
  private :__locals

  # Among fibers.
  class Mutex
    alias inspect to_s
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

    # Free for so many seconds of the sandbox's clock.
    def sleep(timeout = nil)
      unlock
      begin
        Kernel.sleep(timeout)
      ensure
        lock
      end
      nil
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

  # What waits for a signal: nobody else runs meanwhile.
  class ConditionVariable
    def wait(mutex, timeout = nil)
      raise ThreadError, "deadlock; nobody is left who could signal" if timeout.nil?

      mutex.sleep(timeout)
    end

    def signal = self
    def broadcast = self
  end

  class Queue
    def initialize(items = nil)
      raise TypeError, "can't convert #{items.class} into Array" unless items.nil? || items.respond_to?(:to_a)

      @items = items.to_a.dup
      @closed = false
    end

    def push(item)
      raise ClosedQueueError, "queue closed" if @closed

      @items.push(item)
      self
    end
    alias << push
    alias enq push

    def pop(non_block = false, timeout: nil)
      raise ArgumentError, "can't set a timeout if non_block is enabled" if non_block && timeout
      return @items.shift unless @items.empty?
      raise ThreadError, "queue empty" if non_block
      return if @closed
      raise ThreadError, "deadlock; nobody is left who could push" unless timeout

      Kernel.sleep(timeout)
      nil
    end
    alias shift pop
    alias deq pop

    def close
      @closed = true
      self
    end

    def clear
      @items.clear
      self
    end

    alias inspect to_s
    def closed? = @closed
    def empty? = @items.empty?
    def size = @items.size
    alias length size
    def num_waiting = 0
    def freeze = raise(TypeError, "cannot freeze #{inspect}")
  end

  class SizedQueue < Queue
    attr_reader :max

    def initialize(max)
      max = __integer_of(max)
      raise ArgumentError, "queue size must be positive" unless max.positive?

      super()
      @max = max
    end

    def max=(max)
      raise ArgumentError, "queue size must be positive" unless max.positive?

      @max = max
    end

    def push(item, non_block = false, timeout: nil)
      raise ClosedQueueError, "queue closed" if @closed
      return super(item) if size < @max
      raise ThreadError, "queue full" if non_block
      raise ThreadError, "deadlock; nobody is left who could pop" unless timeout

      Kernel.sleep(timeout)
      nil
    end
    alias << push
    alias enq push
  end
end

Mutex = Thread::Mutex
ConditionVariable = Thread::ConditionVariable
Queue = Thread::Queue
SizedQueue = Thread::SizedQueue
