# frozen_string_literal: true

module Kobako
  # How an invocation ends that has no value.
  module Outcome
    class << self
      # @param failures [Transport::Failures, nil] the exceptions that became faults in the invocation
      # @return [Proc] takes the bytes of a panic record, and raises what it says
      def raiser(failures = nil)
        proc do |bytes|
          record = Panic.decode(bytes)
          # A service's own exception is the cause of the error that it led to.
          cause = failures && record.origin == "service" ? failures[record.message] : nil
          cause ? raise(record.to_error, cause:) : raise(record.to_error)
        end
      end
    end
  end
end
