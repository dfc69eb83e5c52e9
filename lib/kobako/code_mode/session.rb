# frozen_string_literal: true

require_relative "past"

module Kobako
  class CodeMode
    # A conversation with a model: what its earlier code did is there in later code. For each call, a fresh guest goes
    # through the earlier code along a journal, which answers the calls of tools that were made then, so that none is
    # made again; then the new code runs. One call at a time.
    class Session
      # @api private
      # @param mode [CodeMode]
      # @param bytes [String, nil] of {#dump}
      # @raise [JournalError] for others
      def initialize(mode, bytes = nil)
        @mode = mode
        @lock = Mutex.new
        @past = Past.new(mode.finders, mode.session_limit)
        @past.restore(bytes) if bytes
      end

      # Runs what a model wrote.
      #
      # @param text [String, Hash] Ruby, with or without fences and text around them, or the arguments of a call of the
      #   tool (`{ "code" => … }`), as an object or as JSON
      # @return [Answer]
      # @raise [Kobako::Error] when code before it waits, another thread uses the session, or 512 runs are under way
      # @raise [JournalError] when the session was begun with other tools, or by another version of kobako
      def call(text)
        exclusively do
          raise Kobako::Error, "the session waits for #{waiting} (approve, deny or answer that first)" if @past.pending

          code = ModelText.code(text)
          journal = @past.journal
          guard = Guard.new(@mode.approvals, @mode.max_calls)
          turns = Driver::Turns.new(journal, code, "turn#{@past.turns + 1}.rb")
          run(turns, code, journal, guard) { @past.turns += 1 }
        end
      rescue ModelText::Unusable => e
        Answer.new(@mode.limits, error: e, trouble: e.message)
      end

      # Has the call made that waits for an approval, and goes on.
      #
      # @return [Answer] of the code
      # @raise [Kobako::Error] when nothing waits, or the call waits for a value
      def approve
        going_on do
          unless @past.pending.asked
            raise Kobako::Error, "#{waiting} was made, and waits for a value (answer it by answer(value), or deny it)"
          end

          decide(nil)
        end
      end

      # Lets the call fail that waits, which the code may rescue, and goes on.
      #
      # @param reason [String, nil] for the model
      # @return [Answer] of the code
      # @raise [Kobako::Error] when nothing waits
      def deny(reason = nil)
        going_on do
          error = DeniedError.for(waiting, reason)
          @past.pending.asked ? decide(error) : give(answer_error: error)
        end
      end

      # Gives a value for the call that waits, which is not made, and goes on.
      #
      # @param value [Object]
      # @return [Answer] of the code
      # @raise [Kobako::Error] when nothing waits
      # @raise [ArgumentError] when the value cannot cross
      def answer(value)
        going_on { give(answer: value) }
      end

      # @return [PendingCall, nil] for which the code waits
      def waiting = @past.waiting

      # @return [Integer] pieces of code that were run
      def turns = @past.turns

      # @return [Integer] bytes that it has of the mode's session_limit
      def bytesize = @past.bytesize

      # The session as bytes, for {CodeMode#session} in any process. They hold what the model wrote and what tools
      # answered, and are believed: encrypt them where others can read or write them.
      #
      # @return [String]
      # @raise [Kobako::Error] when another thread uses the session
      def dump = exclusively { @past.dump }

      # Forgets all code, and what waits.
      #
      # @return [self]
      # @raise [Kobako::Error] when another thread uses the session
      def reset
        exclusively { @past.clear }
        self
      end

      # @return [String]
      def inspect = "#<#{self.class} #{turns} turns, #{bytesize} bytes#{", waiting" if waiting}>"

      private

      def exclusively
        raise Kobako::Error, "the session is in use by another thread (give each conversation its own)" unless
          @lock.try_lock

        begin
          yield
        ensure
          @lock.unlock
        end
      end

      def going_on
        exclusively do
          raise Kobako::Error, "no code of the session waits" unless @past.pending

          yield
        end
      end

      # Comes to the call once more, and lets it be made, or fail.
      def decide(denial)
        journal, request = @past.asking_journal
        count = @past.pending.calls - 1
        go_on(journal, Guard.new(@mode.approvals, @mode.max_calls, count:, decided: [request, denial]))
      end

      def give(**answer)
        guard = Guard.new(@mode.approvals, @mode.max_calls, count: @past.pending.calls)
        go_on(@past.waiting_journal, guard, **answer)
      end

      def go_on(journal, guard, **answer)
        run(Driver::Turns.new(journal), @past.pending.code, journal, guard, **answer)
      end

      def run(turns, code, journal, guard, **answer)
        execution = execute(turns, journal, guard, answer)
        yield if block_given?
        settle(turns, code, journal, guard, execution)
      end

      def execute(turns, journal, guard, answer)
        @mode.sandbox.execute(Driver::PROGRAM, filename: Driver::PATH, journal:, **answer) do |run|
          run.bind(Driver::PATH, turns, only: %i[call show])
          run.guard = guard
        end
      end

      def settle(turns, code, journal, guard, execution)
        printed = @past.printed
        error = execution.error
        kept = ended?(turns, execution)
        @past.keep(journal, turns.entries, execution) if kept
        @past.pending = (Past::Pending.new(journal, guard.asked?, code, guard.count) if execution.suspended?)
        trouble = error && Trouble.new(error, @mode, execution, turns, kept)
        Answer.new(@mode.limits, code:, execution:, error:, trouble:, printed:, shown: turns.shown, kept:)
      end

      # Whether what was done can be there in later code.
      def ended?(turns, execution)
        !turns.entries.nil? && !execution.stdout_truncated? && !execution.stderr_truncated?
      end
    end
  end
end
