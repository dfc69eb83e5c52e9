# Aligned text tables with ljust, rjust, center and format.
rows = [["Widget", 4, 3.5], ["Gadget", 10, 12.25], ["Thingamajig", 1, 100]]
header = %w[Item Qty Price]

widths = header.each_index.map { |i| [header[i], *rows.map { |r| r[i].to_s }].map(&:length).max }
line = "+" + widths.map { |w| "-" * (w + 2) }.join("+") + "+"
puts line
puts "|" + header.each_with_index.map { |h, i| " #{h.center(widths[i])} " }.join("|") + "|"
puts line
rows.each do |row|
  cells = row.each_with_index.map { |cell, i| cell.is_a?(Numeric) ? cell.to_s.rjust(widths[i]) : cell.ljust(widths[i]) }
  puts "| #{cells.join(" | ")} |"
end
puts line

rows.each { |name, qty, price| puts format("%-12s|%5d|%10.2f|%08.3f", name, qty, price, qty * price) }
puts format("%-12s|%5s|%10s", *header)
puts format("%<name>s costs %<price>.1f", name: "Bolt", price: 0.25)
puts format("%{a}-%{b}", a: 1, b: "two")
puts "%05d|%+d|% d|%x|%X|%#x|%o|%b|%08b|%e|%g" % [42, 42, 42, 255, 255, 255, 8, 5, 5, 12345.678, 0.0001]
puts "%s and %p" % ["text", "text"]
puts "%3d%%" % 75
puts "%c%c" % [65, "z"]
puts "%-5s|" % :ab
puts "%*d|%-*d|" % [5, 42, 5, 42]
puts "Total".ljust(20, ".") + "9.99".rjust(8, ".")
puts "title".center(21, "=-")
puts 1234567.to_s.chars.reverse.each_slice(3).map(&:join).join(",").reverse
