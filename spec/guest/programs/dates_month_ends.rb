# Month ends, month arithmetic, nth weekdays, fiscal years.
require "date"

def month_end(date) = Date.new(date.year, date.month, -1)
def quarter_end(date) = month_end(Date.new(date.year, (date.month + 2) / 3 * 3, 1))

def nth_weekday(year, month, nth, wday)
  if nth > 0
    first = Date.new(year, month, 1)
    first + (wday - first.wday) % 7 + 7 * (nth - 1)
  else
    last = Date.new(year, month, -1)
    last - (last.wday - wday) % 7 + 7 * (nth + 1)
  end
end

date = Date.new(2024, 1, 31)
puts (0..13).map { |months| (date >> months).to_s }.each_slice(5).map { |row| row.join(" ") }
puts (1..4).map { |months| (date << months).iso8601 }.inspect
puts (date >> 1 << 1).to_s, date.next_month.next_month, date.next_month(2), date.prev_month(11), date.next_year
puts (1..12).map { |month| Date.new(2023, month, -1).day }.inspect, Date.new(2100, 2, -1).day, Date.new(2000, 2, -1).day
[2024, 2025, 2026].each do |year|
  thanksgiving = nth_weekday(year, 11, 4, 4)
  mothers_day = nth_weekday(year, 5, 2, 0)
  last_friday = nth_weekday(year, 6, -1, 5)
  puts "#{year}: #{thanksgiving.strftime("%-d %b")}, #{mothers_day.strftime("%-d %b")}, #{last_friday.strftime("%-d %b")}"
end

def fiscal(date, starts = 4)
  year = date.month >= starts ? date.year : date.year - 1
  quarter = (date.month - starts) % 12 / 3 + 1
  "FY#{year % 100}/#{(year + 1) % 100} Q#{quarter}"
end

%w[2025-03-31 2025-04-01 2025-12-15 2026-02-28].each do |text|
  day = Date.parse(text)
  puts "#{day}: #{fiscal(day)}, month ends #{month_end(day)}, quarter ends #{quarter_end(day)}, #{(quarter_end(day) - day).to_i} days left"
end
puts Date.new(2025, 1, 1).step(Date.new(2025, 12, 31), 45).map(&:to_s).inspect
puts Date.new(2025, 3, 3).downto(Date.new(2025, 2, 27)).map(&:day).inspect
puts (Date.new(2025, 1, 1)..Date.new(2025, 12, 31)).select { |d| d.day == 13 && d.friday? }.map(&:to_s).inspect
puts Date.valid_date?(2025, 2, 29), Date.valid_date?(2024, 2, 29), Date.valid_date?(2024, -1, -1), Date.valid_date?(2024, 13, 1)
