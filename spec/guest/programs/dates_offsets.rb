# DateTime: offsets, conversions to Time and back, fractions of days.
# Needs Ruby 3.2: Date#deconstruct_keys
require "date"
require "time"

meeting = DateTime.new(2026, 3, 29, 9, 30, 0, "+02:00")
{ "UTC" => 0, "New York" => "-04:00", "Kolkata" => "+05:30", "Chatham" => "+13:45" }.each do |city, offset|
  there = meeting.new_offset(offset)
  puts "#{city.ljust(9)} #{there.strftime("%a %d %b %H:%M %:z")} #{there == meeting} #{there.to_date}"
end
p meeting.hour, meeting.minute, meeting.offset, meeting.zone, meeting.sec_fraction, meeting.day_fraction
later = meeting + Rational(90, 1440)
puts later, ((later - meeting) * 24 * 60).to_i, later.to_time.utc, meeting > later, [later, meeting].min
puts DateTime.parse("2026-03-29T09:30:00+02:00") == meeting, DateTime.iso8601("2026-03-29T07:30:00Z").eql?(meeting)
shifts = [["08:00", "16:30"], ["22:15", "06:45"]].map do |from, to|
  a, b = [from, to].map { |text| DateTime.strptime("2026-03-29 #{text}", "%Y-%m-%d %H:%M") }
  b += 1 if b < a
  ((b - a) * 24).to_f
end
p shifts, shifts.sum
time = Time.utc(2026, 11, 29, 23, 59, 59.5r)
puts time.to_date, time.to_datetime.iso8601(3), time.to_date.to_time.utc?, time.to_datetime.to_time == time
puts Date.new(2026, 11, 29).to_datetime, meeting.to_date.to_time.strftime("%F %T"), meeting.to_time.utc_offset
p Time.parse("2026-11-29 10:20:30 UTC") - Time.parse("2026-11-29 09:20 UTC"), Time.iso8601("2026-11-29T10:20:30+01:00").utc
p Time.strptime("29.11.2026 10:20 +0300", "%d.%m.%Y %H:%M %z").utc, Time.httpdate("Sun, 29 Nov 2026 10:20:30 GMT")
p Time.utc(2026, 11, 29).httpdate, Time.utc(2026, 11, 29).rfc2822, Time.rfc2822("Sun, 29 Nov 2026 10:20:30 +0100").utc
p (begin; Time.parse("nothing"); rescue ArgumentError => e; e.message; end)
p Date.new(2026, 1, 1) + 0.5 == DateTime.new(2026, 1, 1, 12), Date.new(2026, 1, 1) === DateTime.new(2026, 1, 1, 12)
p DateTime.new(2026, 1, 1, 24), DateTime.new(2026, 1, 1, -1, -1, -1), DateTime.new(2026, 1, 1.5), DateTime.new(2026, 1, 1, 6.25)
case meeting
in { year: 2026, hour: 9, min:, zone: } then puts "#{min} #{zone}"
end
