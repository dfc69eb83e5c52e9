# frozen_string_literal: true

module Kobako
  module Trace
    # A timeline as one HTML file, without scripts, which loads nothing.
    #
    # @api private
    class HTML
      STYLE = "body{font:14px system-ui,sans-serif;margin:24px;color:#222}pre{background:#f5f5f5;padding:8px;" \
              "overflow-x:auto}h1{font-size:18px;overflow-wrap:anywhere}svg{max-width:100%;height:auto}" \
              "table{border-collapse:collapse;font-size:13px}td,th{padding:2px 10px;text-align:right}" \
              "td:last-child,th:last-child{text-align:left;font-family:ui-monospace,monospace;white-space:pre-wrap}"
      POLICY = "default-src 'none'; style-src 'unsafe-inline'"
      private_constant :STYLE, :POLICY

      # @param timeline [Timeline]
      def initialize(timeline)
        @timeline = timeline
      end

      # @return [String]
      def to_s
        <<~HTML
          <!DOCTYPE html>
          <html lang="en">
          <meta charset="utf-8">
          <meta http-equiv="Content-Security-Policy" content="#{POLICY}">
          <title>#{escape(@timeline.title)}</title>
          <style>#{STYLE}</style>
          <h1>#{escape(@timeline.title)}</h1>
          <p>#{escape(@timeline.facts.join(" · "))}</p>
          #{SVG.new(@timeline, alone: false).to_s.chomp}
          #{[*table, *output].join("\n")}
          </html>
        HTML
      end

      private

      def escape(text) = Words.escape(text)

      def table
        return [] if @timeline.rows.empty?

        heads = ["#", "start", "took", "in", "out", "call"].map { |head| "<th>#{head}</th>" }
        ["<h2>Calls</h2>", "<table>", "<tr>#{heads.join}</tr>", *@timeline.rows.map { |row| cells(row) }, "</table>",
         *(@timeline.rest && "<p>#{@timeline.rest}</p>")]
      end

      def cells(row)
        label = "#{"  " * [row.depth, 20].min}#{row.label}#{"  (#{row.note})" unless row.note.to_s.empty?}"
        cells = [row.number.to_s, *[row.start, row.duration].map { |seconds| Words.duration(seconds) },
                 Words.size(row.bytes_received), Words.size(row.bytes_sent), label]
        "<tr>#{cells.map { |cell| "<td>#{escape(cell)}</td>" }.join}</tr>"
      end

      def output
        @timeline.streams.flat_map do |heading, lines|
          ["<h2>#{escape(heading)}</h2>", "<pre>#{escape(lines.join("\n"))}</pre>"]
        end
      end
    end
  end
end
