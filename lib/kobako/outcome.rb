# frozen_string_literal: true

module Kobako
  # How an invocation ends that has no value.
  module Outcome
    # Raises what ends an invocation instead of a value.
    class Raiser
      def initialize(failures, results)
        @failures = failures
        @results = results
        freeze
      end

      # @param bytes [String] a panic record
      # @raise [SandboxError, ServiceError] always
      def call(bytes)
        record = Panic.decode(bytes)
        # A service's own exception is the cause of the error that it led to.
        cause = @failures && record.origin == "service" ? @failures[record.message] : nil
        cause ? raise(record.to_error, cause:) : raise(record.to_error)
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
      # @param failures [Transport::Failures, nil] the exceptions that became faults in the invocation
      # @param results [:hash, nil] what becomes of Structs and Data of the script in its result
      # @return [Raiser]
      def raiser(failures = nil, results: nil) = Raiser.new(failures, results)
    end
  end
end
