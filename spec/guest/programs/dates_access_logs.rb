# Time.parse and DateTime on logs: buckets of minutes, gaps, sessions, retention.
require "time"

log = <<~LOG
  127.0.0.1 [29/Nov/2026:10:00:01 +0000] GET /
  127.0.0.1 [29/Nov/2026:10:04:59 +0000] GET /cart
  10.0.0.7 [29/Nov/2026:11:05:00 +0100] GET /
  10.0.0.7 [29/Nov/2026:23:59:59 +0100] POST /pay
  127.0.0.1 [30/Nov/2026:00:10:00 +0200] GET /late
  broken line
LOG

entries = log.lines(chomp: true).filter_map do |line|
  next warn("skipped: #{line}") unless line =~ /\A(\S+) \[(.+?)\] (\S+) (\S+)/

  { ip: $1, at: Time.strptime($2, "%d/%b/%Y:%H:%M:%S %z"), verb: $3, path: $4 }
end
entries.each { |entry| puts "#{entry[:at].utc.iso8601} #{entry[:verb]} #{entry[:path]}" }
buckets = entries.group_by { |entry| entry[:at].to_i / 300 * 300 }
buckets.sort.each { |second, list| puts "#{Time.at(second).utc.strftime("%F %H:%M")} #{list.size}" }
entries.group_by { |entry| entry[:at].utc.to_date }.each { |date, list| puts "#{date} (#{date.strftime("%A")}): #{list.size}" }
sessions = entries.group_by { |entry| entry[:ip] }.transform_values do |list|
  list.map { |entry| entry[:at] }.slice_when { |a, b| b - a > 1800 }.map { |times| (times.last - times.first).to_i }
end
p sessions
["2026-11-29 10:20:30", "2026-11-29T10:20:30Z", "Nov 29 2026 10:20", "20261129T102030+0100", "10:20 pm", "2026-11-29 10:20:30.125"].each do |text|
  puts "#{text.ljust(24)} #{Time.parse(text, Time.utc(2026, 1, 2)).utc.iso8601(3)}"
end
kept = (0..40).map { |n| Date.new(2026, 11, 29) - n }.select.with_index do |date, index|
  index < 7 || (date.sunday? && index < 30) || date.day == 1
end
puts kept.map { |date| date.strftime("%m-%d") }.join(" ")
p Time.rfc2822("Sun, 29 Nov 2026 10:20:30 GMT"), Time.xmlschema("2026-11-29T10:20:30.5Z"), Time.httpdate("Sunday, 29-Nov-26 10:20:30 GMT")
["2026-13-01", "29 Foo 2026 99:99", ""].each do |text|
  p Time.parse(text)
rescue ArgumentError => e
  puts "#{text.inspect}: #{e.class}"
end
