# Without the require of bigdecimal
Position = Struct.new(:ticker, :lots) do
  def shares = lots.sum { |n, _| n }
  def cost = lots.sum { |n, price| n * price }
  def average = (cost / shares).round(4)

  def sell(count)
    raise ArgumentError, "only #{shares.to_s('F')} #{ticker} held" if count > shares

    basis = BigDecimal('0')
    until count.zero?
      n, price = lots.first
      used = [n, count].min
      basis += used * price
      count -= used
      n == used ? lots.shift : lots[0] = [n - used, price]
    end
    basis
  end
end

def d(text) = BigDecimal(text)

acme = Position.new('ACME', [[d('10'), d('12.50')], [d('5.5'), d('14.20')], [d('20'), d('13.0125')]])

puts "#{acme.ticker}: #{acme.shares.to_s('F')} shares, cost #{acme.cost.to_s('F')}, average #{acme.average.to_s('F')}"

[['12', '15.00'], ['3.25', '11.10'], ['100', '20']].each do |count, price|
  basis = acme.sell(d(count))
  proceeds = d(count) * d(price)
  gain = proceeds - basis
  puts format('sold %5s at %6s: proceeds %8.2f basis %8.4f gain %+8.2f', count, price, proceeds, basis, gain)
rescue ArgumentError => e
  puts "refused: #{e.message}"
end

puts "left #{acme.shares.to_s('F')} in #{acme.lots.size} lots"
p acme.lots
p acme
value = acme.shares * d('13.95')
puts "unrealised #{(value - acme.cost).round(2).to_s('+F')}"
p (value / acme.cost - 1).round(4).to_s
p value <=> acme.cost, value.hash == (acme.shares * d('13.950')).hash
