# frozen_string_literal: true

module Kobako
  module Transport
    # Raised in a service whose block raised in the guest. A service may rescue it; if it passes through,
    # the guest goes on with its own exception.
    class GuestException < Kobako::Error
      include ScriptBacktrace

      # @param record [Hash] "class", "message" and "backtrace"
      def initialize(record)
        super(record["message"])
        @klass = record["class"]
        @backtrace_lines = record["backtrace"] || []
      end
    end
  end
end
