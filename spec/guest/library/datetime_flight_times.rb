require 'date'

FLIGHTS = <<~TXT
  BA117 LHR 2024-03-30T08:20+00:00 JFK 2024-03-30T11:10-04:00
  QF1   SYD 2024-03-30T15:10+11:00 SIN 2024-03-30T20:15+08:00
  NZ5   LAX 2024-03-29T21:00-07:00 AKL 2024-03-31T07:05+13:00
  XX1   AAA 2024-03-30T25:00Z BBB 2024-03-31T00:00Z
TXT

def duration(days)
  hours, rest = (days * 24).divmod(1)
  format('%dh%02dm', hours, rest * 60)
end

flights = FLIGHTS.lines.filter_map do |line|
  no, from, dep, to, arr = line.split
  { no:, from:, to:, dep: DateTime.iso8601(dep), arr: DateTime.iso8601(arr) }
rescue Date::Error => e
  puts "#{line.split.first}: #{e.message}"
end

flights.each do |f|
  length = f[:arr] - f[:dep]
  day_shift = f[:arr].to_date - f[:dep].to_date
  puts "#{f[:no].ljust(5)} #{f[:from]} #{f[:dep].strftime('%H:%M')} -> #{f[:to]} #{f[:arr].strftime('%H:%M')}" \
       "#{format(' (%+d)', day_shift) unless day_shift.zero?}  #{duration(length)}"
  p length
end

puts
flights.sort_by { |f| f[:dep] }.each { |f| puts "#{f[:dep].new_offset(0).strftime('%d %H:%MZ')} #{f[:no]}" }

dep = flights[0][:dep]
p dep
p dep.new_offset('+09:00').to_s
p dep.new_offset(Rational(-5, 24)).iso8601
p dep.offset, flights[1][:dep].offset, flights[2][:dep].zone
p dep == DateTime.iso8601('2024-03-30T09:20+01:00')
p dep.to_time.utc, dep.to_date
p dep.step(dep + 1, Rational(1, 3)).map { |t| t.strftime('%H:%M') }
p dep.next_month.to_s, (dep >> 11).to_s
p DateTime.parse('20240330T0820').minute
p dep.ajd, dep.second_fraction
