require 'date'

italy = Date.new(1582, 10, 4)
puts italy.next
p italy.julian?, italy.next.gregorian?
p Date::ITALY, Date::ENGLAND

england = Date.new(1752, 9, 2, Date::ENGLAND)
puts "#{england} is followed by #{england + 1}"
puts "September 1752 had #{(1..30).count { |d| Date.valid_date?(1752, 9, d, Date::ENGLAND) }} days"

begin
  Date.new(1582, 10, 10)
rescue Date::Error => e
  puts "1582-10-10: #{e.message}"
end

newton = Date.new(1642, 12, 25, Date::JULIAN)
puts "Newton, Julian: #{newton}; Gregorian: #{newton.gregorian}"
p newton.jd == newton.gregorian.jd
p newton.start, newton.gregorian.start
p newton.new_start(Date::ENGLAND)
p Date.new(1900, 2, 28, Date::JULIAN) + 1
p Date.new(1900, 2, 28).next

caesar = Date.new(-43, 3, 15)
puts caesar.strftime('%d %B %Y'), caesar.year, caesar.day_name rescue puts 'no day_name'
p caesar
puts (Date.new(1, 1, 1) - caesar).to_i
puts Date.new(12_345, 6, 7).iso8601
p Date.new
p Date.new(2001.0, 2, 3)
p DateTime.new(2001, 2, 3.5)
p Date.new(2001, 2, 3).amjd, Date.new(2001, 2, 3).ld
