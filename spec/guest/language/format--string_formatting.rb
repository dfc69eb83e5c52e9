items = [["Coffee", 3, 2.5], ["Blueberry muffin", 2, 3.25], ["Tea", 10, 1.999]]

puts "%-20s|%5s|%10s" % %w[item qty price]
puts "-" * 37
items.each { |name, qty, price| puts format("%-20s|%5d|%10.2f", name, qty, price) }
total = items.sum { |_, qty, price| qty * price }
puts "=" * 37, "total".rjust(26) + format("%11.2f", total)

puts "%05d|%+d|% d|%x|%X|%o|%b|%e" % [42, 42, 42, 255, 255, 8, 5, 12_345.678]
puts "%08.3f|%.0f|%10.4f|%-10.1f|" % [3.14159, 2.5, 2.0 / 3, 9.99]
puts "%s and %p" % ["text", "text"]
puts "%-10s|%10s|" % [:left, :right]
puts "%3d%%" % 75
puts "%c%c%c" % [72, 105, "!"]
puts "%#x %#o %#b %08b" % [255, 8, 5, 37]
puts format("%<name>s is %<age>d years", name: "Ann", age: 30)
puts format("%{a}-%{b}", a: 1, b: [2])
puts format("%*d|%-*d|", 6, 42, 6, 42)
puts format("%.3s|%5.1s|", "abcdef", "xyz")
puts "%g %g %g" % [1e10, 1e-5, 123.456]

puts "title".center(21, "*"), "left".ljust(10, ".") + "|", "right".rjust(10, "-") + "|"
puts "centered".center(20).inspect
def commas(n)
  n.to_s.reverse.each_char.each_slice(3).map(&:join).join(",").reverse
end
puts commas(1_234_567), commas(999), commas(1000)

width = items.map { |name, *| name.size }.max
box = ["+#{'-' * (width + 2)}+", *items.map { |name, *| "| #{name.ljust(width)} |" }, "+#{'-' * (width + 2)}+"]
puts box
puts "#{1}#{'two'}#{:three}#{nil}#{[4, nil]}#{5.0}"
puts "a\tb".inspect, 'single #{not}', "quote \"inside\"", "back\\slash", "\e[0m".inspect, "é".inspect
puts 1e20, 1e16, 1e15, 123456789.123456789, 1e-4, 1e-5, 100.0, 1.0e100, 2.5e-10, -0.0, 0.1 + 0.2
puts 10.0.to_s, 3.7 % 1, 7.0 / 2, 1_000_000.0, 12345678912345.678
puts 3.14159.round(2), 1234.567.round(-2), 2.5.round, 3.5.round, -2.5.round, 2.4.ceil, 2.6.floor, -7 / 2, -7 % 3, 7.fdiv(2)
