# Needs Ruby 3.3: its standard library
require 'bigdecimal'

MODES = %i[up down half_up half_down half_even ceiling floor].freeze
VALUES = %w[2.5 3.5 -2.5 2.51 -2.49 0.05].freeze

puts 'value'.ljust(8) + MODES.map { |m| m.to_s.rjust(10) }.join
VALUES.each do |text|
  value = BigDecimal(text)
  cells = MODES.map { |m| value.round(0, m).to_s('F').rjust(10) }
  puts text.ljust(8) + cells.join
end

puts
x = BigDecimal('1234.56789')
p x.round, x.round.class
p x.round(2), x.round(-2), x.round(2).class
p x.truncate(3), x.floor(1), x.ceil(1), x.fix, x.frac
p x.floor, x.ceil, x.truncate
p BigDecimal('-0.5').round, BigDecimal('1.5').round(half: :even), BigDecimal('2.5').round(half: :even)
p BigDecimal('2.5').round(0, half: :down)

p BigDecimal.mode(BigDecimal::ROUND_MODE)
BigDecimal.save_rounding_mode do
  BigDecimal.mode(BigDecimal::ROUND_MODE, :banker)
  p BigDecimal('2.5').round, BigDecimal('3.5').round
  p BigDecimal.mode(BigDecimal::ROUND_MODE)
end
p BigDecimal('2.5').round
begin
  x.round(1, :sideways)
rescue ArgumentError => e
  puts e.message
end
begin
  BigDecimal('NaN').round
rescue FloatDomainError => e
  puts "#{e.class}: #{e.message}"
end
