# frozen_string_literal: true

module Kobako
  # The root of every error that kobako raises. Raised itself when no more runs are possible at once.
  class Error < StandardError
    # @return [Execution, nil] the run that it ended; nil for an error outside of a run
    attr_reader :execution
  end

  # The guest was stopped: engine fault, corrupt guest, wire violation.
  class TrapError < Error; end

  # The invocation ran past its timeout.
  class TimeoutError < TrapError; end

  # {Execution#cancel} stopped the guest.
  class CancelledError < TrapError; end

  # The guest's memory reached its memory_limit.
  class MemoryLimitError < TrapError; end

  # No Sandbox could be made of this wasm file.
  class SetupError < Error; end

  # The wasm file does not exist.
  class ModuleNotBuiltError < SetupError; end

  # What the guest recorded about an error. On an error that the host itself raised,
  # backtrace_lines is empty and the others are nil.
  module GuestRecord
    # @return [String, nil] "sandbox" or "service"
    attr_reader :origin
    # @return [String, nil] name of the guest's exception class
    attr_reader :klass
    # @return [Array<String>] the guest's backtrace, innermost line first
    attr_reader :backtrace_lines
    # @return [Object, nil] further facts, for example the constants that a script could have meant
    attr_reader :details

    def initialize(message = nil, origin: nil, klass: nil, backtrace_lines: [], details: nil)
      super(message)
      @origin = origin
      @klass = klass
      @backtrace_lines = backtrace_lines
      @details = details
    end
  end

  # The script's own fault: it raised, did not compile, or gave a result that cannot cross.
  class SandboxError < Error
    include GuestRecord
  end

  # One invocation held more host objects than handles exist for.
  class HandlerExhaustedError < SandboxError; end

  # Preloaded bytecode has the wrong RITE version or a corrupt body.
  class BytecodeError < SandboxError; end

  # A service call failed and the script did not rescue it.
  class ServiceError < Error
    include GuestRecord
  end
end
