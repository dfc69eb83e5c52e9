require 'date'

years = 1971..1980
all = Date.new(years.first, 1, 1)..Date.new(years.last, 12, 31)

puts "#{all.count} days"
puts "Leap years: #{years.select { |y| Date.leap?(y) }.join(', ')}"

by_wday = all.each_with_object(Hash.new(0)) { |d, h| h[d.strftime('%a')] += 1 if d.day == 13 }
Date::ABBR_DAYNAMES.each { |n| puts "13th on #{n}: #{'*' * by_wday[n]} #{by_wday[n]}" }

five_weekends = years.to_a.product((1..12).to_a).select do |y, m|
  first = Date.new(y, m, 1)
  first.friday? && Date.new(y, m, -1).day == 31
end
puts 'Months with five full weekends:'
five_weekends.each { |y, m| puts "  #{Date::MONTHNAMES[m]} #{y}" }

palindromes = all.select { |d| d.strftime('%d%m%y').then { |s| s == s.reverse } }
puts palindromes.first(3).map { |d| d.strftime('%d/%m/%y') }.join(' ')

pythagorean = all.select { |d| d.day**2 + d.month**2 == (d.year % 100)**2 }
p pythagorean.map(&:to_s)

same = years.each_cons(2).count { |a, b| Date.new(a).wday == Date.new(b, 1, 1).wday }
puts "January 1st never on the same weekday twice running: #{same.zero?}"
p Date.new(1975)
p all.first.upto(all.last).each_slice(1000).map(&:size)
p all.each_entry.first(1).first.mon
p all.min_by(&:yday), all.max_by { |d| [d.yday, d.year] }
