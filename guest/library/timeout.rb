# frozen_string_literal: true

# Timeout by the sandbox's clock. Nothing interrupts a block: it has timed out when it ends after its time. What never
# ends is stopped by the timeout of the sandbox.
module Timeout
  VERSION = "0.4.3"

  # Raised where Timeout.timeout is given no class of its own.
  class Error < RuntimeError
    def self.handle_timeout(message) = raise(self, message)
  end

  ExitException = Class.new(Exception)

  def self.timeout(sec, klass = nil, message = nil)
    return yield(sec) if sec.nil? || sec == 0
    raise ArgumentError, "Timeout sec must be a non-negative number" if sec < 0

    begun = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    value = yield(sec)
    return value if Process.clock_gettime(Process::CLOCK_MONOTONIC) - begun < sec

    raise klass || Error, message || "execution expired"
  end

  def timeout(*args, &block) = Timeout.timeout(*args, &block)
  private :timeout
end
