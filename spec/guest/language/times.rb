# == A clock that is set by hand
# A clock that is set by hand: nothing here reads the time.
require "time"

t = Time.utc(2024, 2, 29, 13, 5, 9.25)
puts t, t.inspect, t.to_f, t.year, t.month, t.day, t.hour, t.min,
     t.sec, t.usec, t.nsec, t.wday, t.yday, t.zone, t.utc_offset, t.utc?
%w[
  %Y %C %y %m %B %b %^B %^b %h %d %-d %e %j %H %-H %k
  %I %-I %l %M %S %L %N %3N %6N %9N %12N %z %:z %::z %:::z %Z
  %A %^A %a %u %w %G %g %V %U %W %s %n %t %% %c %D
  %F %T %R %r %X %x %v %+ %p %P %#p %10Y %010d %-m/%-d %_m %_H
  %-I:%M%p %05d %^a %10A %-10A %010A %Q %E %Ey %Od %ES %5S %-y %0e %3d %z
  %_z %_5z %10z %_:z %#B %#Z
].each do |f|
  puts "#{f}: #{t.strftime(f).inspect} " \
       "#{Time.new(987, 12, 3, 0, 7, 1, "-03:30").strftime(f).inspect} #{Time.at(-1, 5, :millisecond).strftime(f).inspect}"
end
(1990..2035).each { |y| puts [Time.utc(y).strftime("%G-W%V-%u %U %W %j"), Time.utc(y, 12, 31).strftime("%G-W%V-%u %U %W %j")].join(" ") }
def try
  p yield
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

try { Time.at(0) }
try { Time.at(1.5).utc }
try { Time.at(0.3).nsec }
try { Time.at(0.3).to_f }
try { Time.at(1700000000, 123456.789).nsec }
try { Time.at(1, 5, :millisecond).nsec }
try { Time.at(1, 2, :nsec).nsec }
try { Time.at(1, 2, :foo) }
try { Time.at(0, in: "+09:00") }
try { Time.at(0, in: "UTC") }
try { Time.at(0, in: "Z") }
try { Time.at(0, in: "A") }
try { Time.at(0, in: "xx") }
try { Time.at(0, in: "+25:00") }
try { Time.at(0, in: 3600) }
try { Time.new(2000, 13) }
try { Time.new(2000, 1, 32) }
try { Time.new(2000, 2, 30) }
try { Time.new(2000, 1, 1, 24) }
try { Time.new(2000, 1, 1, 25) }
try { Time.new(2000, 1, 1, 24, 1) }
try { Time.new(2000, 1, 1, 0, 60) }
try { Time.new(2000, 1, 1, 0, 0, 60) }
try { Time.new(2000, 1, 1, 0, 0, 61) }
try { Time.new(2000, "jan", "5") }
try { Time.new(2000, 1, 1, 0, 0, 0, "+09:00") }
try { Time.new(2000, 1, 1, in: "-05:00") }
try { Time.new(2000, 1, 1, 1, 2, 3.5) }
try { Time.new(2000, 1, 1, 1, 2, 3r/7).nsec };
try { Time.utc(2000, "feb", 3) }
try { Time.gm(2000) }
try { Time.local(2000, 1, 2, 3, 4, 5, 678) }
try { Time.mktime(2000, 1, 1).utc? }
try { Time.utc(1, 2, 3, 4, 5, 2006, nil, nil, nil, nil) }
a = Time.utc(2024, 1, 31); b = Time.utc(2024, 3, 1, 12)
try { b - a }
try { a + 86400 }
try { a + 0.5 }
try { a - 0.25 }
try { a + b }
try { a + nil }
try { a + "1" }
try { a <=> b }
try { a < b }
try { a == Time.at(a.to_i) }
try { a.eql?(Time.at(a.to_i)) }
try { a <=> 3 }
try { [b, a].min }
try { a.between?(a, b) }
try { { a => 1 }[Time.at(a.to_i)] }
try { a.getlocal("+02:00") }
try { a.localtime("-08:00"); a }
try { a.utc; a }
try { a.to_a }
try { a.round }
try { Time.at(1.56789).utc.round(2) }
try { Time.at(1.56789).floor(1).nsec }
try { Time.at(1.56789).ceil(1).nsec }
try { a.monday? }
try { a.wednesday? }
try { a.ctime }
try { (a + 0.1) - a }
try { Time.at(1700000000.123456).usec }
try { a.subsec }
try { Time.at(1.5).subsec }
try { Time.at(1.5).to_r }
try { a.dup == a }
try { a.frozen? }
try { a.hash == Time.at(a.to_i).hash }
try { Time.at(Time.at(5, in: "+01:00")) }
try { Time.at(-1.5).utc }
try { Time.at(2**40).utc }
try { Time.at(-2**40).utc.year }
try { Time.utc(-5, 1, 1) }
try { Time.utc(12345, 6, 7) }
try { Time.utc(99) }
try { Time.at("x") }
try { Time.at(nil) }

