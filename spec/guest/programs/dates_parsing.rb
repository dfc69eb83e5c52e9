# Dates as people write them: parse with fallbacks, and what is wrong with the rest.
require "date"

texts = ["2026-11-29", "29 Nov 2026", "Nov 29, 2026", "29/11/2026", "2026/11/29", "20261129", "Sunday 29th November 2026",
         "29.11.2026", "Nov 29", "2026-333", "2026-W48-7", "29-Nov-26", "3rd Feb 2001 04:05:06 PM", "H31.04.30",
         "Sat Aug 28 02:55:50 1999", "'99 Jan 5", "10:30", "not a date", "", "2026-02-30", "31 Apr 2026"]
texts.each do |text|
  parts = Date._parse(text)
  puts "#{text.inspect}: #{parts.sort.map { |key, value| "#{key}=#{value}" }.join(" ")}"
end

FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%m-%d-%Y", "%d %B %Y", "%b %d, %Y", "%y%m%d"].freeze

def read(text)
  FORMATS.each do |format|
    return [Date.strptime(text, format), format]
  rescue Date::Error
    next
  end
  nil
end

["2026-11-29", "29/11/2026", "11-29-2026", "29 November 2026", "nov 5, 2026", "261129", "2026-13-01", "someday"].each do |text|
  date, format = read(text)
  puts date ? "#{text} is #{date} by #{format}" : "#{text} cannot be read"
end
[-> { Date.parse("nonsense") }, -> { Date.strptime("2026-02-30", "%Y-%m-%d") }, -> { Date.iso8601("29 Nov") },
 -> { Date.parse(nil) }, -> { Date.parse("1" * 200) }, -> { Date.new(2026, "2") }].each do |call|
  call.call
rescue ArgumentError, TypeError => e
  puts "#{e.class}: #{e.message}"
end
p Date.strptime("2026 48 0", "%Y %U %w"), Date.strptime("26-333", "%y-%j"), Date.strptime("1796000000", "%s")
p Date.iso8601("2026-W48-7"), Date.rfc3339("2026-11-29T10:00:00+01:00"), Date.httpdate("Sun, 29 Nov 2026 10:00:00 GMT")
p Date._iso8601("2026-11-29T10:00:00Z").keys.sort, Date._rfc2822("Sun, 29 Nov 2026 10:00:00 +0100")[:offset]
p Date._strptime("29|11", "%d|%m"), Date._strptime("x", "%d"), Date._strptime("5 left", "%d")
