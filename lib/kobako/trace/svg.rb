# frozen_string_literal: true

module Kobako
  module Trace
    # A timeline as one SVG: a row for each call, with a bar where it was, and lines where the run waited.
    #
    # @api private
    class SVG
      WIDTH = 1000
      LABELS = 380
      ROW = 18
      HEAD = 64
      TICKS = 4
      LABEL = 52
      COLOURS = { value: "#2f7d4f", fault: "#b3261e", none: "#8a6d00" }.freeze
      STYLE = "text{font:12px ui-monospace,monospace;fill:#222}.title{font-weight:bold;font-size:14px}" \
              ".dim{fill:#666}.grid{stroke:#ddd}.gap{stroke:#8a6d00;stroke-dasharray:3 3}"
      private_constant :WIDTH, :LABELS, :ROW, :HEAD, :TICKS, :LABEL, :COLOURS, :STYLE

      # @param timeline [Timeline]
      # @param alone [Boolean] whether the title and what was written are there, too
      def initialize(timeline, alone: true)
        @timeline = timeline
        @alone = alone
        @rows = timeline.rows
        @lines = alone ? timeline.streams.flat_map { |heading, lines| ["", heading, *lines] } : []
        @lines.unshift(timeline.rest) if timeline.rest
      end

      # @return [String]
      def to_s
        height = HEAD + ((@rows.size + @lines.size + 1) * ROW)
        <<~XML
          <svg xmlns="http://www.w3.org/2000/svg" width="#{WIDTH}" height="#{height}" viewBox="0 0 #{WIDTH} #{height}">
          <style>#{STYLE}</style>
          <rect width="100%" height="100%" fill="#fff"/>
          #{[*head, *ticks, *gaps, *rows, *lines].join("\n")}
          </svg>
        XML
      end

      private

      def head
        return [] unless @alone

        [text(10, 20, Words.cut(@timeline.title, 120), "title"), text(10, 38, @timeline.facts.join(" · "), "dim")]
      end

      def ticks
        return [] unless measured?

        (0..TICKS).map do |index|
          x = LABELS + (scale * index / TICKS)
          label = Words.duration(@timeline.duration * index / TICKS)
          "<line class=\"grid\" x1=\"#{number(x)}\" x2=\"#{number(x)}\" y1=\"#{HEAD - 6}\" y2=\"#{bottom}\"/>" \
            "#{text(x, HEAD - 10, label, "dim", anchor: index == TICKS ? "end" : "start")}"
        end
      end

      def gaps
        return [] unless measured?

        @timeline.gaps.map do |gap|
          x = number(place(gap.start))
          "<line class=\"gap\" x1=\"#{x}\" x2=\"#{x}\" y1=\"#{HEAD - 6}\" y2=\"#{bottom}\"/>" \
            "#{text(x, bottom + 14, "waited #{Words.duration(gap.duration)}", "dim", anchor: side(x))}"
        end
      end

      def rows = @rows.each_with_index.map { |row, index| "<g>#{title(row)}#{label(row, index)}#{bar(row, index)}</g>" }

      def title(row)
        parts = ["#{row.number}: #{row.label}",
                 "from #{Words.duration(row.start)}, took #{Words.duration(row.duration)}",
                 "#{Words.size(row.bytes_received)} in, #{Words.size(row.bytes_sent)} out", row.note].compact
        "<title>#{Words.escape(parts.join("\n"))}</title>"
      end

      def label(row, index)
        shown = Words.cut("#{"  " * [row.depth, 20].min}#{row.label}", LABEL)
        text(10, HEAD + (index * ROW) + 13, shown, ("dim" if row.note == "from the journal"))
      end

      def bar(row, index)
        y = HEAD + (index * ROW)
        return text(LABELS, y + 13, row.note.to_s, "dim") unless row.start && measured?

        from = place(row.start)
        width = [place(row.start + row.duration) - from, 2].max
        "<rect x=\"#{number(from)}\" y=\"#{y + 3}\" width=\"#{number(width)}\" height=\"#{ROW - 6}\" rx=\"2\" " \
          "fill=\"#{COLOURS.fetch(row.outcome)}\"/>#{beside(row, from, width, y + 13)}"
      end

      # What there is to say of a call, where there is room.
      def beside(row, from, width, top)
        words = [Words.duration(row.duration), row.note].compact.reject(&:empty?).join(", ")
        right = from + width + 6
        return text(right, top, Words.cut(words, 60), "dim") if right + (words.size * 7) < WIDTH

        text([from - 6, LABELS].max, top, Words.cut(words, 60), "dim", anchor: from - 6 > LABELS ? "end" : "start")
      end

      def lines
        @lines.each_with_index.map { |line, index| text(10, bottom + ((index + 1) * ROW), Words.cut(line, 130)) }
      end

      def text(left, top, content, style = nil, anchor: "start")
        "<text x=\"#{number(left)}\" y=\"#{top}\" text-anchor=\"#{anchor}\" xml:space=\"preserve\"" \
          "#{" class=\"#{style}\"" if style}>#{Words.escape(content)}</text>"
      end

      def side(left) = left > WIDTH - 200 ? "end" : "start"
      def bottom = HEAD + (@rows.size * ROW)
      def scale = WIDTH - LABELS - 10
      def measured? = @timeline.duration&.positive?
      def place(seconds) = LABELS + (scale * (seconds / @timeline.duration).clamp(0.0, 1.0))
      def number(value) = value.round(1)
    end
  end
end
