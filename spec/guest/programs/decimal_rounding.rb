# Needs Ruby 3.3: words of errors
# How amounts are rounded: all modes of BigDecimal, cash rounding, and why not floats.
require "bigdecimal"

MODES = %i[up down half_up half_down half_even ceiling floor].freeze
VALUES = %w[2.5 -2.5 1.005 -1.005 0.125 0.135 2.675 -0.5 1.15 1.25].map { |text| BigDecimal(text) }

puts ["value".ljust(8), *MODES.map { |mode| mode.to_s.rjust(10) }].join
VALUES.each do |value|
  digits = value.scale - 1
  cells = MODES.map { |mode| value.round(digits, mode).to_s("F").rjust(10) }
  puts [value.to_s("F").ljust(8), *cells].join
end

puts BigDecimal("2.5").round, BigDecimal("3.5").round(half: :even).to_i, BigDecimal("2.5").round(0, half: :even).to_i
p BigDecimal("2.5").round(half: :down), BigDecimal("2.5").round(half: "up"), BigDecimal("1234.567").round(-2)

BigDecimal.save_rounding_mode do
  BigDecimal.mode(BigDecimal::ROUND_MODE, :banker)
  p %w[0.5 1.5 2.5 3.5].map { |text| BigDecimal(text).round }
  p BigDecimal.mode(BigDecimal::ROUND_MODE) == BigDecimal::ROUND_HALF_EVEN
end
p %w[0.5 1.5 2.5 3.5].map { |text| BigDecimal(text).round }

# Cash: the nearest five cents.
def cash(amount) = (amount * 20).round / BigDecimal("20")
%w[1.01 1.02 1.03 1.07 1.08 19.99].each { |text| puts "#{text} -> #{cash(BigDecimal(text)).to_s("F")}" }

puts "floats: #{0.1 + 0.2}, #{1.005.round(2)}, #{(1.1 + 2.2).inspect}"
puts "decimals: #{(BigDecimal("0.1") + BigDecimal("0.2")).to_s("F")}, #{BigDecimal("1.005").round(2).to_s("F")}"
p 0.1 + 0.2 == 0.3, BigDecimal("0.1") + BigDecimal("0.2") == BigDecimal("0.3")

value = BigDecimal("-1234.5678")
p value.floor, value.ceil, value.truncate, value.fix, value.frac
p value.floor(2), value.ceil(2), value.truncate(2), value.round(2)
[[:round, 2, :sideways], [:round, "2"], [:floor, nil]].each do |name, *arguments|
  p value.public_send(name, *arguments)
rescue ArgumentError, TypeError => e
  puts "#{e.class}: #{e.message}"
end
