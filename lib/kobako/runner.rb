# frozen_string_literal: true

module Kobako
  # Makes the executions of one sandbox, and drives those that a caller has settings for or wants to have.
  #
  # @api private
  class Runner
    # @param runtime [Runtime]
    # @param link [Transport::Link]
    # @param on_output [#call, nil] takes a stream and text of each run
    # @param origin [Array(String, SandboxOptions)] the guest's file, and the options
    # @raise [ArgumentError] for an on_output that cannot be called
    def initialize(runtime, link, on_output, origin:)
      unless on_output.nil? || on_output.respond_to?(:call)
        raise ArgumentError, "on_output is a #{on_output.class}, expected something that answers `call(stream, text)`"
      end

      @runtime = runtime
      @link = link
      @on_output = on_output
      @origin = origin
    end

    # @return [Boolean] whether somebody wants to hear of every run, of its output, or has its calls counted
    def attended? = @on_output || Subscribers.any? || Notifications.wanted? || @link.bindings.limited?

    # @param settings [Proc, nil] makes the settings of an execution
    # @return [Execution] that has not begun
    def execution(settings)
      @link.seal
      @runtime.execution.configure(@link.bindings, @on_output, &settings)
    end

    # @param execution [Execution]
    # @param lending [Symbol] the method of Link that lends a dispatcher
    # @yieldparam dispatcher [Transport::Dispatcher, nil]
    # @yieldparam execution [Execution]
    # @return [Object] what the block gives
    def perform(execution, lending)
      run = -> { lend(execution, lending) { |dispatcher| yield dispatcher, execution } }
      value = Notifications.wanted? ? Notifications.instrument(execution, &run) : run.call
      execution.finish
      value
    rescue Kobako::Error
      execution.finish
      raise
    ensure
      Subscribers.publish(execution) if execution.ended?
    end

    # The same, and does not raise what the execution ended with.
    #
    # @return [Execution]
    def conclude(execution, lending, &)
      perform(execution, lending, &)
      execution
    rescue Kobako::Error => e
      raise if e.is_a?(Codec::UnsupportedType) || !e.equal?(execution.error)

      execution
    end

    # The same along a journal, which no other run may use meanwhile.
    #
    # @param resumption [Resumption, nil] nil without a journal
    # @param program [Array<String, nil>, nil] what is run
    # @return [Execution]
    def along(execution, resumption, lending, program, &)
      return conclude(execution, lending, &) unless resumption

      resumption.journal.use do
        origin = Journal::Origin.of(*@origin, @link, execution.bindings, program)
        execution.follow(resumption, origin)
        conclude(execution, lending, &)
      end
    end

    private

    def lend(execution, lending, &)
      recorder = execution.recorder
      recorder ? @link.record(recorder, &) : @link.public_send(lending, &)
    end
  end
end
