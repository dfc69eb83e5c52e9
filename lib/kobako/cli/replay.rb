# frozen_string_literal: true

module Kobako
  module CLI
    # `kobako replay`
    #
    # @api private
    class Replay < JournalCommand
      SUMMARY = "run a journal's program again, along the journal alone"
      USAGE = "kobako replay [options] FILE"
      ABOUT = <<~TEXT
        Runs the program that a journal carries (Kobako::Journal#dump or #append_to wrote it; - is standard input). Its
        services are not there: their answers are the journal's. It stops where the journal ends, and says on standard
        error where it stands. A journal has its program up to 64 KiB, and is for the version of kobako that wrote it.
      TEXT
      EXAMPLES = <<~TEXT
        kobako replay import.journal
        kobako replay --stop-before 7 import.journal
      TEXT

      private

      def define(parser)
        parser.on("--stop-before NUMBER", "stop before this call, from 1") do |text|
          @before = Quantity.integer("--stop-before", text, 1..Journal::Log::MAX_ENTRIES)
        end
        super
      end

      def perform(paths)
        journal = journal(paths)
        playback = telling { journal.playback(before: @before) }
        run = telling do
          playback.run(**flags.options) { |settings| settings.on_output(&console.method(:write)) }
        end
        finish(run, playback.halt)
      end

      def finish(run, halt)
        report = Report.new(run.error)
        report.text&.then { |text| console.warn(text) }
        raise UsageError, "#{@name}: #{Report.printable(run.error.message)}" if run.error.is_a?(JournalError)

        say(where(run, halt), made(run, halt))
        report.status
      end

      def say(place, count)
        words = Kobako::Trace::Words
        console.complain(words.line("#{place} (after #{words.count(count, "call")})"))
      end

      # The call in the midst of which it stands is none that was made.
      def made(run, halt) = run.calls.size - (halt || run.suspended? ? 1 : 0)

      def where(run, halt)
        case halt&.why
        when :before then "it stands before #{halt.call}"
        when :end then "the journal ends, and the script calls #{halt.call}"
        when :call then "the journal ends in #{halt.call}, of which nobody knows whether it was made"
        else ending(run)
        end
      end

      def ending(run)
        return "it waits for #{run.waiting}#{": #{run.waiting.reason.inspect}" if run.waiting.reason}" if run.suspended?

        run.ok? ? "it ended with #{run.value.inspect}" : "it ended with #{run.error.class}"
      end
    end
  end
end
