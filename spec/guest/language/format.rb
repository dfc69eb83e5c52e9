# == Directives
# Every directive of format, with flags, width, precision and names.
[
  ["%d|%i|%u", 42, -42, 7], ["%5d|%-5d|%05d|%+d|% d", 42, 42, 42, 42, 42], ["%x|%X|%#x|%#X", 255, 255, 255, 255],
  ["%o|%#o|%b|%#b|%B|%08b", 8, 8, 5, 5, 5, 5], ["%x|%b|%o", -255, -5, -8], ["%+x|% b|%+o", -255, -5, -8],
  ["%.3d|%8.3d|%-8.3d|", 7, 7, 7], ["%e|%E|%.2e|%12.3e", 12345.678, 0.00012, 1e100, -1.5], ["%f|%.0f|%.1f|%10.2f|%-10.2f|", 3.14159, 2.5, 0.25, 3.14159, 3.14159],
  ["%g|%G|%g|%g|%.3g", 1e10, 1e-10, 123456.0, 1234567.0, 3.14159], ["%a", 1.0], ["%s|%10s|%-10s|%.2s|%5.1s|", "abc", "abc", "abc", "abc", "abc"],
  ["%p|%-8p|%.3p", nil, :sym, "string"], ["%c|%c|%5c|%-3c|", 65, "B", "z", "ü"], ["%%|%d%%", 50], ["%2$s %1$s", "world", "hello"],
  ["%*d|%-*d|", 6, 42, 6, 42], ["%+.2f|%+5d|% .3f", 1.005, 3, -0.5], ["%010.4f|%+010.3f", 3.14159, 3.14159], ["%s and %s", [1, nil], { a: 1 }.keys],
  ["%d", 3.99], ["%d", "0x1f".hex], ["%d", 10**25], ["%x", 2**70], ["%f", 1r / 3], ["%.10f", 1r / 3], ["%d", 7r / 2], ["%s", 2r / 3], ["%5s|%-5s|", true, nil],
  ["%f|%f|%5.1f", Float::INFINITY, -Float::INFINITY, Float::NAN], ["%d apples and %s", 3, "pears"], ["%08.3e", 1234.5], ["%#.0f|%#g", 3.0, 1.0], ["%s", :a..:b]
].each { |template, *args| puts format(template, *args) }

puts format("%<a>d + %<b>d = %<sum>5.1f", a: 1, b: 2, sum: 3), format("%{a}-%{b}", a: "x", b: nil), format("%-10<name>s|%+<n>d", name: "left", n: 5)
puts "%s is %d years" % ["Ann", 31], "%05.1f" % 9.96, "%s" % nil, "%s" % [[1, 2]], "%p" % [nil], "%{x}" % { x: 1 }, "%c%c" % [72, 105]
puts "%3d|%-6s|%6.2f" % [1, "ab", 2.345], "%x".%(255), "%.3s…" % "abcdef", "%s" % :sym, "%-5s|" % "é", "%5s|" % "日本"
[["%d", "x"], ["%d"], ["%d", nil], ["%z", 1], ["%<a>d", { b: 1 }], ["%f", "1.5x"]].each do |template, *args|
  puts format(template, *args)
rescue ArgumentError, TypeError, KeyError, RangeError => e
  puts "#{template}: #{e.class}"
end
puts format("%d %s", "12", 5), format("%f", "1.5"), format("%d", "0b11"), format("%d", "0x1f"), format("%i", "017"), format("%e", 0)
def money(cents, unit: "$", group: ",") = format("%s%s.%02d", unit, (cents.abs / 100).to_s.gsub(/(?<=\d)(?=(\d{3})+\z)/, group), cents.abs % 100).then { |s| cents.negative? ? "(#{s})" : s }
puts money(123456789), money(-5), money(100), money(99999), money(10**15, unit: "€", group: ".")
puts 12.to_s.rjust(5, "0"), 255.to_s(2), "z".to_i(36), 3.7.round, 3.14159.round(2), 1234.567.round(-2), 1e20.to_i, 1e15.to_s, 1e16.to_s, 1e-4.to_s, 1e-5.to_s, 100.0.to_s, 1.23456789012345e+25.to_s
puts 1234567.89.to_s, 0.1 + 0.2, 1 / 3.0, 2.0**70, -0.0, 1e2, 5e-324, 1.7976931348623157e308, 3.0.to_r, 0.5.rationalize, 1_000.digits.inspect, 10.pow(3, 7), 3.7 % 1, -7 / 2, -7 % 3, -7.remainder(3), 7.fdiv(2), 6.0.divmod(4).inspect
printf("%-8s|%8s|\n", "left", "right")
$stdout.printf("%03d\n", 7)
puts format("%-20s%s", "name:", "value"), format("%s", "multi\nline"), format("no directives"), format("%5.1f%%", 99.55), format("%+d %+d", 0, -0)

# == Text
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

# == Complements, hexadecimal floats and exact numbers
puts format("%x|%30x|%.30x|%030x|%#30x|%-30x|", -255, -255, -255, -255, -255, -255), format("%b|%012b|%o|%#o|%+x|% x", -5, -5, -8, -8, -255, -255)
puts format("%X|%.12X|%#X", -255, -255, -255), format("%x %o %b", -(2**70), -(2**70), -(2**40)), format("%#.0x|%#.0o|%.0d|%5.0d|%+.0d", 0, 0, 0, 0, 0)
puts format("%a|%A|%.3a|%.0a|%20.3a|%020a|%-20A|%#a|%+a|%.15a", 1.5, 3.14, 3.14159, 1.9, 1.5, 1.5, -1.1, 1.0, 1.0, 1.1), format("%a %a %a", 0.0, -0.0, 5e-324)
puts format("%f", 10**30), format("%.20f", 1r / 3), format("%.0f|%.0f|%+.2f|%010.2f|%-10.2f|", 1r / 2, -1r / 2, 1r / 3, 1r / 3, 1r / 3)
puts format("%010f|%+f|%-8f|% f|%A", Float::INFINITY, Float::NAN, -Float::INFINITY, Float::INFINITY, -Float::INFINITY)

# == Arguments of a format
# Needs Ruby 3.4: malformed formats
class Seven
  def to_i = 7
  def to_f = 7.5
end

class Pair
  def to_ary = ["a", 1]
end

puts format("%d", Seven.new), format("%f", Seven.new), "%s=%d" % Pair.new, format("%5c|%-3c|", "é", "z")
puts format("%1$s %1$p", "x"), format("%2$*1$d|", 5, 42), format("%-*d|%.*f", 5, 42, 2, 1.555)
puts (format("%1$", 1) rescue $!.message), (format("%<a>", a: 1) rescue $!.message)
begin
  format("%<b>d", { a: 1 })
rescue KeyError => e
  p e.key, e.receiver, e.message
end
["%5", "%-", "%.", "%*", "%é", "%1$s %s", "%s %1$s", "%<a>d %d", "%<a><b>d", "%<a", "%99999999999d", "%0$d", "%5 d", "%.5-d", "%5 5d", "%.5.5d", "%5%"].each do |template|
  p format(template, { a: 1 }, 2)
rescue ArgumentError, KeyError, TypeError => e
  puts "#{template}: #{e.class}: #{e.message}"
end
[nil, [], :a, Float::INFINITY, Object.new].each do |value|
  puts format("%d", value)
rescue TypeError, FloatDomainError => e
  puts "#{e.class}: #{e.message}"
end
