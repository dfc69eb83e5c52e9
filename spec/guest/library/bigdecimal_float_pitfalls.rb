require 'bigdecimal'
require 'bigdecimal/util'

prices = [0.1, 0.2, 0.3, 0.7]
float_sum = prices.sum { |x| x }
decimal_sum = prices.map(&:to_d).sum

puts "float 0.1 + 0.2 == 0.3     #{0.1 + 0.2 == 0.3}"
puts "decimal 0.1 + 0.2 == 0.3   #{'0.1'.to_d + '0.2'.to_d == '0.3'.to_d}"
puts "#{float_sum} #{decimal_sum.to_s}"
p 1.1 * 3, BigDecimal('1.1') * 3
p 0.1.to_d, 0.1.to_d(3), (1.0 / 3).to_d(5), 3.to_d, Rational(1, 3).to_d(6), nil.to_d
p BigDecimal(0.1, 5), BigDecimal(1.0 / 3, 4), BigDecimal(Rational(2, 3), 8), BigDecimal(42)

[-> { BigDecimal(0.1) }, -> { BigDecimal(1/3r) }, -> { BigDecimal(nil) }, -> { BigDecimal('') },
 -> { BigDecimal('1.2.3') }, -> { BigDecimal([]) }, -> { BigDecimal('x', exception: false) }].each do |f|
  p f.call
rescue ArgumentError, TypeError => e
  puts "#{e.class}: #{e.message}"
end

a = BigDecimal('1.20')
p a == 1.2, a == '1.2'.to_r, a.eql?(BigDecimal('1.2')), a.hash == BigDecimal('1.2').hash
p a <=> 1, a > 1.1, a.between?(1, 2), [a, 1, 0.5].max, a.clamp(2, 3)
p a + 1, a + 0.1, a + 1r, 1 + a, 2.5 * a
p a.to_r, a.to_f, a.to_i, a.to_s, a.to_d.equal?(a), a.to_digits
p a.coerce(1), a.coerce(0.5)
p a.zero?, a.nonzero?, BigDecimal('0').nonzero?, a.finite?, a.sign, (-a).abs
p '%.3f' % a, format('%d', a), "#{a}", a.inspect
