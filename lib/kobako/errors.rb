# frozen_string_literal: true

require_relative "script_backtrace"

module Kobako
  # The root of every error that kobako raises. Raised itself when no more runs are possible at once.
  class Error < StandardError
    # @return [Execution, nil] the run that it ended; nil for an error outside of a run
    attr_reader :execution
  end

  # The guest was stopped: engine fault, corrupt guest, wire violation.
  class TrapError < Error
    include ScriptBacktrace
  end

  # The invocation ran past its timeout.
  class TimeoutError < TrapError; end

  # {Execution#cancel} stopped the guest.
  class CancelledError < TrapError; end

  # The guest's memory reached its memory_limit.
  class MemoryLimitError < TrapError; end

  # A run made more calls of services than its max_calls or a service's allow.
  class CallLimitError < TrapError; end

  # No Sandbox could be made of this wasm file.
  class SetupError < Error; end

  # The wasm file does not exist.
  class ModuleNotBuiltError < SetupError; end

  # These bytes are no journal, or the journal is of another run, or over its limit.
  class JournalError < Error; end

  # The run does not do what its journal says, or the journal cannot give what the run needs.
  class ReplayError < Error
    # @return [String, nil] what the journal has
    attr_reader :recorded
    # @return [String, nil] what the run has in its place
    attr_reader :actual

    # @api private
    def initialize(message = nil, recorded: nil, actual: nil)
      super(message)
      @recorded = recorded
      @actual = actual
    end
  end

  # These bytes are no job or no outcome, this server cannot perform the job, or the job failed of which there is only
  # the outcome's JSON.
  class JobError < Error; end

  # What the guest recorded about an error. On an error that the host itself raised,
  # backtrace_lines is empty and the others are nil.
  module GuestRecord
    include ScriptBacktrace

    # @return [String, nil] "sandbox" or "service"
    attr_reader :origin
    # @return [Object, nil] further facts, for example the names that a script could have meant; { "status" => 3 } of
    #   a SystemExit
    attr_reader :details

    # @api private
    # @param message [String, nil]
    # @param origin [String, nil]
    # @param klass [String, nil] the exception's class in the script
    # @param backtrace_lines [Array<String>]
    # @param details [Object, nil]
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

    # @return [Array<Problem>] all errors of code that does not compile, in the order of their places
    def problems = @problems ||= Problem.of_details(details)

    private

    def place = problems.empty? ? super : [details["filename"], problems.first.line]

    def shown_lines = problems.empty? ? super : [place.join(":"), *super]
  end

  # No constant has the name that Sandbox#run was to call.
  class UndefinedEntrypointError < SandboxError
    # @return [Symbol]
    attr_reader :name

    def initialize(message = nil, name: nil, available: [], **record)
      super(message, **record, details: { "available" => available }.freeze)
      @name = name
    end

    # @return [Array<Symbol>] the constants that the snippets define
    def available = details["available"]
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
