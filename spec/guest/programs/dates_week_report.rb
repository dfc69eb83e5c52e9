# Sales by ISO week, by weekday and by quarter.
require "date"

orders = (0...60).map { |i| { date: Date.new(2025, 12, 20) + i * 3 % 47, total: (i * 37) % 90 + 10 } }

puts "By ISO week"
orders.group_by { |order| [order[:date].cwyear, order[:date].cweek] }.sort.each do |(year, week), list|
  monday = Date.commercial(year, week, 1)
  sum = list.sum { |order| order[:total] }
  puts "#{year}-W#{week.to_s.rjust(2, "0")} #{monday.strftime("%d.%m.")}–#{(monday + 6).strftime("%d.%m.")} #{list.size.to_s.rjust(2)} #{sum.to_s.rjust(5)} #{"#" * (sum / 40)}"
end

puts "By weekday"
orders.group_by { |order| order[:date].wday }.sort.each do |wday, list|
  puts "#{Date::ABBR_DAYNAMES[wday]} #{list.size} #{(list.sum { |order| order[:total] } / list.size.to_f).round(2)}"
end

puts "By month and quarter"
orders.group_by { |order| order[:date].strftime("%Y-%m") }.sort.each { |month, list| puts "#{month}: #{list.sum { |o| o[:total] }}" }
quarters = orders.group_by { |order| "#{order[:date].year} Q#{(order[:date].month + 2) / 3}" }
quarters.sort.each { |quarter, list| puts "#{quarter}: #{list.map { |o| o[:date] }.uniq.size} days" }

first, last = orders.map { |order| order[:date] }.minmax
missing = (first..last).to_a - orders.map { |order| order[:date] }
puts "#{first} to #{last}: #{missing.size} days without orders: #{missing.first(5).map { |d| d.strftime("%d %b") }.join(", ")}"
weekends, workdays = orders.partition { |order| order[:date].saturday? || order[:date].sunday? }
puts "#{weekends.size} at weekends, #{workdays.size} on workdays"
puts %w[2020-12-31 2021-01-03 2021-01-04 2026-12-31 2027-01-03].map { |t| Date.parse(t).strftime("%F %G-W%V-%u %U %W %j") }
running = 0
orders.sort_by { |o| [o[:date], o[:total]] }.each_slice(15) { |slice| puts "#{slice.last[:date]} #{running += slice.sum { |o| o[:total] }}" }
