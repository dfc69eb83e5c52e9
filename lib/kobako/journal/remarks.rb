# frozen_string_literal: true

module Kobako
  class Journal
    # Why a run cannot go along its journal, and the way out.
    #
    # @api private
    module Remarks
      class << self
        # @param call [Request] that suspends
        # @param outer [Request] in whose block it does
        # @return [String]
        def stuck(call, outer)
          "#{call.target} cannot suspend in the block of #{outer.target}, which would have to be called again (bind " \
            "that with replay: :again, or suspend elsewhere)"
        end

        # @param call [Request] that was under way
        # @return [String]
        def doubt(call)
          "#{call} was under way when the run ended, and nothing says whether it was made (pass on_unknown: :ask to " \
            "make it again or a lambda that gives its value, or bind the service with replay: :again)"
        end

        # @param call [Request] that gave an object
        # @return [String]
        def lost(call)
          "#{call} gave an object that the journal cannot give again (bind that service with replay: :again, pass " \
            "identify: and locate: to the journal, or let it give values)"
        end
      end
    end
  end
end