try { a.iso8601 }
try { Time.at(1.5).utc.iso8601(3) }
try { a.getlocal("+05:30").xmlschema }
try { Time.iso8601("2024-02-29T13:05:09Z") }
try { Time.iso8601("2024-02-29T13:05:09.125+02:00").inspect }
try { Time.iso8601("x") }
try { Time.parse("2024-02-29 13:05:09 UTC") }
try { Time.parse("2024-02-29") }
try { Time.parse("2024-02-29T13:05") }
try { Time.parse("2024/02/29 01:02:03") }
try { Time.parse("nonsense") }
try { Time.parse("2024-02-29 13:05:09 +0900") }
try {Time.parse("2024-02-29T13:05:09.5Z").inspect}
try { (1..3).map { |d| Time.utc(2024, 1, d).strftime("%a") }.join(",") }
try { Time.utc(2024, 12, 30).strftime("%G-%V") }
try { a.strftime("") }
try { a.strftime("%") }
try { a.strftime("%5") }
try { a.strftime("日%Y年%%") }
try { a.strftime(nil) }
try { a.zone }
try { a.getlocal("+09:00").zone }

# == Arithmetic and formats
# frozen_string_literal: true

# Time: construction, arithmetic, comparison, strftime in every form, parsing by hand, time sheets, time zones by offset.
t = Time.utc(2024, 2, 9, 5, 7, 3)
%w[%Y-%m-%d %y%m%d %-d/%-m/%Y %e.%_m %B %b %^b %A %a %^a %j %H:%M:%S %I:%M%p %l%P %k %L %3N %6N %N %s %z %:z %Z %u %w %U %W %V %G %C %D %F %T %R %r %c %x %X %n %t %% %h %10Y %-H %05d %^A %+].each do |f|
  puts "#{f}: #{t.strftime(f).inspect}" unless f == "%+"
end
p t.year, t.month, t.mon, t.day, t.mday, t.hour, t.min, t.sec, t.usec, t.nsec, t.wday, t.yday, t.zone, t.utc?, t.utc_offset, t.to_i, t.to_f, t.to_a.size, t.monday?, t.friday?, t.inspect, t.to_s, t.hash == Time.utc(2024, 2, 9, 5, 7, 3).hash, t.dst?, t.eql?(t.dup), t == Time.at(t.to_i), t.subsec, t.ctime
p t + 0.5, (t + 86_400).day, t - 3600, t - Time.utc(2024, 1, 1), (t <=> t + 1), [t + 1, t].min == t, t.between?(t - 1, t + 1), (t + 1.25).usec, (t + 1.25).round.sec, Time.utc(2024, 12, 31, 23, 59, 59) + 1, Time.at(0).utc, Time.at(1.5).utc.usec, Time.at(1_700_000_000).utc, Time.at(0, 500, :millisecond).utc.usec, Time.gm(2000), Time.utc(2000, "jan", 1, 20, 15, 1), Time.utc(1969, 12, 31).to_i, Time.utc(2038, 1, 19, 3, 14, 8).to_i, Time.utc(1900, 1, 1).strftime("%A"), Time.utc(2024, 2, 30), Time.utc(2100, 3, 1).yday
e = Time.new(2024, 7, 1, 12, 0, 0, "+02:00")
p e, e.utc_offset, e.utc, e.hour, Time.new(2024, 7, 1, 12, 0, 0, "-05:30").utc_offset, Time.new(2024, 7, 1, 12, 0, 0, "+09:00").getutc, Time.utc(2024, 7, 1).getlocal("+01:00").hour, Time.utc(2024, 7, 1).localtime("-03:00").to_s, Time.new(2024, 1, 1, 0, 0, 0, "+00:00") == Time.utc(2024), Time.at(0, in: "+09:00").to_s
iso = lambda do |text|
  m = text.match(/\A(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:?\d\d)?)?\z/) or raise ArgumentError, "bad time #{text}"
  offset = m[8] && m[8] != "Z" ? m[8].delete(":").then { |o| (o[0] == "-" ? -1 : 1) * (o[1, 2].to_i * 3600 + o[3, 2].to_i * 60) } : 0
  Time.utc(*m.captures.first(6).compact.map(&:to_i)) - offset
end
["2024-05-06", "2024-05-06 07:08", "2024-05-06T07:08:09Z", "2024-05-06T07:08:09+02:00", "2024-05-06T00:30:00-0130", "yesterday"].each do |text|
  puts iso[text].strftime("%F %T")
rescue ArgumentError => error
  puts error.message
end
ago = lambda do |from, to|
  seconds = (to - from).to_i
  unit, size = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]].find { |_, s| seconds >= s } || ["moment", 1]
  n = seconds / size
  n.zero? ? "now" : "#{n} #{unit}#{'s' if n > 1} ago"
end
puts [0, 1, 59, 60, 3599, 7200, 86_400 * 3, 86_400 * 70, 86_400 * 800].map { |s| ago[t, t + s] }.inspect
sheet = <<~SHEET.lines.map(&:split)
  mon 09:00 12:30 lunch
  mon 13:15 17:45 code
  tue 08:30 11:00 meet
  tue 11:00 16:20 code
  wed 22:00 02:15 deploy
