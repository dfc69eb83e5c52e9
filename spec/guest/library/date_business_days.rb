require 'date'
require 'set'

HOLIDAYS = Set[Date.new(2024, 12, 25), Date.new(2024, 12, 26), Date.new(2025, 1, 1)]

def workday?(date)
  !date.saturday? && !date.sunday? && !HOLIDAYS.include?(date)
end

def add_workdays(date, count)
  step = count <=> 0
  until count.zero?
    date += step
    count -= step if workday?(date)
  end
  date
end

def workdays_between(from, to)
  from.upto(to).count { |d| workday?(d) }
end

start = Date.new(2024, 12, 20)
[1, 3, 5, 10, -5].each do |n|
  due = add_workdays(start, n)
  puts "#{start} #{n.positive? ? '+' : '-'} #{n.abs} workdays = #{due.strftime('%a %d %b %Y')}"
end

puts workdays_between(start, Date.new(2025, 1, 3))
p Date.new(2025, 1, 3).downto(Date.new(2024, 12, 30)).map(&:day)
p start.step(Date.new(2025, 1, 20), 7).map(&:to_s)
p (start...start + 4).map { |d| workday?(d) }
p start.next, start.next_day(3), start.prev_day, start.next_month, start.prev_month(2), start.next_year
p start === DateTime.new(2024, 12, 20, 15, 30)
p (start <=> Date.new(2024, 12, 21)), start.eql?(Date.new(2024, 12, 20)), start.hash == Date.new(2024, 12, 20).hash
p HOLIDAYS.min, HOLIDAYS.map(&:cwday)
begin
  start + 'x'
rescue TypeError => e
  puts "TypeError: #{e.message}"
end
