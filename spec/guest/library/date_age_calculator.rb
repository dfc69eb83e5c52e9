require 'date'

def age_on(birth, today)
  years = today.year - birth.year
  years -= 1 if (birth >> (12 * years)) > today
  anniversary = birth >> (12 * years)
  months = (today.year * 12 + today.month) - (anniversary.year * 12 + anniversary.month)
  months -= 1 if (anniversary >> months) > today
  days = (today - (anniversary >> months)).to_i
  [years, months, days]
end

today = Date.new(2024, 3, 15)

[Date.new(1990, 7, 4), Date.new(2000, 2, 29), Date.new(2024, 3, 15), Date.new(1968, 3, 16)].each do |birth|
  y, m, d = age_on(birth, today)
  next_birthday = birth >> (12 * (y + 1))
  puts "#{birth} (#{birth.strftime('%A')}): #{y} years, #{m} months, #{d} days; " \
       "#{(today - birth).to_i} days alive; next birthday in #{(next_birthday - today).to_i} days"
end

p today - Date.new(2024, 1, 1)
p (today - Date.new(2024, 1, 1)).class
p today.leap?, Date.leap?(1900), Date.gregorian_leap?(2000)
p today.yday, today.cweek, today.cwyear, today.mjd, today.jd, today.ajd
p Date.valid_date?(2023, 2, 29), Date.valid_civil?(2024, -1, -1), Date.valid_ordinal?(2023, 366)

%w[1990-07-04 07/04/1990 4.7.1990 19900704].each do |text|
  puts "#{text.ljust(12)} #{Date.parse(text)}"
rescue Date::Error => e
  puts "#{text.ljust(12)} #{e.class}: #{e.message}"
end
