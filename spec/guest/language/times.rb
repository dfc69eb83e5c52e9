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
