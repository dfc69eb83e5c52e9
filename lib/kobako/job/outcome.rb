# frozen_string_literal: true

require_relative "failure"
require_relative "report"

module Kobako
  class Job
    # What became of a job: what its run left, to JSON and back.
    class Outcome
      # Bytes of JSON, by default.
      DEFAULT_LIMIT = 64 << 20
      STATUSES = %w[ok failed suspended].freeze
      private_constant :STATUSES

      # @return [String, nil] of the job
      attr_reader :key
      # @return [Failure, nil] why it failed
      attr_reader :failure
      # @return [PendingCall, nil] for which the run waits
      attr_reader :waiting
      # @return [String] standard output, as {Execution#stdout}
      attr_reader :stdout
      # @return [String] standard error, as {Execution#stderr}
      attr_reader :stderr
      # @return [Usage] what this attempt cost
      attr_reader :usage
      # @return [Integer] calls of services, replayed ones too
      attr_reader :call_count
      # @return [Integer] those that the journal answered
      attr_reader :replayed_count
      # @return [Execution, nil] the run, where it was performed; nil for an outcome that was read, and where no run
      #   could begin
      attr_reader :execution
      # @return [Kobako::Error, nil] what it failed with; a {JobError} that says the same for an outcome that was read
      attr_reader :error

      class << self
        # Reads an outcome.
        #
        # @param json [String] that {#to_json} gave
        # @param limit [Integer] bytes
        # @return [Outcome]
        # @raise [JobError] when it is none, of another version, or over the limit
        def from_json(json, limit: DEFAULT_LIMIT)
          new(**Report.read(Document.read(json, "outcome", limit, Report::FIELDS))).check
        end

        # @api private
        # @param execution [Execution]
        # @param key [String, nil]
        # @param journal [Boolean] whether it had one
        # @return [Outcome]
        def of(execution, key, journal)
          error = execution.error
          return failed(error, key, journal, execution) if error

          new(**left(execution), key:, status: execution.ok? ? "ok" : "suspended", waiting: execution.waiting,
                                 value: (execution.value if execution.ok?))
        end

        # @api private
        # @param error [Kobako::Error] with which a job failed
        # @param key [String, nil]
        # @param journal [Boolean]
        # @param execution [Execution, nil]
        # @return [Outcome]
        def failed(error, key, journal, execution = nil)
          new(**left(execution), key:, error:, status: "failed", failure: Failure.of(error),
                                 retryable: Retries.retryable?(error, journal))
        end

        private

        def left(execution)
          return {} unless execution

          calls = execution.calls
          { execution:, stdout: execution.stdout, stderr: execution.stderr, usage: execution.usage,
            stdout_truncated: execution.stdout_truncated?, stderr_truncated: execution.stderr_truncated?,
            call_count: execution.usage.service_calls, replayed_count: calls.count(&:replayed?) }
        end
      end

      # @api private
      def initialize(status:, key: nil, value: nil, failure: nil, error: nil, waiting: nil, retryable: false,
                     stdout: "", stderr: "", stdout_truncated: false, stderr_truncated: false, usage: Usage::EMPTY,
                     call_count: 0, replayed_count: 0, execution: nil)
        @status = status
        @key = key
        @value = value
        @failure = failure
        @error = error
        @waiting = waiting
        @retryable = retryable
        @stdout = stdout.dup.freeze
        @stderr = stderr.dup.freeze
        @truncated = [stdout_truncated, stderr_truncated]
        @usage = usage
        @call_count = call_count
        @replayed_count = replayed_count
        @execution = execution
        freeze
      end

      # @return [String] "ok", "failed" or "suspended"
      attr_reader :status

      # @return [Boolean] whether the script ended with a value
      def ok? = @status == "ok"

      # @return [Boolean] whether it waits for the answer of a call
      def suspended? = @status == "suspended"

      # @return [Boolean] whether it failed
      def failed? = @status == "failed"

      # Tells failures that another attempt may get over from those that come again each time, as a script does the same
      # with the same answers.
      #
      # @return [Boolean] true for {TimeoutError}, {CancelledError}, a lack of slots, and, without a journal, an
      #   exception of a service other than an ArgumentError; with a journal that is the call's answer in each attempt
      def retryable? = @retryable

      # @return [Object] the script's value
      # @raise [Kobako::Error] {#error} when the job failed
      # @raise [JobError] when it waits
      def value
        raise @error if failed?
        raise JobError, "the job waits for #{waiting}, so it has no value (perform it with an answer)" if suspended?

        @value
      end

      # @return [Boolean] whether the script wrote more than was kept
      def stdout_truncated? = @truncated.first

      # @return [Boolean] whether the script wrote more than was kept
      def stderr_truncated? = @truncated.last

      # @return [String] JSON; the same value, output and numbers come back by {from_json}
      # @raise [JobError] when the value is or holds an object of the host
      def to_json(*) = Document.write("outcome", Report.of(self))

      # @return [Hash{String => Object}] of JSON, for ActiveSupport
      def as_json(*) = JSON.parse(to_json)

      # @return [String]
      def inspect = "#<#{self.class}#{" #{key}" if key} #{@status}#{" #{failure}" if failure}>"

      # @api private
      # @return [self]
      # @raise [JobError] for a status that does not fit what it has
      def check
        unless STATUSES.include?(@status)
          raise JobError, "status of the outcome is #{@status.inspect[0, 40]}, expected #{STATUSES.join(", ")}"
        end
        return self if failed? == !@failure.nil? && suspended? == !@waiting.nil?

        raise JobError, "the outcome is #{@status}, which does not fit what else it says"
      end
    end
  end
end
