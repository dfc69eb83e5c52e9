# frozen_string_literal: true

module Kobako
  # One run that ended, as {Kobako.subscribe} and the notification "run.kobako" tell of it.
  class Event
    OUTCOMES = { TimeoutError => :timeout, MemoryLimitError => :memory_limit, CancelledError => :cancelled,
                 CallLimitError => :call_limit, ReplayError => :replay_error,
                 TrapError => :trap, ServiceError => :service_error, SandboxError => :error,
                 Kobako::Error => :refused }.freeze
    private_constant :OUTCOMES

    # @return [Execution] the run
    attr_reader :execution
    # @return [Time] when the run began
    attr_reader :started
    # @return [Time] when it ended
    attr_reader :ended

    # @api private
    # @param execution [Execution]
    def initialize(execution)
      @execution = execution
      @usage = execution.usage
      @ended = Time.now
      @started = @ended - @usage.wall_time
      freeze
    end

    # @return [String, nil] what the run was called
    def name = execution.name

    # @return [Symbol] :value, :error (the script's own), :service_error, :timeout, :memory_limit, :cancelled, :trap,
    #   :call_limit, :replay_error, :suspended (by {Kobako.suspend}), :refused (no slot was left), or :interrupted (an
    #   exception or a `throw` of the host)
    def outcome
      return :value if execution.ok?
      return :suspended if execution.suspended?

      OUTCOMES.find { |error, _| execution.error.is_a?(error) }&.last || :interrupted
    end

    # @return [Usage]
    attr_reader :usage

    # @return [Hash{Symbol => Object}] name, outcome, error and all of {Usage#to_h}
    def to_h = { name:, outcome:, error: execution.error, **@usage.to_h }
  end
end
