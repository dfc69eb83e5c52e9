# frozen_string_literal: true

module Kobako
  module Trace
    # What is shown of a run, whatever it is shown in.
    #
    # @api private
    class Timeline
      # The calls that are shown; the others are counted.
      MAX_ROWS = 2_000
      # Bytes of each stream that are shown.
      MAX_OUTPUT = 64 << 10

      # A call. `start` and `duration` are seconds, and nil where nobody knows; `note` is what there is to say beside.
      Row = Struct.new(:number, :depth, :label, :start, :duration, :bytes_received, :bytes_sent, :outcome, :note,
                       keyword_init: true)
      # Time that a run waited before it went on: `start` is where on the timeline, `duration` how long.
      Gap = Struct.new(:start, :duration, keyword_init: true)

      # @return [String] what the run is called, and how it ended
      attr_reader :title
      # @return [Array<String>] what it came to
      attr_reader :facts
      # @return [Float, nil] seconds
      attr_reader :duration
      # @return [Array<Row>]
      attr_reader :rows
      # @return [Array<Gap>]
      attr_reader :gaps
      # @return [Integer] calls that are not among the rows
      attr_reader :left_out
      # @return [Array<Array(String, Array<String>)>] of each stream that has something, a heading, and lines
      attr_reader :streams

      # @param title [String]
      # @param facts [Array<String>]
      # @param duration [Float, nil]
      # @param rows [Array<Row>]
      # @param calls [Integer] of the run
      # @param gaps [Array<Gap>]
      # @param streams [Hash{String => String}] what was written, by the name of the stream
      def initialize(title:, facts:, duration:, rows:, calls:, gaps: [], streams: {})
        @title = Words.line(title)
        @facts = facts.map { |fact| Words.line(fact) }
        @duration = duration
        @rows = rows.first(MAX_ROWS)
        @left_out = calls - @rows.size
        @gaps = gaps
        self.output = streams
      end

      # @param streams [Hash{String => String}] what was written, by the name of the stream
      def output=(streams)
        written = streams.reject { |_, text| text.empty? }
        @streams = written.map { |name, text| [heading(name, text), shown(text)] }
      end

      # @return [String] the calls that are not shown; nil for none
      def rest = (Words.count(left_out, "more call") if left_out.positive?)

      private

      def heading(name, text) = "#{name}, #{Words.size(text.bytesize)}"

      def shown(text)
        lines = Words.lines(text.byteslice(0, MAX_OUTPUT))
        text.bytesize > MAX_OUTPUT ? [*lines, "… #{Words.size(text.bytesize - MAX_OUTPUT)} more"] : lines
      end
    end
  end
end
