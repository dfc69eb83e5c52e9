# Business days: weekends and holidays, due dates, service levels between two dates.
require "date"

HOLIDAYS = ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2026-12-28"].map { |t| Date.parse(t) }

class Date
  def business_day? = !saturday? && !sunday? && !HOLIDAYS.include?(self)

  def add_business_days(count)
    step = count.negative? ? -1 : 1
    day = self
    count.abs.times do
      day += step
      day += step until day.business_day?
    end
    day
  end
end

def business_days_between(from, to) = (from...to).count(&:business_day?)

[["2026-04-01", 1], ["2026-04-02", 3], ["2026-12-23", 5], ["2026-05-04", -2], ["2026-01-30", 20]].each do |text, count|
  start = Date.iso8601(text)
  due = start.add_business_days(count)
  puts "#{start.strftime("%a %d %b %Y")} #{format("%+d", count)} -> #{due.strftime("%a %d %b %Y")} (#{(due - start).to_i} days)"
end

puts business_days_between(Date.new(2026, 1, 1), Date.new(2027, 1, 1))
(1..12).each do |month|
  first = Date.new(2026, month, 1)
  days = (first..Date.new(2026, month, -1)).select(&:business_day?)
  puts "#{Date::ABBR_MONTHNAMES[month]}: #{days.size}, first #{days.first.day}, last #{days.last.day}"
end

tickets = { "A" => %w[2026-03-30 2026-04-07], "B" => %w[2026-05-04 2026-05-05], "C" => %w[2026-12-24 2027-01-04] }
tickets.each do |name, dates|
  from, to = dates.map { |date| Date.parse(date) }
  taken = business_days_between(from, to)
  puts "#{name}: #{taken} business day#{"s" if taken != 1}, #{taken > 3 ? "late" : "in time"}"
end
p HOLIDAYS.minmax.map(&:to_s), HOLIDAYS.group_by(&:month).transform_values(&:size)
