# Needs Ruby 3.3: groups of digits
# All the ways in which a BigDecimal is written.
require "bigdecimal"
require "json"

value = BigDecimal("1234567.891")
puts value, value.to_s, value.inspect, value.to_s("F"), value.to_s("E"), value.to_s("3F"), value.to_s("+F"), value.to_s(" F")
puts value.to_s("5E"), value.to_s("+5E"), value.to_s(4), (-value).to_s("3F"), (-value).to_s("+F"), value.to_s("f")
puts BigDecimal("0.00001234567").to_s("F"), BigDecimal("0.00001234567").to_s("4F"), BigDecimal("1e20").to_s("F")
puts BigDecimal("1e20").to_s("3F"), BigDecimal("-1e-7").to_s, BigDecimal("100").to_s, BigDecimal("0").to_s("F")
puts BigDecimal("-0").to_s, BigDecimal("NaN").to_s("F"), BigDecimal("Infinity").to_s("+"), BigDecimal("-Infinity").to_s
puts "#{value}", "total: " + value.to_s("F"), [value, BigDecimal("1")].inspect, { price: value }.to_s
puts format("%.2f|%10.1f|%-12.3f|%+.1f|%08.2f", value, value, value, value, BigDecimal("3.14159"))
puts format("%d|%s|%5s|%e", value, BigDecimal("1.5"), BigDecimal("2"), BigDecimal("12345.678"))

def delimited(value, digits = 2, separator: ",", point: ".")
  whole, fraction = value.round(digits).to_s("F").split(".")
  sign = whole.start_with?("-") ? "-" : ""
  whole = whole.delete("-").gsub(/(\d)(?=(\d{3})+\z)/, "\\1#{separator}")
  "#{sign}#{whole}#{point}#{fraction.ljust(digits, "0")}"
end
puts delimited(value), delimited(-value, 1), delimited(BigDecimal("999.995")), delimited(value, separator: ".", point: ",")
puts delimited(BigDecimal("0.5")), delimited(BigDecimal("-1234567890.1"), 4)

puts JSON.generate({ price: value.to_s("F"), quantity: 2 }), value.to_s("F").to_json
p JSON.parse('{"price": 19.99}').transform_values { |number| BigDecimal(number.to_s) }
p value.to_s.encoding, value.to_s("F").frozen?, value.frozen?, value.dup.equal?(value)

table = [["Widget", "4.5"], ["Gadget", "12.25"], ["Sprocket", "100"]].map { |name, text| [name, BigDecimal(text)] }
width = table.map { |_, price| delimited(price).size }.max
table.each { |name, price| puts "#{name.ljust(10, ".")}#{delimited(price).rjust(width, ".")}" }
[0, -1, "5\0F"].each do |bad|
  value.to_s(bad)
rescue ArgumentError => e
  puts "#{e.class}: #{e.message}"
end
