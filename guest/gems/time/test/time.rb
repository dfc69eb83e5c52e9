# Time: civil dates, arithmetic, strftime and parsing.
time = Time.utc(2024, 2, 29, 13, 5, 9)
same time.strftime("%Y-%m-%d %H:%M:%S"), "2024-02-29 13:05:09"
same time.strftime("%a %-d %b %y, %I %p, %j"), "Thu 29 Feb 24, 01 PM, 060"
same time.strftime("%G-W%V"), "2024-W09"
same time.iso8601, "2024-02-29T13:05:09Z"
same time + 86_400, Time.utc(2024, 3, 1, 13, 5, 9)
same Time.utc(2024, 3, 1) - Time.utc(2024, 2, 28), 172_800.0
same Time.at(0).utc.to_s, "1970-01-01 00:00:00 UTC"
same Time.parse("2024-02-29 13:05:09 UTC"), time
same Time.iso8601("2024-02-29T13:05:09Z"), time
same Time.new(2024, 1, 1, 0, 0, 0, "+09:00").utc.hour, 15
same Time.now.is_a?(Comparable), true
raises(ArgumentError, "mon out of range") { Time.utc(2024, 13) }
before = Time.now
same [sleep(2), sleep(0.5r), Time.now - before], [2, 1, 2.5]
raises(ArgumentError, "time interval must not be negative") { sleep(-1) }
raises(TypeError, "can't convert String into time interval") { sleep("1") }

# strftime: flags, widths, what is no directive, and zones.
moment = Time.new(2024, 12, 30, 13, 4, 5.25r, "+09:00")
same moment.strftime("%-d %_5e %05e %^a %#B %10A|%-10A|%010t|%10n|"),
     "30    30 00030 MON DECEMBER     Monday|Monday|000000000\t|         \n|"
same moment.strftime("%G-%V %g %U %W %C %y %j %s"), "2025-01 25 52 53 20 24 365 1735531445"
same moment.strftime("%z %:z %::z %:::z %10z %_10z %-_10z %_-10z"),
     "+0900 +09:00 +09:00:00 +09 +000000900       +900       +900 +000000900"
same moment.strftime("%L %N %3N %20N %p %P %#p %^P"), "250 250000000 250 25000000000000000000 PM pm pm PM"
same moment.strftime("%E %Ey %Od %Ez %+ %Q %:d %::::z %5_Y %é"), "%E 24 30 %Ez %+ %Q %:d %::::z %5_Y %é"
same moment.strftime("%F %T %D %R %r %c %v %^c %#c %12D"),
     "2024-12-30 13:04:05 12/30/24 13:04 01:04:05 PM Mon Dec 30 13:04:05 2024 30-DEC-2024 MON DEC 30 13:04:05 2024 " \
     "Mon Dec 30 13:04:05 2024     12/30/24"
same moment.strftime("%1100Y").size, 1100
same moment.strftime("%2147483648d"), "%2147483648d"
same moment.strftime("a\0%d\0".b), "a\00030\0".b
same moment.strftime("%Y".b).encoding, Encoding::BINARY
["%", "a%", "%5", "%-", "%E%"].each do |text|
  raises(ArgumentError, "invalid format: #{text}") do
    moment.strftime(text)
  end
end
raises(TypeError, "no implicit conversion of nil into String") { moment.strftime(nil) }
raises(ArgumentError, "format should have ASCII compatible encoding") { moment.strftime("%Y".encode("UTF-16LE")) }
same moment.utc.strftime("%Z %#Z %5Z %-z %z"), "UTC utc   UTC -0000 +0000"
same Time.at(1r / 3).utc.strftime("%3N %25N"), "333 3333333333333333333333333"
# A format that changes while a zone is asked.
format = +"%Z %Y"
zone = Class.new do
  define_method(:utc_to_local) { |utc| utc }
  define_method(:abbr) { |_| format.replace("x" * 1000) && "here" }
end
same Time.at(0, in: zone.new).strftime(format), "here 1970"

# Years that are no small integers, and seconds that are not.
same [Time.at(2**70).utc.year, Time.at(-(2**70)).utc.to_s], [37_411_459_154_216, "-37411459150277-04-03 07:42:56 UTC"]
same Time.utc(10**20, 3, 1).strftime("%Y %y %C %G %U %W %j %a"), "#{10**20} 00 #{10**18} #{10**20} 09 09 061 Wed"
same [Time.at(2**63), Time.at(2**62) + 2**62, Time.at(-(2**63)) - 1].map(&:to_i), [2**63, 2**63, -(2**63) - 1]
same Time.at(2**63 - 1, in: "+09:00").sec, 7
same [Time.at(0, 1_500, :millisecond), Time.at(1.5), Time.at(0).utc + 1.5].map(&:to_f), [1.5, 1.5, 1.5]
same Time.at(0, -1, :nsec).utc.inspect, "1969-12-31 23:59:59.999999999 UTC"
same [Time.at(0, in: 3661).inspect, Time.at(0, in: -1).inspect],
     ["1970-01-01 01:01:01 +010101", "1969-12-31 23:59:59 -000001"]
same [Time.utc(2000, 12, 31, 23, 59, 60), Time.utc(2001, 2, 31)].map(&:to_s),
     ["2001-01-01 00:00:00 UTC", "2001-03-03 00:00:00 UTC"]
same [Time.new(2000, 1, 1, 24), Time.utc(0), Time.utc(-1, 3, 1)].map(&:yday), [2, 1, 60]
raises(TypeError, "uninitialized Time") { Time.allocate.year }
raises(ArgumentError, "unknown keyword: :zone") { Time.at(0, zone: "Z") }
raises(TypeError, "no implicit conversion from nil to integer") { Time.at(0).iso8601(nil) }
raises(FrozenError, "can't modify frozen Time: 1970-01-01 00:00:00 +0000") do
  Time.at(0).freeze.__send__(:initialize, 2000)