SHEET
minutes = ->(hhmm) { h, m = hhmm.split(":").map { |x| Integer(x, 10) }; h * 60 + m }
clock = ->(min) { format("%d:%02d", *min.divmod(60)) }
spent = sheet.map { |day, from, to, task| [day, task, (minutes[to] - minutes[from]) % 1440] }
puts spent.map { |d, task, m| "#{d} #{task.ljust(7)}#{clock[m].rjust(6)} #{'=' * (m / 30)}" }
puts spent.group_by(&:first).map { |d, l| "#{d} #{clock[l.sum(&:last)]}" }.join(", "), spent.group_by { _2 }.transform_values { |l| l.sum { |x| x[2] } }.sort_by { |k, v| -v }.map { |k, v| "#{k} #{clock[v]}" }.join(", "), clock[spent.sum(&:last)]
month = lambda do |year, mon|
  first = Time.utc(year, mon, 1)
  last = (first + 31 * 86_400).then { |n| Time.utc(n.year, n.month, 1) - 86_400 }
  cells = Array.new((first.wday - 1) % 7, "  ") + (1..last.day).map { |d| d.to_s.rjust(2) }
  [first.strftime("%B %Y").center(20).rstrip, "Mo Tu We Th Fr Sa Su", *cells.each_slice(7).map { |w| w.join(" ") }]
end
left, right = month[2024, 2], month[2023, 12]
puts [left.size, right.size].max.times.map { |i| "#{left[i].to_s.ljust(22)}#{right[i]}".rstrip }
recurring = Enumerator.produce(Time.utc(2024, 1, 29)) { |d| d + 14 * 86_400 }
puts recurring.lazy.select { |d| d.month == 3 }.first(2).map { |d| d.strftime("%a %d %b") }.inspect, recurring.take(3).map(&:yday).inspect, recurring.find { |d| d.day == 1 }.strftime("%F"), (t.to_i / 86_400), Time.at(t.to_i / 3600 * 3600).utc.strftime("%T"), [Time.utc(2024, 3, 1), Time.utc(2023, 5, 6)].sort.map(&:year).inspect, (Time.utc(2024, 13) rescue "bad month"), (Time.utc(2024, 1, 32) rescue "bad day"), t.strftime("it's %-I o'clock"), t.strftime("%d%%"), t.strftime("")

# == Fractions of a second are exact
p Time.at(Rational(1, 3)).utc.subsec, Time.at(1.1).utc.subsec, Time.at(1, 1.5, :nsec).utc.subsec, Time.at(0.1).utc.nsec
p Time.at(Rational(1, 3)).utc, Time.at(1.5).utc, Time.at(0, 123_456_789, :nsec).utc, Time.at(Rational(1, 3)).utc.round(6), Time.at(1.95).utc.ceil(1)
p (Time.at(Rational(2, 3)) - Time.at(Rational(1, 3))), Time.utc(2000, 1, 1, 0, 0, 1.75, 2).nsec, Time.at(0) == Time.at(Rational(1, 10**30))

# == Zones
p Time.new(2000, 1, 1, 0, 0, 0, "+09:00"), Time.new(2000, 1, 1, in: "-03:30"), Time.new(2000, 1, 1, 0, 0, 0, in: Rational(5, 2)).utc_offset, Time.at(0, in: "+00:00").zone
p Time.at(0).freeze.localtime, Time.at(0).utc.freeze.utc, Time.at(0, in: "A").utc_offset
class Fixed
  def initialize(offset) = @offset = offset
  def utc_to_local(time) = time + @offset
  def local_to_utc(time) = time - @offset
  def abbr(_time) = "FIX"
  def dst?(_time) = true
end

zone = Fixed.new(19_800)
t = Time.new(2000, 1, 1, 12, 0, 0, zone)
p t.utc_offset, t.zone.equal?(zone), t.to_i, t.strftime("%Z %z"), t.dst?, (t + 60).zone.equal?(zone), Time.at(0, in: zone).hour
[-> { Time.new(2000, 1, 1, in: "Nowhere") }, -> { Time.at(0, in: 90_000) }, -> { Time.at(0).localtime(Object.new) }, -> { Time.new(2000, 1, 1, 0, 0, 64) }].each do |broken|
  broken.call
rescue ArgumentError, TypeError => e
  puts "#{e.class}: #{e.message.sub(/ :.*/, "")}"
end
puts Time.utc(2000).strftime("%-z %-:z %-10z %_10z %10z"), Time.at(0, in: "+09:30").strftime("%-z %_10:z %-15T|%10b"), Time.utc(-1).strftime("%Y %G")

# == Order with others
class Moment
  def initialize(order) = @order = order
  def <=>(_other) = @order
end

p Time.at(0) <=> Moment.new(1), Time.at(0) <=> Moment.new(-5), Time.at(0) <=> Moment.new(nil), Time.at(0) <=> 1, Time.at(0, 1) <=> Time.at(0)
class Later < Time; end
p Later.at(0).class, (Later.at(0) + 1).class, Later.at(0.5).round.class, Later.at(0).getlocal("+01:00").class
