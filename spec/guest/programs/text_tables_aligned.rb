# frozen_string_literal: true

# Two ways of aligning: numbers on the decimal point, multi-line cells, wrapped cells, key/value sheets, org charts and calendars in columns.
class Grid
  def initialize(*header, align: {}, max: 14) = (@header, @align, @max, @rows = header, align, max, [])
  def <<(row) = tap { @rows << row.map { |c| cell(c) } }
  def to_s = [edge("┌┬┐"), render(@header.map { |h| [h] }), edge("├┼┤"), *@rows.map { |r| render(r) }.flat_map { |r| [r, edge("├┼┤")] }[0..-2], edge("└┴┘")].join("\n")

  private

  def cell(value) = value.to_s.lines(chomp: true).flat_map { |l| l.empty? ? [""] : l.scan(/\S.{0,#{@max - 1}}(?=\s|\z)|\S{#{@max}}|\S+/) }.then { |l| l.empty? ? [""] : l }
  def widths = @widths ||= [@header.map { |h| [h] }, *@rows].transpose.map { |col| col.flatten.map(&:length).max }
  def edge(chars) = chars[0] + widths.map { |w| "─" * (w + 2) }.join(chars[1]) + chars[2]

  def render(cells)
    height = cells.map(&:size).max
    (0...height).map { |i| "│" + cells.each_with_index.map { |c, k| " #{align((c[i] || ''), k)} " }.join("│") + "│" }.join("\n")
  end

  def align(text, k) = text.public_send({ r: :rjust, c: :center }.fetch(@align[k], :ljust), widths[k])
end
grid = Grid.new("item", "note", "n", align: { 2 => :r, 0 => :c })
grid << ["tea", "green tea from the hills of somewhere", 12] << ["naïve café", "two\nlines", 3] << ["x", nil, 1000]
puts grid

decimal = lambda do |numbers|
  parts = numbers.map { |n| n.to_s.partition(".") }
  left, right = parts.map { |l, _, _| l.size }.max, parts.map { |_, d, r| d.size + r.size }.max
  parts.map { |l, d, r| l.rjust(left) + (d + r).ljust(right) }
end
puts decimal[[3.14159, 22, -100.5, 0.001, 7.0]].map { |s| "|#{s}|" }
pairs = { name: "Widget", "unit price": 9.5, tags: %w[a b], "in stock?": true, size: nil }
label = pairs.keys.map { |k| k.to_s.size }.max
puts pairs.map { |k, v| "#{k.to_s.rjust(label)} : #{v.is_a?(Array) ? v.join(', ') : v.inspect}" }
columns = ->(words, width) { cols = [width / (words.map(&:size).max + 2), 1].max; rows = (words.size / cols.to_f).ceil; words.each_slice(rows).map { |s| s.fill("", s.size...rows) }.transpose.map { |r| r.map { |w| w.ljust(words.map(&:size).max + 2) }.join.rstrip } }
puts columns[%w[alpha be gamma delta epsilon zeta eta theta], 30]
bars = { ruby: 42, python: 77, c: 8 }
peak = bars.values.max
puts bars.map { |k, v| "#{k.to_s.ljust(6)} #{('█' * (v * 16 / peak)).ljust(16, '░')} #{v.to_s.rjust(3)}" }
puts peak.step(0, -20).map { |y| "#{y.to_s.rjust(3)} ┤#{bars.values.map { |v| v >= y && y.positive? ? ' ██' : '   ' }.join}".rstrip }, "    └#{'───' * bars.size}", "     #{bars.keys.map { |k| k.to_s[0, 2].rjust(3) }.join}"
gantt = { design: [0, 4], build: [3, 9], test: [8, 11] }
puts gantt.map { |k, (from, to)| "#{k.to_s.ljust(7)}|#{' ' * from}#{'=' * (to - from)}#{' ' * (12 - to)}|" }
heat = Array.new(3) { |y| Array.new(8) { |x| ((x - 3.5).abs + (y - 1).abs).round } }
puts heat.map { |r| r.map { |v| " .:-=+*#"[v] }.join }
matrix = { [0, 0] => "a", [2, 1] => "b", [1, 2] => "c" }
puts (0..2).map { |y| (0..2).map { |x| matrix.fetch([x, y], "·") }.join(" ") }, matrix.keys.transpose.map(&:minmax).inspect
timeline = [["09:00", "stand-up"], ["09:20", "code"], ["12:00", "lunch"]]
puts timeline.each_cons(2).map { |(a, what), (b, _)| "#{a}–#{b} #{what}" }, timeline.map { |t, w| "#{t} #{w.rjust(10, '.')}" }
diffs = [["a", 1, 2], ["b", 5, 5], ["c", 9, 3]].map { |n, o, c| "#{n}: #{o} → #{c} (#{c == o ? '±0' : format('%+d', c - o)}, #{o.zero? ? 'n/a' : format('%+.0f%%', (c - o) * 100.0 / o)})" }
puts diffs, "┌#{'─' * 10}┐", "│#{'middle'.center(10)}│", "└#{'─' * 10}┘", "a\tb\tc".split("\t").map.with_index { |s, i| s.rjust(i + 2) }.join("|"), ["x" * 3, "y" * 5].map { |s| s.center(9, "-") }, "%-*s|%*d|" % [8, "left", 6, 42], "total".ljust(12, ".") + "9.99".rjust(8, "."), "ab\ncd".lines.map { |l| "> #{l}" }.join
puts "wide日本".then { |s| s + "|" }, "é".ljust(3, "-") + "|"
puts [1, 10, 100].map { |n| format("%-5s|%5s|%05d|%+5d|% 5d", n, n, n, n, n) }, [0.5, 0.25, 1].map { |f| format("%6.1f%%|%-8.3f|%e", f * 100, f, f) }, format("%s %p %-5s| %c", :a, :a, nil, "x"), format("%3$s %1$s %2$s", "a", "b", "c"), format("%<a>05.1f|%{b}|%-6<c>s|", a: 2.25, b: :x, c: "y")
