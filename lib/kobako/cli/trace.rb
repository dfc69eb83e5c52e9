# frozen_string_literal: true

module Kobako
  module CLI
    # `kobako trace`
    #
    # @api private
    class Trace < JournalCommand
      SUMMARY = "show a journal as a timeline"
      USAGE = "kobako trace [options] FILE"
      ABOUT = <<~TEXT
        Shows the calls of a journal (Kobako::Journal#dump or #append_to wrote it; - is standard input): when they were
        made, how long they took, their bytes, and where the run waited. What the script wrote is had by a replay of the
        program that the journal carries; --no-output does not run it.
      TEXT
      EXAMPLES = <<~TEXT
        kobako trace import.journal
        kobako trace --html -o import.html import.journal
      TEXT

      private

      def define(parser)
        parser.on("--html", "as one HTML file") { @format = :html }
        parser.on("--svg", "as one SVG file") { @format = :svg }
        parser.on("-o", "--output OUT", "the file to write, instead of standard output") { |path| @output = path }
        parser.on("--no-output", "without what the script wrote") { @silent = true }
        super
      end

      def perform(paths)
        journal = journal(paths)
        timeline = Kobako::Trace.timeline(journal)
        timeline.output = written(journal) unless @silent || journal.empty?
        write(Kobako::Trace.drawn(timeline, @format || :text))
      end

      def written(journal)
        run = journal.playback.run(**flags.options)
        { "stdout" => run.stdout, "stderr" => run.stderr }
      rescue JournalError => e
        console.complain("what the script wrote is not shown: #{Kobako::Trace::Words.line(e.message)}")
        {}
      end

      def write(text)
        @output && @output != Source::DASH ? File.binwrite(@output, text) : console.puts(text)
        Status::OK
      rescue SystemCallError => e
        raise if e.is_a?(Errno::EPIPE)

        raise UsageError, "cannot write #{Source.name(@output)}: #{Source.reason(e)}"
      end
    end
  end
end
