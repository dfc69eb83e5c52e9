require 'bigdecimal'
require 'bigdecimal/util'

Line = Struct.new(:text, :qty, :unit, :vat) do
  def net = (qty.to_d * unit.to_d).round(2)
  def tax = (net * vat.to_d / 100).round(2, BigDecimal::ROUND_HALF_UP)
end

lines = [
  Line.new('Consulting', '7.5', '95.00', '20'),
  Line.new('Books', '3', '12.99', '5'),
  Line.new('Hosting', '1', '19.995', '20')
]

def money(d)
  whole, cents = d.to_s('F').split('.')
  "#{whole.reverse.scan(/\d{1,3}/).join(',').reverse}.#{cents.ljust(2, '0')}"
end

lines.each do |l|
  puts [l.text.ljust(12), l.qty.rjust(5), money(l.net).rjust(10), "#{l.vat}%".rjust(5), money(l.tax).rjust(9)].join(' ')
end

net = lines.sum(&:net)
by_rate = lines.group_by(&:vat).transform_values { |g| g.sum(&:tax) }
puts '-' * 46
puts "Net    #{money(net)}"
by_rate.each { |rate, tax| puts "VAT #{rate}% #{money(tax)}" }
puts "Total  #{money(net + by_rate.values.sum)}"

p net, net.class
p by_rate
p net.to_s, net.to_s('F'), net.to_f, net.to_i
p money('1234567.8'.to_d)
begin
  BigDecimal('12,99')
rescue ArgumentError => e
  puts e.message
end
p '12,99'.to_d, 'abc'.to_d, '1_000.5'.to_d
