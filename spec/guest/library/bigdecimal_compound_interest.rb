require 'bigdecimal'
require 'bigdecimal/util'

def grow(principal, annual, years, periods)
  rate = annual / periods
  balance = principal
  rows = []
  years.times do |y|
    periods.times { balance = (balance * (1 + rate)).round(10) }
    rows << [y + 1, balance.round(2)]
  end
  rows
end

principal = '10000'.to_d
annual = BigDecimal('0.045')

[1, 4, 12].each do |n|
  puts "#{n} period(s) a year"
  grow(principal, annual, 3, n).each { |y, b| puts "  year #{y}: #{b.to_s('F').rjust(10)}" }
end

exact = principal * (1 + annual)**3
p exact
puts exact.to_s('F')
p (1 + annual).power(10).round(6)
p BigDecimal('2').sqrt(20).round(15).to_s
p BigDecimal('1').div(3, 12), BigDecimal('10').div(3), BigDecimal('10').quo(4)
p BigDecimal('7').divmod(2), BigDecimal('-7').modulo(3), BigDecimal('-7').remainder(3)
p BigDecimal('7.25').divmod(BigDecimal('0.5'))

target = principal * 2
years = (1..).find { |y| principal * (1 + annual)**y >= target }
puts "Doubles in #{years} years"
p target.add(BigDecimal('0.123456'), 4), target.sub(1, 3), target.mult(3, 2)
begin
  principal / 0
rescue ZeroDivisionError => e
  puts "#{e.class}: #{e.message}"
end
begin
  principal + nil
rescue TypeError => e
  puts e.message
end
