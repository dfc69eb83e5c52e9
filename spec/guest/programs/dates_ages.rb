# Ages in years, months and days, birthdays of leap days, generations.
require "date"

Person = Struct.new(:name, :born) do
  def age(on) = on.year - born.year - ((on.month <=> born.month).nonzero? || (on.day <=> born.day)).then { |o| o == -1 ? 1 : 0 }

  def next_birthday(after)
    year = after.year
    loop do
      day = Date.valid_date?(year, born.month, born.day) ? Date.new(year, born.month, born.day) : Date.new(year, 3, 1)
      return day if day > after

      year += 1
    end
  end
end

def spelled(from, to)
  years = to.year - from.year
  years -= 1 if from >> 12 * years > to
  months = 0
  months += 1 while from >> 12 * years + months + 1 <= to
  days = (to - (from >> 12 * years + months)).to_i
  { years: years, months: months, days: days }.reject { |_, n| n.zero? }.map { |unit, n| "#{n} #{unit}" }.join(", ")
end

today = Date.new(2026, 2, 28)
people = [Person.new("Ada", Date.new(1985, 12, 10)), Person.new("Leap", Date.new(2004, 2, 29)),
          Person.new("Kim", Date.parse("28 Feb 2010")), Person.new("Old", Date.strptime("1/3/1930", "%d/%m/%Y"))]
people.sort_by(&:born).each do |person|
  birthday = person.next_birthday(today)
  puts "#{person.name.ljust(5)} #{person.age(today).to_s.rjust(3)}  #{spelled(person.born, today)}; " \
       "next on #{birthday.strftime("%A, %-d %B %Y")} in #{(birthday - today).to_i} days"
end
puts people.group_by { |person| person.born.year / 10 * 10 }.sort.map { |decade, list| "#{decade}s: #{list.map(&:name).join(" ")}" }
puts people.map { |person| (today - person.born).to_i }.inspect
youngest = people.max_by(&:born)
puts "#{youngest.name} was born on day #{youngest.born.yday} of #{youngest.born.year}, a #{youngest.born.strftime("%A")}"
puts people.count { |person| person.born.leap? }
puts (Date.new(1999, 12, 31) + 1 == Date.new(2000, 1, 1)), Date.new(2000, 2, 29).next_year, Date.new(2000, 2, 29).prev_year(4)
begin
  Date.new(2025, 2, 29)
rescue Date::Error => e
  puts "#{e.class}: #{e.message}"
end
