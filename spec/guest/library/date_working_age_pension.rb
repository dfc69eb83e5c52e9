require 'date'

RULES = [
  [Date.new(1950, 1, 1)...Date.new(1955, 1, 1), { years: 65 }],
  [Date.new(1955, 1, 1)...Date.new(1960, 1, 1), { years: 66 }],
  [Date.new(1960, 1, 1)...Date.new(1964, 1, 1), { years: 66, months: 6 }],
  [Date.new(1964, 1, 1).., { years: 67 }]
].freeze

class NoRule < StandardError
  def initialize(birth) = super("no rule for births in #{birth.year}")
end

def retirement(birth)
  _, rule = RULES.find { |range, _| range.cover?(birth) }
  raise NoRule.new(birth) unless rule

  reached = birth >> (rule[:years] * 12 + rule.fetch(:months, 0))
  Date.new(reached.year, reached.month, -1) + 1
end

as_of = Date.new(2024, 6, 30)
['1952-08-12', '1958-02-28', '1961-12-31', '1964-02-29', '1949-05-05'].each do |text|
  birth = Date.strptime(text, '%Y-%m-%d')
  day = retirement(birth)
  months = (day.year - as_of.year) * 12 + day.month - as_of.month
  state = months.positive? ? "in #{months.divmod(12).join(' years ')} months" : 'already retired'
  puts "#{birth.strftime('%e %b %Y')} -> #{day.strftime('%d/%m/%Y')} (#{state})"
rescue NoRule => e
  puts "#{text}: #{e.message}"
end

p RULES.map { |r, _| r.inspect.length }
p RULES.last.first
p retirement(Date.new(1964, 2, 29))
p Date.new(1964, 2, 29).next_year(67)
p (Date.new(2031, 3, 1) - as_of).to_i.fdiv(365.25).round(2)
p as_of.end_with?('x') rescue puts 'Dates have no end_with?'
