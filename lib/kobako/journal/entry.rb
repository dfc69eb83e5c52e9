# frozen_string_literal: true

module Kobako
  class Journal
    # What a journal's entries may be: the first byte of each.
    #
    # @api private
    module Entry
      # Of what run the journal is: {Origin}.
      ORIGIN = "J"
      # A request, as the guest wrote it.
      CALL = "C"
      # What the block of the innermost call is given, as the host wrote it.
      YIELD = "Y"
      # What that block gave, as the guest wrote it.
      BLOCK = "B"
      # The response to the innermost call, as the host wrote it.
      ANSWER = "A"
      # An object that got a handle, for what is written next: {Objects}.
      HANDLE = "H"
      # The innermost call waits; a reason, encoded.
      WAIT = "W"
      # The innermost call, which waits, is made again.
      AGAIN = "R"
      # Readings of the host's clock, 64 bits each.
      CLOCK = "T"
      # When calls were made, of a run that ended or waits: {Times}.
      TIMES = "M"
      # The last entry of a dump; how many there are before it.
      FINISH = "E"

      # What stands in messages for each.
      NAMES = { ORIGIN => "its origin", CALL => "a call", YIELD => "values for a block", BLOCK => "a block's value",
                ANSWER => "an answer", HANDLE => "an object", WAIT => "a wait", AGAIN => "a call made again",
                CLOCK => "readings of the clock", TIMES => "times of calls", FINISH => "the end" }.freeze
    end
  end
end
