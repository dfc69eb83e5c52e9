# Needs Ruby 3.3: its standard library
require 'time'

OFFSETS = { 'New York' => '-04:00', 'London' => '+01:00', 'Mumbai' => '+05:30', 'Tokyo' => '+09:00' }.freeze
WORK = (9...18)

def slots(day)
  (0..23).filter_map do |h|
    t = Time.utc(day.year, day.month, day.day, h)
    good = OFFSETS.count { |_, off| WORK.cover?(t.getlocal(off).hour) }
    [t, good] if good >= 3
  end
end

day = Time.utc(2024, 6, 12)
slots(day).each do |t, good|
  local = OFFSETS.map { |city, off| "#{city} #{t.getlocal(off).strftime('%H:%M')}" }
  puts "#{t.strftime('%H:%MZ')} (#{good}/4) #{local.join(', ')}"
end

t = Time.new(2024, 6, 12, 23, 30, 0, '+09:00')
p t, t.utc_offset, t.zone, t.utc?
p t.getutc
puts t.localtime('-04:00')
puts t.strftime('%Y-%m-%d %H:%M:%S %z')
a = Time.utc(2024, 12, 31, 23, 59, 59.75r)
p a, a + 0.25, a.round, a.floor, a.ceil(1)
p Time.at(1_718_200_000, in: '+05:30')
p Time.at(0, 1_500, :millisecond, in: 'UTC')
p Time.new('2024-06-12 08:00:00', in: '-04:00')
p (Time.utc(2024, 3, 1) - Time.utc(2024, 2, 1)) / 86_400
p Time.utc(2024, 'feb', 29).yday, Time.gm(2000).monday?
p a.to_a, a.deconstruct_keys(%i[year month])
begin
  Time.new(2024, 13, 1)
rescue ArgumentError => e
  puts e.message
end
begin
  Time.new(2024, 1, 1, 0, 0, 0, 'Mars')
rescue ArgumentError => e
  puts e.message
end
p Time.utc(2024, 1, 1) <=> 'x'
