# Needs Ruby 3.3: its standard library
require 'bigdecimal'

NUMBERS = %w[0 1 -12.50 0.00123 123456 1e20 9.99e-7 100.0100].freeze

puts 'input'.ljust(10) + %w[prec scale n_sig exp digits].map { |h| h.rjust(16) }.join
NUMBERS.each do |text|
  d = BigDecimal(text)
  puts text.ljust(10) + [d.precision, d.scale, d.n_significant_digits, d.exponent, d.split[1]].map { |v| v.to_s.rjust(16) }.join
end

def fits?(value, precision, scale)
  value.scale <= scale && value.precision - value.scale <= precision - scale
end

puts
columns = { price: [8, 2], rate: [5, 4], huge: [12, 0] }
[BigDecimal('123.45'), BigDecimal('0.0625'), BigDecimal('1234567.8'), BigDecimal('1e11')].each do |v|
  ok = columns.select { |_, (p, s)| fits?(v, p, s) }.keys
  puts "#{v.to_s('F')} fits #{ok.inspect}"
end

d = BigDecimal('-1234567.891')
p d.split, d.precision_scale, d.exponent
puts d.to_s, d.to_s('F'), d.to_s('3F'), d.to_s('+4F'), d.to_s(' 2E'), d.to_s('5')
p d.abs.to_s('+F'), d.abs.to_s(' F')
p d.to_i, d.fix.to_s, d.frac.to_s
p d * 0, -d, +d, d.abs
p BigDecimal('1.5') ** 2, BigDecimal('4') ** 0.5, BigDecimal('2') ** -2
p BigDecimal('1') / 3
p BigDecimal('123.456').round(1).precision
sum = BigDecimal('0')
1000.times { sum += BigDecimal('0.001') }
p sum == 1, sum
