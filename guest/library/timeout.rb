# frozen_string_literal: true

# Timeout by the sandbox's clock. A `sleep` is interrupted when the time comes; other code runs on, and has timed out if
# it ends after its time. What never ends is stopped by the timeout of the sandbox.
module Timeout
  VERSION = "0.4.3"

  # Ends a block without being rescued as an error in it.
  class ExitException < Exception
    def exception(*) = self
  end

  # Raised where Timeout.timeout is given no class of its own.
  class Error < RuntimeError
    def self.handle_timeout(message)
      exit = ExitException.new(message)
      begin
        yield exit
      rescue ExitException => e
        raise unless e.equal?(exit)

        raise self, message
      end
    end
  end

  class << self
    def timeout(sec, klass = nil, message = nil, &block)
      return yield(sec) if sec.nil? || sec == 0
      raise ArgumentError, "Timeout sec must be a non-negative number" if sec < 0

      message ||= "execution expired"
      return within(sec, [klass, message], &block) if klass

      Error.handle_timeout(message) { |exit| within(sec, [exit], &block) }
    end

    private

    def within(sec, error)
      begun = now
      over = false
      expire = lambda do
        over = true
        raise(*error)
      end
      value = Process.__alarm((sec * 1_000_000_000).ceil, expire) { yield(sec) }
      expire.call if !over && now - begun >= sec
      value
    end

    def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  end

  def timeout(*args, &block) = Timeout.timeout(*args, &block)
  private :timeout
end
