require 'time'
require 'date'

def describe(value)
  t = case value
      when Integer then Time.at(value)
      when Float then Time.at(value.to_r)
      when /\A-?\d+\z/ then Time.at(Integer(value, 10))
      when String then Time.parse(value)
      when Date then value.to_time + value.to_time.utc_offset
      else raise ArgumentError, "cannot convert #{value.class}"
      end
  t.getutc
end

[0, 1_000_000_000, 1_234_567_890.123, '-86400', '2038-01-19T03:14:07Z', 2**31, 2**33,
 'Tue, 15 Nov 1994 08:12:31 GMT', nil].each do |value|
  t = describe(value)
  puts "#{value.inspect.rjust(32)}  #{t.iso8601(3)}  week #{t.strftime('%V')}"
rescue ArgumentError => e
  puts "#{value.inspect.rjust(32)}  #{e.message}"
end

t = Time.at(1_234_567_890, 123_456_789, :nsec).utc
p t, t.usec, t.nsec, t.subsec, t.to_f, t.to_r
p Time.at(1, 500, :usec).utc.inspect
p t.round(3).inspect, t.floor(1).subsec
p t.to_date, t.to_datetime
p Time.utc(2009, 2, 13, 23, 31, 30) == t.floor
puts t.strftime('%s.%6N'), t.strftime('%9N'), t.strftime('%-H:%-M'), t.strftime('%I:%M %p')
p Time.gm(1970, 1, 1).to_i, Time.utc(1969, 12, 31, 23, 59, 59).to_i
p Time.at(t.to_i).utc.strftime('%c')
p Time.utc(1, 1, 1).to_i
begin
  Time.at('12')
rescue TypeError => e
  puts "TypeError: #{e.message}"
end
p t.respond_to?(:iso8601), t.frozen?
