# frozen_string_literal: true

module Kobako
  class Job
    # Which failures another attempt may get over.
    #
    # @api private
    module Retries
      # The first that fits. A guest is deterministic: with the same answers it ends in the same way.
      TABLE = {
        CancelledError => true,
        TimeoutError => true,
        TrapError => false,
        SandboxError => false,
        SetupError => false,
        JournalError => false,
        ReplayError => false,
        JobError => false
      }.freeze
      private_constant :TABLE

      # @param error [Kobako::Error]
      # @param journal [Boolean] whether the run had one
      # @return [Boolean]
      def self.retryable?(error, journal)
        return !journal && raised?(error.cause) if error.is_a?(ServiceError)

        _, answer = TABLE.find { |klass, _| error.is_a?(klass) }
        answer.nil? || answer
      end

      # Whether the service had the call, and not only refused it. (A journal has the failure as the call's answer.)
      def self.raised?(cause) = !cause.nil? && !cause.is_a?(ArgumentError)
      private_class_method :raised?
    end
  end
end
