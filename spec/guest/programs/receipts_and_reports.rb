# frozen_string_literal: true

# Text reports: fixed-width columns, group breaks with subtotals, CSV writing, letter merge, percentages, bars, footers.
RAW = <<~DATA
  2024-01-03|Ann|books|2|12.50
  2024-01-03|Bob|games|1|59.99
  2024-01-10|Ann|games|1|19.99
  2024-02-01|Cyd|books|5|8.00
  2024-02-14|Bob|books|1|31.40
  2024-02-20|Ann|music|3|0.99
DATA
Row = Struct.new(:date, :who, :kind, :count, :price) do
  def self.load(line) = line.split("|").then { |d, w, k, c, pr| new(d, w, k, Integer(c), (pr.to_r * 100).to_i) }
  def total = count * price
  def month = date[0, 7]
end
rows = RAW.each_line(chomp: true).map { |line| Row.load(line) }
money = ->(cents) { format("%d.%02d", *cents.divmod(100)).sub(/\d+(?=\.)/) { |n| n.reverse.scan(/\d{1,3}/).join(",").reverse } }

class Report
  def initialize(title, width: 44)
    @title, @width, @lines = title, width, []
    yield self if block_given?
  end

  def rule(char = "-") = @lines.push(char * @width)
  def row(*cells, widths:) = @lines.push(cells.zip(widths).map { |c, w| w.negative? ? c.to_s.ljust(-w) : c.to_s.rjust(w) }.join(" ").rstrip)
  def text(s) = @lines.concat(s.lines(chomp: true))
  def blank = @lines.push("")
  def to_s = ["", " #{@title} ".center(@width, "="), *@lines, "=" * @width].drop(1).map(&:rstrip).join("\n")
end
W = [-10, -4, -6, 3, 8, 8].freeze
puts(Report.new("SALES") do |r|
  r.row("date", "who", "kind", "n", "price", "total", widths: W)
  rows.chunk_while { |a, b| a.month == b.month }.each do |group|
    r.rule
    group.each { |x| r.row(x.date, x.who, x.kind, x.count, money[x.price], money[x.total], widths: W) }
    r.row("", "", group.first.month, group.sum(&:count), "", money[group.sum(&:total)], widths: W)
  end
  r.rule "="
  r.row("total", "", "", rows.sum(&:count), "", money[rows.sum(&:total)], widths: W)
end)

grand = rows.sum(&:total)
shares = rows.group_by(&:kind).transform_values { |l| l.sum(&:total) }.sort_by { |k, v| [-v, k] }
puts shares.map { |k, v| format("%-6s %9s %5.1f%% %s", k, money[v], v * 100.0 / grand, "▇" * (v * 20 / grand)) }
cross = rows.each_with_object(Hash.new { |h, k| h[k] = Hash.new(0) }) { |x, h| h[x.who][x.kind] += x.total }
kinds = rows.map(&:kind).uniq.sort
puts ["".ljust(4), *kinds.map { |k| k.rjust(8) }].join(" "), cross.sort.map { |who, cells| [who.ljust(4), *kinds.map { |k| (cells.key?(k) ? money[cells[k]] : "-").rjust(8) }].join(" ") }

quote = ->(v) { v.to_s.match?(/[",\n]/) ? "\"#{v.to_s.gsub('"', '""')}\"" : v.to_s }
csv = [["name", "note", "n"], ["Ann", "says \"hi\"", 1], ["Bob, Jr.", "two\nlines", nil], ["é", "", 2.5]].map { |r| r.map(&quote).join(",") }.join("\n")
puts csv
parse = ->(s) { s.scan(/\G(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|\z)/).each_with_object([[]]) { |(q, plain, sep), out| out.last << (q ? q.gsub('""', '"') : plain); out << [] if sep == "\n"; break out if sep == "" } }
p parse[csv]
letter = <<~LETTER
  Dear %<name>s,

  you spent %<total>s in %<months>s%<hint>s.
  %<items>s
LETTER
rows.group_by(&:who).first(2).each do |who, list|
  puts format(letter, name: who, total: money[list.sum(&:total)], months: list.map(&:month).uniq.join(" and "), hint: (", thank you" if list.sum(&:total) > 90_00), items: list.map { |x| "- #{x.count} #{x.kind.delete_suffix('s')}#{'s' unless x.count == 1}" }.join("\n"))
end
fill = ->(template, values) { template.gsub(/\{\{\s*(\w+)(?:\|(\w+))?(?::([^}]*))?\s*\}\}/) { v = values.fetch($1.to_sym) { next $3 || "?" }; $2 ? v.public_send($2).to_s : v.to_s } }
puts fill["{{name|upcase}} has {{n}} {{what:things}} {{gone}}", { name: "ann", n: 3 }]
puts rows.each_slice(4).with_index(1).map { |page, i| "page #{i}/#{(rows.size / 4.0).ceil}: #{page.map(&:who).join(' ')}" }
best = rows.max_by(&:total)
puts "best: #{best.who} #{money[best.total]} on #{best.date.split('-').reverse.join('.')}", rows.map(&:total).sort.then { |l| "median #{money[(l[l.size / 2] + l[(l.size - 1) / 2]) / 2]}" }, "running: #{rows.inject([]) { |a, x| a << (a.last || 0) + x.total }.map(&money).join(' ')}", "rank: #{rows.group_by(&:who).map { |w, l| [w, l.sum(&:total)] }.sort_by(&:last).reverse.each.with_index(1).map { |(w, _), i| "#{i}.#{w}" }.join(' ')}"
puts "%-12s|%+8.1f|%05d|%x" % ["left", 3.14159, 42, 255], "Name".ljust(10, ".") + "12".rjust(6, "."), "=" * 20, "centre".center(20, "<>"), ["a", "bb", "ccc"].map { |s| s.rjust(5) }.join("|"), [1, 22, 333].map { |n| n.to_s.rjust(4, "0") }.join(" "), 1234567.89.round(1).to_s.sub(/(\d)(?=(\d{3})+\.)/, '\1,').gsub(/(\d)(?=(\d{3})+(?:\.|$))/, '\1,')
