# frozen_string_literal: true

module Kobako
  # How a run ends that has no value.
  module Outcome
    # What becomes of Structs and Data of the script in its result.
    class Records
      # @param results [:hash, nil]
      def initialize(results)
        @results = results
        freeze
      end

      # A Struct or a Data of the script stands in its result; it becomes a Hash if this returns.
      #
      # @param name [String] of its class, by the guest
      # @raise [SandboxError] unless results are Hashes
      def record(name)
        return if @results == :hash

        raise SandboxError.new("#{Exposure::Label.brief(name)} cannot leave the sandbox as it is (return its to_h, " \
                               "or pass results: :hash to Sandbox.new, which makes Hashes of Structs and Data)",
                               origin: "sandbox", klass: "TypeError")
      end
    end

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
        exception.execution || exception.frozen? || exception.instance_variable_set(:@execution, execution)
        exception
      end

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
