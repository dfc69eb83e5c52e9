# Needs Ruby 3.3: its standard library
require 'time'

def humanize(seconds)
  sign = seconds.negative? ? '-' : ''
  rest = seconds.abs.to_i
  parts = { 'd' => 86_400, 'h' => 3600, 'm' => 60, 's' => 1 }.filter_map do |unit, size|
    n, rest = rest.divmod(size)
    "#{n}#{unit}" if n.positive?
  end
  sign + (parts.empty? ? '0s' : parts.join(' '))
end

now = Time.utc(2024, 2, 28, 22, 30)
events = {
  'Leap day' => Time.utc(2024, 2, 29),
  'Launch' => Time.parse('2024-03-01 09:15:30 -0500'),
  'Review' => Time.at(1_709_000_000),
  'Right now' => now
}

events.each { |name, t| puts "#{name.ljust(10)} #{humanize(t - now).rjust(14)}  #{t.getutc.strftime('%a %F %T')}" }

soonest = events.select { |_, t| t > now }.min_by { |_, t| t }
puts "Next: #{soonest.first}"
p events.values.map(&:to_i)
p now + 90.5, now - 3600 * 24 * 60
p (now + 0.1).nsec, (now + Rational(1, 10)).nsec, (now + 0.1r).usec
p now == Time.at(now.to_i), now.eql?(Time.at(now.to_r)), now.equal?(now.dup)
p now.between?(Time.utc(2024), Time.utc(2025)), now.clamp(Time.utc(2024, 3, 1), Time.utc(2024, 3, 2))
p now.hour, now.min, now.sec, now.wday, now.dst?, now.gmtoff, now.hash == now.dup.hash
p Time.utc(2024, 12, 31).yday, Time.utc(2024, 2, 31)
puts now.xmlschema(3), now.rfc822, now.to_s, now.ctime
begin
  now + Time.utc(2024)
rescue TypeError => e
  puts e.message
end
begin
  Time.parse('gibberish')
rescue ArgumentError => e
  puts e.message
end
puts Time.parse('12:30', Time.utc(2024, 1, 1)).strftime('%F %R')
case now
in { year:, month: 2, day: 28.. => d } then puts "late February #{year}, day #{d}"
end
