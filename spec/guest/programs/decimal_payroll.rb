# Wages with progressive tax, overtime and contributions that have ceilings.
require "bigdecimal"

BRACKETS = [["0", "0"], ["11000", "0.12"], ["44725", "0.22"], ["95375", "0.24"], ["182100", "0.32"]]
           .map { |from, rate| [BigDecimal(from), BigDecimal(rate)] }.freeze
CEILING = BigDecimal("90600")
CONTRIBUTION = BigDecimal("0.093")

def tax(income)
  BRACKETS.each_with_index.sum do |(from, rate), i|
    to = BRACKETS[i + 1]&.first || income
    taxed = [[income, to].min - from, BigDecimal(0)].max
    taxed * rate
  end.round(2)
end

def pay(hours, wage)
  regular, overtime = [hours, 160].min, [hours - 160, 0].max
  (regular * wage + overtime * wage * BigDecimal("1.5")).round(2)
end

employees = [
  ["Ada", BigDecimal("172.25"), BigDecimal("41.37")],
  ["Brian", BigDecimal("160"), BigDecimal("28.905")],
  ["Chen", BigDecimal("98.5"), BigDecimal("19.99")],
  ["Dana", BigDecimal("201.75"), BigDecimal("95.5")]
]

rows = employees.map do |name, hours, wage|
  gross = pay(hours, wage)
  yearly = gross * 12
  monthly_tax = (tax(yearly) / 12).round(2)
  contribution = ([yearly, CEILING].min * CONTRIBUTION / 12).round(2, :half_even)
  [name, gross, monthly_tax, contribution, gross - monthly_tax - contribution]
end

puts format("%-6s%12s%12s%12s%12s", "", "gross", "tax", "insurance", "net")
rows.each { |name, *amounts| puts format("%-6s#{"%12.2f" * 4}", name, *amounts) }
sums = rows.map { |row| row.drop(1) }.transpose.map(&:sum)
puts format("%-6s#{"%12s" * 4}", "sum", *sums.map { |sum| sum.to_s("F") })
p sums[0] - sums[1] - sums[2] == sums[3]

[0, 10_999, 11_000, 11_001, 44_725, 95_375.5, 1_000_000].each do |income|
  income = BigDecimal(income.to_s)
  owed = tax(income)
  rate = income.zero? ? BigDecimal(0) : (owed / income * 100).round(2)
  puts "#{income.to_s("F").rjust(10)} #{owed.to_s("F").rjust(12)} #{rate.to_s("F").rjust(6)} %"
end

average = sums[0] / rows.size
puts average.round(2).to_s("F"), rows.max_by { |row| row[1] }.first, rows.sum { |row| row[1] <=> average }
p employees.map { |_, hours, _| hours.to_s("F") }, employees.partition { |_, hours, _| hours > 160 }.map(&:size)
