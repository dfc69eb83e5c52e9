# frozen_string_literal: true

# Runs that wait.
module Kobako
  class << self
    # Ends the run whose call of a service is being served: it waits for an answer from elsewhere. Nothing is held
    # meanwhile; {Sandbox#execute} with the same journal and `answer:` goes on. A script can neither see nor rescue it.
    #
    # @example
    #   def deliver(to) = Kobako.suspend("mail to #{to} needs approval")
    # @param reason [Object, nil] text, or other plain data, for those who are to answer
    # @raise [Kobako::Error] outside of a call of a run with a journal, and in a block of a call that cannot be made
    #   again
    # @raise [ArgumentError] for a reason that cannot be recorded
    def suspend(reason = nil)
      recorder = Journal::Recorder.current
      return recorder.suspend(reason) if recorder

      raise Kobako::Error, "Kobako.suspend is for a service that a run with a journal calls, in the thread and the " \
                           "fiber of the call (run the script by execute(code, journal: Kobako::Journal.new))"
    end
  end
end
