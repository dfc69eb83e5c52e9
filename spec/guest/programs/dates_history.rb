# The two calendars: the reform of 1582 and of 1752, Julian days, very early and very late dates.
require "date"

puts Date.new(1582, 10, 4) + 1, Date.new(1582, 10, 15) - 1, Date.valid_date?(1582, 10, 10)
puts Date.new(1752, 9, 2, Date::ENGLAND) + 1, Date.new(1752, 9, 14, Date::ENGLAND).jd, Date.valid_date?(1752, 9, 5, Date::ENGLAND)
puts (Date.new(1582, 10, 1)..Date.new(1582, 10, 31)).count, Date.new(1582, 12, 31).yday, Date.new(1582, 10, 15).cweek
today = Date.new(2026, 11, 29)
puts today.julian, today.gregorian, today.england, today.italy == today, today.julian == today, today.julian.julian?
puts today.jd, today.mjd, today.ld, today.ajd, today.amjd, Date.jd(2_451_545), Date.jd(0), Date.jd(-1)
newton = Date.new(1642, 12, 25, Date::JULIAN)
puts "#{newton} #{newton.strftime("%A")}, by the new style #{newton.gregorian}"
shakespeare, cervantes = Date.new(1616, 4, 23, Date::ENGLAND), Date.new(1616, 4, 22)
puts "they died #{(shakespeare - cervantes).to_i} days apart"
puts Date.new(-43, 3, 15).strftime("%Y-%m-%d was a %A"), Date.new(-4712, 1, 1).jd, Date.new(0, 1, 1).leap?, Date.new(1500).leap?
puts Date.new(1500, 1, 1, Date::GREGORIAN).leap?, Date.julian_leap?(1900), Date.gregorian_leap?(1900)
puts Date.new(9999, 12, 31) + 1, Date.new(1_000_000, 1, 1).wday, Date.new(1_000_000, 1, 1) - Date.new(1, 1, 1)
puts Date::ITALY, Date::ENGLAND, Date::JULIAN, Date::GREGORIAN, today.start, newton.start
moon = Date.new(1969, 7, 20)
puts moon.next_year(50).strftime("%d %B %Y"), (today - moon).to_i, (today - moon).class, moon <=> today, moon < 0
p moon, newton, Date.new, DateTime.new, Date.ordinal(1969, 201) == moon, Date.commercial(1969, 29, 7) == moon
p moon < Date::Infinity.new, moon > -Date::Infinity.new, (moon..).first(2).map(&:day), moon.hash == Date.new(1969, 7, 20).hash
