# Needs Ruby 3.3: its standard library
require 'logger'
require 'stringio'
require 'time'

buffer = StringIO.new
clock = [Time.utc(2024, 5, 1, 8, 0, 0), Time.utc(2024, 5, 1, 8, 0, 4), Time.utc(2024, 5, 1, 8, 1, 30),
         Time.utc(2024, 5, 1, 9, 15, 0), Time.utc(2024, 5, 1, 9, 15, 1)].each

log = Logger.new(buffer)
default = Logger::Formatter.new
default.datetime_format = '%H:%M:%S'
log.formatter = ->(severity, _now, prog, msg) { default.call(severity, clock.next, prog, msg).sub(/#\d+\]/, '#1]') }

log.info('web') { 'GET / 200' }
log.warn('web') { 'GET /x 404' }
log.error('job') { 'mailer failed' }
log.info('GET /y 200')
log.error(IndexError.new('row 7'))
puts buffer.string.lines.first(4)
puts buffer.string.lines[4..].first

LINE = /\A(?<l>[A-Z]), \[(?<t>[\d:]+) #\d+\]\s+(?<sev>\w+) -- (?<prog>\w*): (?<msg>.*)/

entries = buffer.string.each_line.filter_map { |line| LINE.match(line)&.named_captures(symbolize_names: true) }
p entries.first
p entries.map { |e| e[:sev] }.tally
by_hour = entries.group_by { |e| e[:t][0, 2] }
by_hour.each { |hour, list| puts "#{hour}h #{'#' * list.size} #{list.map { |e| e[:prog].empty? ? '?' : e[:prog] }.uniq.join(',')}" }

times = entries.map { |e| Time.strptime("#{e[:t]} UTC", '%H:%M:%S %Z').then { |t| t.hour * 3600 + t.min * 60 + t.sec } }
p times.each_cons(2).map { |a, b| b - a }
worst = entries.select { |e| e[:sev] == 'ERROR' }
worst.each { |e| puts "#{e[:prog].inspect} #{e[:msg]}" }
begin
  log.info('one too many')
rescue StopIteration => e
  puts e.class
end
