# frozen_string_literal: true

module Kobako
  module Trace
    # A timeline as lines of text.
    #
    # @api private
    class Text
      BAR = 24
      LABEL = 60
      HEADS = ["#", "start", "took", "in", "out"].freeze
      private_constant :BAR, :LABEL, :HEADS

      # @param timeline [Timeline]
      def initialize(timeline)
        @timeline = timeline
      end

      # @return [String]
      def to_s = "#{[@timeline.title, "  #{@timeline.facts.join(" · ")}", *calls, *output].map(&:rstrip).join("\n")}\n"

      private

      def calls
        return [] if @timeline.rows.empty?

        rows = [HEADS, *@timeline.rows.map { |row| cells(row) }]
        widths = rows.transpose.map { |column| column.map(&:size).max }
        lines = rows.map { |row| row.zip(widths).map { |cell, width| cell.rjust(width) }.join("  ") }
        ["", "#{lines.first}  #{" " * BAR}  call", *with_gaps(lines.drop(1)), *@timeline.rest]
      end

      def cells(row)
        [row.number.to_s, Words.duration(row.start), Words.duration(row.duration), Words.size(row.bytes_received),
         Words.size(row.bytes_sent)]
      end

      def with_gaps(lines)
        gaps = @timeline.gaps.dup
        @timeline.rows.zip(lines).flat_map do |row, line|
          passed = row.start ? gaps.take_while { |gap| gap.start <= row.start } : []
          gaps.shift(passed.size)
          [*passed.map { |gap| waited(gap) }, "#{line}  #{bar(row)}  #{described(row)}"]
        end + gaps.map { |gap| waited(gap) }
      end

      def waited(gap) = "   … waited #{Words.duration(gap.duration)}"

      def described(row)
        "#{"  " * [row.depth, 20].min}#{Words.cut(row.label, LABEL)}#{"  (#{row.note})" unless row.note.to_s.empty?}"
      end

      # Where the call is on the timeline.
      def bar(row)
        return " " * BAR if row.start.nil? || !@timeline.duration&.positive?

        from = place(row.start).clamp(0, BAR - 1)
        to = place(row.start + row.duration).clamp(from + 1, BAR)
        "#{"·" * from}#{"█" * (to - from)}#{"·" * (BAR - to)}"
      end

      def place(seconds) = (seconds / @timeline.duration * BAR).clamp(0, BAR).round

      def output
        @timeline.streams.flat_map { |heading, lines| ["", heading, *lines.map { |line| "  | #{line}" }] }
      end
    end
  end
end
