# frozen_string_literal: true

module Kobako
  # How a run ends that has no value.
  module Outcome
    EXECUTION = Object.instance_method(:instance_variable_set)
    private_constant :EXECUTION

    class << self
      # @param record [String] the bytes of a panic record
      # @param dispatcher [Transport::Dispatcher, nil] knows the exceptions that became faults in the run
      # @raise [SandboxError, ServiceError] what it says, always
      def fail(record, dispatcher)
        record = Panic.decode(record)
        # A service's own exception is the cause of the error that it led to.
        failures = dispatcher.failures if dispatcher.respond_to?(:failures)
        cause = failures && record.origin == "service" ? failures[record.message] : nil
        cause ? raise(record.to_error, cause:) : raise(record.to_error)
      end

      # Notes in an error which execution it ended.
      #
      # @param exception [Kobako::Error]
      # @param execution [Execution]
      # @return [Kobako::Error] what is to be raised
      def failure(exception, execution)
        exception = undecodable(exception) if refused?(exception)
        exception.execution || exception.frozen? || EXECUTION.bind_call(exception, :@execution, execution)
        exception
      end

      # An execution ended that somebody wants to hear of.
      #
      # @param execution [Execution]
      def ended(execution) = Subscribers.publish(execution)

      private

      def refused?(exception)
        (exception.is_a?(Codec::Error) && !exception.is_a?(Codec::UnsupportedType)) ||
          exception.is_a?(Transport::Rejection)
      end

      def undecodable(exception)
        raise Transport::Error, "result cannot be decoded: #{exception.message}", cause: exception
      rescue Transport::Error => e
        e
      end
    end
  end
end
