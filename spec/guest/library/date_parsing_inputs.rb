require 'date'

inputs = ['3rd Feb 2001', 'Feb 3, 2001', '2001-W05-6', '2001-034', '20010203T040506Z',
          'H31.04.30', 'Sat, 3 Feb 2001 00:00:00 GMT', 'tomorrow', '', '2001-02-30', '99/12/31']

inputs.each do |text|
  puts "#{text.inspect} => #{Date.parse(text)}"
rescue Date::Error => e
  puts "#{text.inspect} => #{e.message}"
end

puts
[['2001-02-03', '%Y-%m-%d'], ['03Feb2001', '%d%b%Y'], ['034 2001', '%j %Y'],
 ['2001 04 6', '%Y %U %w'], ['sat3feb2001', '%a%d%b%Y'], ['5/13/2001', '%d/%m/%Y'],
 ['2001-02-03 extra', '%Y-%m-%d']].each do |text, format|
  puts "#{text} with #{format}: #{Date.strptime(text, format)}"
rescue ArgumentError => e
  puts "#{text} with #{format}: #{e.class} (#{e.message})"
end

puts
p Date._parse('10:20pm 3 Mar 2010 +09:00')
p Date._strptime('2001-02-03', '%Y-%m-%d')
p Date._strptime('x', '%Y')
p Date._iso8601('2020-05-06')
p Date.iso8601('2001-W05-6')
p Date.rfc3339('2001-02-03T04:05:06+07:00')
p Date.httpdate('Sat, 03 Feb 2001 00:00:00 GMT')
p Date.parse('01-02-03'), Date.parse('01-02-03', false)
p DateTime.parse('2001-02-03T04:05:06+07:00')
p DateTime.strptime('1 Jan 2020 13:45', '%d %b %Y %H:%M')
begin
  Date.parse('1' * 200)
rescue ArgumentError => e
  puts e.message
end
begin
  Date.parse(nil)
rescue TypeError => e
  puts e.message
end
