# frozen_string_literal: true

# Draws figures of the latest `rake bench` as docs/benchmark.svg.

require "json"

# Horizontal bars on a logarithmic scale of seconds: kobako, the empty module, native mruby and CRuby.
class Chart
  TITLES = ['eval("nil"), reused sandbox', 'Sandbox.new + eval("nil")', "eval with one service call",
            "service call, each of 1,000", "yield to a block, each of 1,000", "run with 0 more snippets",
            "run with 64 more snippets", "eval of 90 lines, the same again", "100,000 times { acc ^= i }",
            "1,000 puts of 64 bytes", "100 raise and rescue", "512 KiB string as result",
            "first Sandbox.new, warm cache"].freeze
  SERIES = { "kobako" => "#b3123a", "empty" => "#c9c9c9", "native" => "#7d9bb5", "cruby" => "#e3a857" }.freeze
  NAMES = { "kobako" => "kobako", "empty" => "an empty wasm module", "native" => "native mruby (no sandbox)",
            "cruby" => "CRuby (no sandbox)" }.freeze
  LABELS = 250
  WIDTH = 480
  BAR = 9
  GAP = 12
  FIRST = -7.5
  LAST = -1.5

  # @param rows [Array<Hash>] as `rake bench` writes them
  def initialize(rows)
    @rows = TITLES.filter_map { |title| rows.find { |row| row["title"] == title } }
  end

  # @return [String] SVG
  def svg
    y = 40
    bars = @rows.map do |row|
      figures = figures(row)
      top = y
      y += (figures.size * BAR) + GAP
      group(row["title"], figures, top)
    end
    <<~SVG
      <svg xmlns="http://www.w3.org/2000/svg" width="#{LABELS + WIDTH + 80}" height="#{y + 20}" font-family="sans-serif" font-size="11">
      <rect width="100%" height="100%" fill="white"/>
      #{[legend, *grid(y), *bars].join("\n")}
      </svg>
    SVG
  end

  private

  def figures(row)
    { "kobako" => row["value"], **row["floors"] }.select { |name, seconds| SERIES.key?(name) && seconds }
  end

  def group(title, figures, top)
    label = text(LABELS - 8, top + (figures.size * BAR / 2.0) + 4, title, 'text-anchor="end"')
    bars = figures.each_with_index.map do |(name, seconds), index|
      y = top + (index * BAR)
      %(<rect x="#{LABELS}" y="#{y}" width="#{at(seconds).round(1)}" height="#{BAR - 1}" fill="#{SERIES[name]}"/>) +
        text(LABELS + at(seconds).round(1) + 4, y + 8, human(seconds), 'font-size="8"')
    end
    [label, *bars].join("\n")
  end

  def legend
    NAMES.each_with_index.map do |(name, title), index|
      x = 10 + (index * 190)
      %(<rect x="#{x}" y="10" width="10" height="10" fill="#{SERIES[name]}"/>) + text(x + 15, 19, title)
    end.join("\n")
  end

  def grid(height)
    (-7..-2).map do |power|
      x = LABELS + at(10.0**power)
      %(<line x1="#{x.round(1)}" y1="32" x2="#{x.round(1)}" y2="#{height}" stroke="#ececec"/>) +
        text(x.round(1), height + 12, human(10.0**power), 'text-anchor="middle"')
    end
  end

  # Pixels from the left end of the scale.
  def at(seconds) = ((Math.log10(seconds) - FIRST) / (LAST - FIRST) * WIDTH).clamp(1, WIDTH)

  def human(seconds)
    unit, scale = [["s", 1.0], ["ms", 1e-3], ["µs", 1e-6], ["ns", 1e-9]].find { |_, size| seconds >= size * 0.999 }
    format("%.3g %s", seconds / scale, unit)
  end

  def text(left, base, words, attributes = "")
    %(<text x="#{left}" y="#{base}" fill="#333" #{attributes}>#{words.gsub("&", "&amp;").gsub("<", "&lt;")}</text>)
  end
end

if $PROGRAM_NAME == __FILE__
  latest = Dir["benchmark/results/*.json"].select { |file| File.read(file).include?("reused sandbox") }.max
  abort "no figures: run `rake bench` first" unless latest
  File.write("docs/benchmark.svg", Chart.new(JSON.parse(File.read(latest)).fetch("rows")).svg)
  puts "docs/benchmark.svg shows #{latest}"
end
