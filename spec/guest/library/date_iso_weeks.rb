# Without the require of date
Days = %w[Mon Tue Wed Thu Fri Sat Sun].freeze

def week_range(year, week)
  monday = Date.commercial(year, week, 1)
  monday..(monday + 6)
end

[[2020, 53], [2021, 1], [2024, 9], [2025, 1]].each do |y, w|
  range = week_range(y, w)
  puts "#{y}-W#{w.to_s.rjust(2, '0')}: #{range.first} to #{range.last}"
end

[Date.new(2021, 1, 3), Date.new(2024, 12, 30), Date.new(2026, 12, 31)].each do |d|
  puts "#{d} is #{Days[d.cwday - 1]} of week #{d.cweek} of #{d.cwyear} (#{d.strftime('%G-W%V-%u')})"
end

long_years = (2000..2030).select { |y| Date.valid_commercial?(y, 53, 1) }
puts "Years with 53 weeks: #{long_years.join(', ')}"

begin
  Date.commercial(2021, 53, 1)
rescue Date::Error => e
  puts "2021-W53: #{e.message}"
end

p Date.ordinal(2024, 60), Date.ordinal(2024, -1)
p Date.jd(2_460_000)
p Date.new(2024, 2, 29).cwday
p Date.commercial(2024, -1, -1)
