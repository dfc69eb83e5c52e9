require 'time'

LOG = <<~LOG
  2024-05-01T09:58:12Z GET /home 200
  2024-05-01T12:00:01+02:00 POST /login 302
  2024-05-01T10:03:45Z GET /admin 403
  2024-05-01T10:09:59.500Z GET /home 200
  not-a-time GET /x 500
  2024-05-01T05:12:30-05:00 GET /api 503
LOG

window = Time.iso8601('2024-05-01T10:00:00Z')...Time.iso8601('2024-05-01T10:10:00Z')

inside, outside, broken = [], [], []
LOG.each_line(chomp: true) do |line|
  stamp, verb, path, code = line.split
  time = Time.iso8601(stamp).utc
  entry = [time, verb, path, Integer(code)]
  (window.cover?(time) ? inside : outside) << entry
rescue ArgumentError => e
  broken << "#{stamp}: #{e.message}"
end

puts "Inside the window"
inside.sort_by(&:first).each { |t, verb, path, code| puts "  #{t.strftime('%H:%M:%S.%L')} #{verb} #{path} #{code}" }
puts "Outside: #{outside.map { |t, *| t.xmlschema }.join(', ')}"
puts "Broken:  #{broken.join}"

gaps = inside.map(&:first).sort.each_cons(2).map { |a, b| b - a }
p gaps
p inside.first.first
p inside.last.first.subsec
puts Time.parse('2024-05-01 10:00 UTC').httpdate
puts Time.httpdate('Wed, 01 May 2024 10:00:00 GMT').iso8601
puts Time.rfc2822('Wed, 01 May 2024 12:00:00 +0200').utc
puts Time.strptime('01/05/24 10:15 +0000', '%d/%m/%y %H:%M %z').iso8601(2)
begin
  Time.httpdate('1 May 2024')
rescue ArgumentError => e
  puts e.message
end
begin
  Time.strptime('x', '%H')
rescue ArgumentError => e
  puts e.message
end
