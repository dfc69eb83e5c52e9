# Calendars: a month as a grid from Monday or Sunday, a year at a glance, Easter and what follows from it.
require "date"

def grid(year, month, first: 1, marks: [])
  days = (Date.new(year, month, 1)..Date.new(year, month, -1)).to_a
  lead = (days.first.wday - first) % 7
  title = days.first.strftime("%B %Y").center(27).rstrip
  head = Date::ABBR_DAYNAMES.rotate(first).map { |name| name[0, 2].rjust(3) }.join(" ")
  cells = [nil] * lead + days
  rows = cells.each_slice(7).map do |week|
    week.map { |day| day ? "#{day.day.to_s.rjust(2)}#{marks.include?(day) ? "*" : " "}" : "   " }.join(" ").rstrip
  end
  [title, head, *rows]
end

def easter(year)
  century = year / 100
  golden = year % 19
  epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
  epact -= epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11))
  weekday = (year + year / 4 + epact + 2 - century + century / 4) % 7
  offset = epact - weekday
  month = 3 + (offset + 40) / 44
  Date.new(year, month, offset + 28 - 31 * (month / 4))
end

puts grid(2026, 2), grid(2024, 2, first: 0), grid(2026, 4, marks: [easter(2026), easter(2026) + 1])
(2024..2030).each do |year|
  sunday = easter(year)
  feasts = { "Carnival" => -48, "Good Friday" => -2, "Ascension" => 39, "Whit Monday" => 50 }
  puts "#{sunday} #{feasts.map { |name, days| "#{name} #{(sunday + days).strftime("%a %d.%m.")}" }.join(", ")}"
  raise "no Sunday" unless sunday.sunday?
end
puts (1..12).map { |m| Date.new(2026, m, 1).strftime("%b").ljust(4) + Date.new(2026, m, 1).strftime("%a") }.each_slice(4).map { |r| r.join(" | ") }
puts (2020..2030).select { |year| Date.leap?(year) }.inspect, (1..10).map { |y| Date.gregorian_leap?(y * 100) }.inspect
puts (2026..2032).select { |year| Date.new(year, 12, 28).cweek == 53 }.inspect
advent = Date.new(2026, 12, 24)
advent -= 1 until advent.sunday?
puts [3, 2, 1, 0].map { |weeks| (advent - 7 * weeks).to_s }.inspect
