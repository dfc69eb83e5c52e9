require 'date'

SYNODIC = 29.530588853
KNOWN_NEW = DateTime.new(2000, 1, 6, 18, 14, 0)
NAMES = ['New moon', 'Waxing crescent', 'First quarter', 'Waxing gibbous',
         'Full moon', 'Waning gibbous', 'Last quarter', 'Waning crescent'].freeze

def moon_age(moment)
  (moment - KNOWN_NEW).to_f % SYNODIC
end

def phase(moment)
  NAMES[((moon_age(moment) / SYNODIC) * 8 + 0.5).floor % 8]
end

first = DateTime.new(2024, 4, 1, 12)
(0...30).step(5) do |n|
  moment = first + n
  printf("%s  age %5.2f  %s\n", moment.strftime('%d %b'), moon_age(moment), phase(moment))
end

full = (first...first + 60).chunk_while { |a, b| phase(a) == phase(b) }
                           .select { |days| phase(days.first) == 'Full moon' }
full.each { |days| puts "Full: #{days.first.to_date} .. #{days.last.to_date}" }

p KNOWN_NEW
p KNOWN_NEW + Rational(1, 2)
p (KNOWN_NEW + Rational(3, 24)).strftime('%T')
p (KNOWN_NEW + SYNODIC).to_s
p first - KNOWN_NEW
p DateTime.new(2024, 4, 1, 23, 59, 59) > first
p DateTime.jd(2_451_545)
begin
  DateTime.new(2024, 4, 1, 25)
rescue Date::Error => e
  puts e.message
end
