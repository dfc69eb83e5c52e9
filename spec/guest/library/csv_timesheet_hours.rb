require 'csv'
require 'time'

SHEET = <<~CSV
  employee,in,out,break_min
  Kim,2024-05-06T08:00:00Z,2024-05-06T16:30:00Z,30
  Kim,2024-05-07T08:15:00Z,2024-05-07T17:45:00Z,45
  Lee,2024-05-06T22:00:00Z,2024-05-07T06:00:00Z,20
  Lee,2024-05-07T22:00:00Z,,0
CSV

to_time = lambda do |field, info|
  field && %w[in out].include?(info.header) ? Time.iso8601(field) : field
end

rows = CSV.parse(SHEET, headers: true, converters: [to_time, :integer])

hours = Hash.new(0.0)
rows.each do |row|
  if row['out'].nil?
    puts "open shift: #{row['employee']} since #{row['in'].strftime('%H:%M on %d %b')}"
    next
  end
  worked = (row['out'] - row['in']) / 3600 - row['break_min'] / 60.0
  hours[row['employee']] += worked
  puts "#{row['employee']} #{row['in'].strftime('%a')} #{worked.round(2)}h#{' overtime' if worked > 8}"
end

hours.each do |name, h|
  whole, part = h.divmod(1)
  printf("%-4s %d:%02d\n", name, whole, (part * 60).round)
end

p rows[0]['in']
p rows[0]['in'].utc?
p rows.map { |r| r['in'].hour }
begin
  CSV.parse("in\nyesterday\n", headers: true, converters: to_time)
rescue ArgumentError => e
  puts "#{e.class}: #{e.message}"
end
