require 'date'

CREW = %w[Mia Noor Otto Pia].freeze
SHIFTS = { early: 6, late: 14, night: 22 }.freeze

def rota(first_day, days)
  order = CREW.cycle
  days.times.flat_map do |i|
    SHIFTS.map do |name, hour|
      start = DateTime.new(*(first_day + i).then { |d| [d.year, d.month, d.day] }, hour)
      { who: order.next, shift: name, from: start, to: start + Rational(8, 24) }
    end
  end
end

plan = rota(Date.new(2024, 12, 30), 4)

plan.group_by { |s| s[:from].to_date }.each do |day, shifts|
  puts day.strftime('%a %d %b %Y')
  shifts.each do |s|
    over = s[:to].to_date == day ? '' : ' (next day)'
    puts "  #{s[:shift].to_s.ljust(6)} #{s[:from].strftime('%H:%M')}-#{s[:to].strftime('%H:%M')}#{over} #{s[:who]}"
  end
end

puts
CREW.each do |name|
  mine = plan.select { |s| s[:who] == name }
  hours = mine.sum { |s| s[:to] - s[:from] } * 24
  rest = mine.each_cons(2).map { |a, b| ((b[:from] - a[:to]) * 24).to_i }
  puts "#{name}: #{hours.to_i}h, rest #{rest.inspect}, nights #{mine.count { |s| s[:shift] == :night }}"
end

p plan.first[:from]
p plan.last[:to].to_s
p plan.sum { |s| s[:to] - s[:from] }
p plan.map { |s| s[:from].cwday }.uniq
p plan.find { |s| s[:from].year == 2025 }.values_at(:who, :shift)
p (plan[2][:from]..plan[2][:to]).cover?(DateTime.new(2024, 12, 31, 3))
