require 'bigdecimal'
require 'bigdecimal/util'

SCALES = {
  celsius: [->(c) { c }, ->(c) { c }],
  fahrenheit: [->(f) { (f - 32) * 5 / 9 }, ->(c) { c * 9 / 5 + 32 }],
  kelvin: [->(k) { k - '273.15'.to_d }, ->(c) { c + '273.15'.to_d }],
  rankine: [->(r) { (r - '491.67'.to_d) * 5 / 9 }, ->(c) { (c + '273.15'.to_d) * 9 / 5 }]
}.freeze
ABSOLUTE_ZERO = BigDecimal('-273.15')

def convert(value, from, to)
  celsius = SCALES.fetch(from).first.call(value.to_d)
  raise RangeError, "#{value} #{from} is below absolute zero" if celsius < ABSOLUTE_ZERO

  SCALES.fetch(to).last.call(celsius).round(2)
end

puts SCALES.keys.map { |s| s.to_s.rjust(11) }.join
%w[-40 0 36.6 100 -273.15].each do |c|
  puts SCALES.keys.map { |s| convert(c, :celsius, s).to_s('F').rjust(11) }.join
end

puts
[['98.6', :fahrenheit, :celsius], ['0', :kelvin, :fahrenheit], ['-1', :kelvin, :celsius], ['5', :reaumur, :kelvin]].each do |v, from, to|
  puts "#{v} #{from} = #{convert(v, from, to).to_digits} #{to}"
rescue RangeError, KeyError => e
  puts "#{e.class}: #{e.message}"
end

both = SCALES[:celsius].first >> SCALES[:fahrenheit].last
p both.call(BigDecimal('37'))
p convert('37.77777', :celsius, :fahrenheit), convert('100', :fahrenheit, :celsius)
same = (-100..100).select { |t| convert(t, :celsius, :fahrenheit) == t }
p same
p ABSOLUTE_ZERO.abs.ceil, ABSOLUTE_ZERO.floor, ABSOLUTE_ZERO.truncate(1).to_f, -ABSOLUTE_ZERO