end
same Class.new(Time).utc(2000).class.superclass, Time
ENV["TZ"] = "EST5"
same [Time.at(0).to_s, Time.local(2000).to_s, Time.new(2000).zone],
     ["1969-12-31 19:00:00 -0500", "2000-01-01 00:00:00 -0500", "EST"]
ENV.delete("TZ")

# Date: the days around the reform and far away, and what a subclass says itself.
require "date"
shown = ->(date) { [date.to_s, date.yday, date.cweek, date.cwyear, date.wday, (date >> 1).to_s, (date << 1).to_s] }
same shown.call(Date.new(1582, 10, 15)), ["1582-10-15", 278, 40, 1582, 5, "1582-11-15", "1582-09-15"]
same shown.call(Date.new(1585, 1, 31)), ["1585-01-31", 31, 5, 1585, 4, "1585-02-28", "1584-12-31"]
same shown.call(Date.new(-5, 3, 1)), ["-0005-03-01", 60, 9, -5, 1, "-0005-04-01", "-0005-02-01"]
same shown.call(Date.new(100, 2, 28, Date::GREGORIAN)), ["0100-02-28", 59, 8, 100, 0, "0100-03-28", "0100-01-28"]
same Date.new(10**12, 1, 31).next_month.to_s, "1000000000000-02-29"
same [Date.new(2024, -1, -1).to_s, Date.valid_date?(2024, 2, -29), Date.valid_date?(2023, 2, 29)],
     ["2024-12-31", true, false]
same [Date.valid_date?(1582, 10, 10), Date.valid_date?(nil, 1, 1), Date.new(2024, 1, 31).prev_month(-1).to_s],
     [false, false, "2024-02-29"]
same Date.new(2024, 1, 1).strftime("%-z %_-z %z %Z %Q %+"),
     "+000 +000 +0000 +00:00 1704067200000 Mon Jan  1 00:00:00 +00:00 2024"
same Date.new(2024, 1, 1).strftime("a%"), "a%"
same DateTime.new(2024, 1, 1, 1, 1, 1 + 1r / 3).strftime("%3N %12N %Q"), "333 333333333333 1704070861333"
same [Date.new(2024, 1, 1), DateTime.new(2024, 1, 1)].map { |date| date.to_s.encoding }, [Encoding::US_ASCII] * 2
same Date.new(2024, 1, 1).strftime("%1023Y").size, 1023
raises(Errno::ERANGE, "Result not representable - Numerical result out of range - %9000Y") do
  Date.new(2024, 1, 1).strftime("%9000Y")
end
raises(Date::Error, "invalid date") { Date.new(2024, 2, 30) }
raises(TypeError, "invalid month (not numeric)") { Date.new(2024, "2") }
raises(TypeError, "expected numeric") { Date.new(2024, 1, 1).next_day("1") }
raises(FrozenError, "can't modify frozen Date: #<Date: 2024-01-01 ((2460311j,0s,0n),+0s,2299161j)>") do
  Date.new(2024, 1, 1).freeze.__send__(:initialize, 2001)
end
special = Class.new(Date) do
  def +(other) = raise("not asked for #{other}")
  def year = 7
end
same [special.new(2024, 1, 1).next_day.to_s, special.new(2024, 1, 31).next_month.class], ["2024-01-02", special]
# What a script does to a date is no way out of the tables of names.
odd = Date.new(2024, 1, 1)
odd.instance_variable_set(:@start, 1 << 62)
odd.define_singleton_method(:__civil) { [2024, 99, -7] }
same odd.strftime("%B"), "March"

# strptime: what each directive reads, and where it stops.
read = ->(text, pattern) { Date._strptime(text, pattern) }
same read.call("2024-02-03", "%Y-%m-%d"), { year: 2024, mon: 2, mday: 3 }
same read.call("20240203", "%Y%m%d"), { year: 2024, mon: 2, mday: 3 }
same read.call("20240203x", "%Y"), { year: 20_240_203, leftover: "x" }
same read.call("-12345 3", "%Y %d"), { year: -12_345, mday: 3 }
same read.call("sAt 3 FEBruary 19 99", "%A %e %b %C %y"), { wday: 6, mday: 3, mon: 2, year: 1999 }
same read.call("12:05:06 a.m.", "%I:%M:%S %p"), { hour: 0, min: 5, sec: 6 }
same read.call("pm 3", "%P %l"), { hour: 15 }
same read.call("1.25 -1500", "%S.%N %Q"), { sec: 1, sec_fraction: 1r / 4, seconds: -3r / 2 }
same read.call("2024-02-03T04:05:06 +09:30!", "%FT%T %z"),
     { year: 2024, mon: 2, mday: 3, hour: 4, min: 5, sec: 6, zone: "+09:30", offset: 34_200, leftover: "!" }
same [read.call("5%", "%d%%"), read.call("5%K", "%d%K"), read.call("7", "%Od"), read.call("%Ed", "%Ed")],
     [{ mday: 5 }, { mday: 5 }, { mday: 7 }, {}]
refused = [%w[32 %d], %w[x %d], %w[13 %m], %w[Foo %b], %w[5 %d%], ["", "%d"], ["+1", "%::::z"], %w[25 %H]]
same(refused.map { |text, pattern| read.call(text, pattern) }, [nil] * 8)
same read.call("1#{"0" * 30}", "%Y"), { year: 10**30 }
raises(Date::Error, "invalid date") { Date.strptime("2023-02-29", "%Y-%m-%d") }
raises(TypeError, "no implicit conversion of nil into String") { Date._strptime(nil) }
