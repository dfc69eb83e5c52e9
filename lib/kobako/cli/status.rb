# frozen_string_literal: true

module Kobako
  module CLI
    # What was given to the command is not what it takes.
    #
    # @api private
    class UsageError < StandardError; end

    # How the command ends, beside what a script gives to `exit`.
    #
    # @api private
    module Status
      OK = 0
      FAULT = 1
      USAGE = 2
      TIMEOUT = 124
      INTERRUPTED = 130
      MEMORY = 137
      # Its reader went away; as a process that SIGPIPE ends.
      CLOSED_PIPE = 141
    end
  end
end
