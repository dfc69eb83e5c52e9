# frozen_string_literal: true

require_relative "trace/words"
require_relative "trace/timeline"
require_relative "trace/of_execution"
require_relative "trace/of_journal"
require_relative "trace/text"
require_relative "trace/svg"
require_relative "trace/html"

module Kobako
  # Timelines of runs, for people: calls of services, how long they took and how many bytes they had, what was written,
  # and where the run waited. Whatever a script or a service called something is shown as text.
  #
  # @example
  #   run = sandbox.execute(code, &:record_calls)
  #   puts Kobako::Trace.render(run)
  #   File.write("run.html", Kobako::Trace.render(run, format: :html))
  module Trace
    FORMATS = { text: Text, svg: SVG, html: HTML }.freeze
    private_constant :FORMATS

    class << self
      # @param subject [Execution, Journal] a run that has ended or waits, whose calls were recorded; or a journal,
      #   which knows its calls, and when they were made of runs that ended, and no output
      # @param format [Symbol] :text; :svg or :html for one file that needs no other
      # @return [String] UTF-8
      # @raise [ArgumentError] for another format, or a run that has not ended
      # @raise [TypeError] for another subject
      def render(subject, format: :text)
        unless FORMATS.key?(format)
          raise ArgumentError, "format is #{format.inspect}, expected #{FORMATS.keys.map(&:inspect).join(", ")}"
        end

        drawn(timeline(subject), format)
      end

      # @api private
      # @param timeline [Timeline]
      # @param format [Symbol]
      # @return [String]
      def drawn(timeline, format) = FORMATS.fetch(format).new(timeline).to_s

      # @api private
      # @param subject [Execution, Journal]
      # @return [Timeline]
      def timeline(subject)
        case subject
        when Execution then OfExecution.new(subject).timeline
        when Journal then OfJournal.new(subject).timeline
        else raise TypeError, "a trace is of a Kobako::Execution or a Kobako::Journal, got a #{subject.class}"
        end
      end
    end
  end
end
