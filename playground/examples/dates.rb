# The clock of a script stands still, where its host sets it:
# the same script gives the same result each time.
require "date"

puts "Now it is #{Time.now.utc}"

release = Date.new(2026, 12, 1)
days = Enumerator.produce(release, &:next_day).lazy
workdays = days.reject { |day| day.saturday? || day.sunday? }

workdays.first(5).each { |day| puts day.strftime("%a %-d %b, week %V") }

easter = Date.new(2027, 3, 28)
{ release:, leap: Date.leap?(2028), until_easter: (easter - release).to_i }
