require 'bigdecimal'
require 'bigdecimal/math'

DIGITS = 40

def arctan_inverse(n, precision)
  x = BigDecimal(1).div(n, precision)
  square = x * x
  sum = term = x
  k = 1
  sign = -1
  until term.exponent < -precision
    term = term.mult(square, precision)
    k += 2
    sum += term.div(k, precision) * sign
    sign = -sign
  end
  sum
end

machin = 4 * (4 * arctan_inverse(5, DIGITS + 10) - arctan_inverse(239, DIGITS + 10))
puts machin.truncate(DIGITS).to_s('F')
puts BigMath.PI(DIGITS).truncate(DIGITS).to_s('F')
puts BigMath.E(30).round(30).to_s('F')

include BigMath
puts sqrt(BigDecimal('2'), 30).round(30).to_s('F')
puts sin(BigDecimal('0.5'), 20).round(20).to_s
puts cos(BigDecimal('0.5'), 20).round(20).to_s
puts atan(BigDecimal('1'), 20).round(20).to_s
puts BigMath.exp(BigDecimal('1'), 25).round(25).to_s('F')
puts BigMath.log(BigDecimal('10'), 25).round(25).to_s('F')

digits = machin.truncate(DIGITS).to_s('F').delete('.').chars.map(&:to_i)
puts "digit counts: #{(0..9).map { |d| digits.count(d) }.inspect}"
puts "sum: #{digits.sum}"
begin
  BigMath.log(BigDecimal('-1'), 10)
rescue Math::DomainError => e
  puts "#{e.class}: #{e.message}"
end
begin
  BigMath.PI(0)
rescue ArgumentError => e
  puts e.class
end
