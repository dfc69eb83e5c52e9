require 'date'

def calendar(year, month, start: :sunday)
  first = Date.new(year, month, 1)
  last = Date.new(year, month, -1)
  offset = start == :monday ? (first.wday - 1) % 7 : first.wday
  names = Date::ABBR_DAYNAMES.map { |n| n[0, 2] }
  names = names.rotate if start == :monday

  cells = Array.new(offset) + (first..last).map(&:day)
  lines = ["#{Date::MONTHNAMES[month]} #{year}".center(20).rstrip, names.join(' ')]
  cells.each_slice(7) { |week| lines << week.map { |d| d.to_s.rjust(2) }.join(' ') }
  lines.join("\n")
end

puts calendar(2024, 2)
puts
puts calendar(2023, 10, start: :monday)
puts

p Date::MONTHNAMES.compact.size
p Date::ABBR_MONTHNAMES[1..3]
p Date::DAYNAMES
lengths = (1..12).map { |m| Date.new(2024, m, -1).day }
p lengths, lengths.sum

fridays = (1..12).map { |m| Date.new(2026, m, 13) }.select(&:friday?)
puts "Friday 13th in 2026: #{fridays.map { |d| d.strftime('%b') }.join(', ')}"

begin
  calendar(2024, 13)
rescue Date::Error => e
  puts "#{e.class}: #{e.message}"
end
