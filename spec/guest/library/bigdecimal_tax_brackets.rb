# Needs Ruby 3.3: its standard library
require 'bigdecimal'

BRACKETS = [
  [BigDecimal('0'), BigDecimal('11600'), BigDecimal('0.10')],
  [BigDecimal('11600'), BigDecimal('47150'), BigDecimal('0.12')],
  [BigDecimal('47150'), BigDecimal('100525'), BigDecimal('0.22')],
  [BigDecimal('100525'), BigDecimal('Infinity'), BigDecimal('0.24')]
].freeze

def breakdown(income)
  BRACKETS.filter_map do |low, high, rate|
    next if income <= low

    slice = [income, high].min - low
    [low, high, rate, slice, (slice * rate).round(2)]
  end
end

def percent(ratio) = "#{(ratio * 100).round(2).to_s('F')}%"

[BigDecimal('9000'), BigDecimal('52300.75'), BigDecimal('250000')].each do |income|
  parts = breakdown(income)
  tax = parts.sum { |*, t| t }
  puts "Income #{income.to_s('3F')}"
  parts.each do |low, high, rate, slice, part|
    upper = high.infinite? ? 'and up' : high.to_i.to_s
    puts "  #{low.to_i.to_s.rjust(6)} - #{upper.ljust(6)} #{percent(rate).rjust(6)} of #{slice.to_s('F').rjust(9)} = #{part.to_s('F')}"
  end
  puts "  tax #{tax.to_s('F')}, effective #{percent(tax / income)}, marginal #{percent(parts.last[2])}"
end

p breakdown(BigDecimal('0'))
p breakdown(BigDecimal('11600.01')).last
p BRACKETS.last[1].infinite?, BRACKETS.last[1] > 10**50
p [BigDecimal('5'), BRACKETS.last[1]].min, BRACKETS.map(&:last).minmax
p BRACKETS.each_cons(2).all? { |a, b| a[1] == b[0] }
begin
  breakdown('9000')
rescue ArgumentError, NoMethodError => e
  puts "#{e.class}: #{e.message}"
end
