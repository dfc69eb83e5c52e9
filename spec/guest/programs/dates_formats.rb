# strftime of dates and times: names, widths, flags, weeks, zones.
require "date"

date = Date.new(2026, 3, 7)
time = DateTime.new(2026, 3, 7, 15, 4, 5.25r, "+05:30")
["%Y-%m-%d", "%d.%m.%y", "%-d/%-m/%Y", "%e %b", "%A, %d %B %Y", "%^a %^B", "%j", "%U %W %V %G %g %u %w", "%C", "%D %F %x",
 "%10A|%-10A|%010d|%_5m", "%%|%n|%t|", "%c", "%s", "%Q", "%Z %z", "%v", "%h", "%+", "%E %Ey %Od"].each do |format|
  puts "#{format.inspect} #{date.strftime(format).inspect}"
end
["%H:%M:%S", "%I:%M %p", "%l:%M%P", "%k", "%T.%L", "%N %3N %6N %12N", "%z %:z %::z %:::z", "%R %r %X", "%FT%T%:z", "%s %Q",
 "%#p %#Z %#B", "%-I%-M", "%_H|%-H|%03H", "%20c|", "%-20c|", "%^c"].each do |format|
  puts "#{format.inspect} #{time.strftime(format).inspect}"
end
puts date, time, date.inspect, time.inspect, date.strftime, time.strftime
puts date.iso8601, date.xmlschema, date.rfc3339, date.rfc2822, date.httpdate, date.jisx0301, date.asctime, date.ctime
puts time.iso8601, time.iso8601(3), time.xmlschema(1), time.rfc3339, time.rfc2822, time.httpdate, time.jisx0301(2)
puts Date.new(-5, 1, 2).strftime("%Y|%C|%y|%F"), Date.new(12_345, 1, 2), Date.new(33, 12, 31).strftime("%Y %-Y %_Y")
puts "#{date}" + " and #{date + 1}", "due: %s" % date, [date, date + 1].join(", "), date.to_s.length
puts Date::MONTHNAMES.compact.map { |name| name[0] }.join, Date::ABBR_DAYNAMES.rotate.join(" ")
begin
  date.strftime(nil)
rescue TypeError => e
  puts e.message
end
