# Without the require of bigdecimal
RATES = {
  EUR: BigDecimal('1'),
  USD: BigDecimal('1.0865'),
  GBP: BigDecimal('0.8571'),
  JPY: BigDecimal('163.42'),
  BTC: BigDecimal('0.0000159')
}.freeze
DECIMALS = Hash.new(2).merge(JPY: 0, BTC: 8).freeze

class UnknownCurrency < KeyError; end

def rate(code)
  RATES.fetch(code) { raise UnknownCurrency, "no rate for #{code}" }
end

def convert(amount, from, to)
  (amount / rate(from) * rate(to)).round(DECIMALS[to])
end

def show(amount, code)
  "#{amount.is_a?(Integer) ? amount : amount.to_s("F")} #{code}"
end

[['100', :USD, :EUR], ['100', :EUR, :JPY], ['2500', :GBP, :BTC], ['1', :JPY, :USD], ['5', :CHF, :EUR]].each do |text, from, to|
  amount = BigDecimal(text)
  puts "#{show(amount, from)} = #{show(convert(amount, from, to), to)}"
rescue UnknownCurrency => e
  puts "#{e.class}: #{e.message}"
end

puts
codes = RATES.keys.first(4)
puts ' ' * 4 + codes.map { |c| c.to_s.rjust(12) }.join
codes.each do |from|
  puts from.to_s.ljust(4) + codes.map { |to| (RATES[to] / RATES[from]).round(4).to_s('F').rjust(12) }.join
end

trip = convert(convert(BigDecimal('99.99'), :EUR, :USD), :USD, :EUR)
puts "Round trip: #{trip.to_s('F')} (loss #{(BigDecimal('99.99') - trip).to_s('F')})"
p convert(BigDecimal('1'), :EUR, :JPY)
