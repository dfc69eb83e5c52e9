# Ruby's own syntax of regular expressions, with names and Unicode.

LOG = <<~TEXT
  2026-11-29 08:15:02 INFO  /orders/7 32 ms
  2026-11-29 08:15:03 ERROR /orders/8 1204 ms
  2026-11-29 08:15:07 INFO  /Größen 18 ms
  2026-11-29 08:15:09 ERROR /orders/9 987 ms
TEXT

LINE = /
  ^(?<day>\S+)\ (?<time>[\d:]+)\ (?<level>\p{Lu}+)\s+
  (?<path>\S+)\ (?<ms>\d+)\ ms$
/x

rows = LOG.lines.filter_map { |line| LINE.match(line) }
puts rows.map { |row| row[:level] }.tally

slow = rows.select { |row| row[:ms].to_i > 500 }
slow.each do |row|
  puts "#{row[:time]} #{row[:path].sub(/\d+/) { |id| "#" + id }}"
end

rows.sum { |row| row[:ms].to_i } / rows.size.to_f
