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
