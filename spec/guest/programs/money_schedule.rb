# Loan payments, compound interest, depreciation: rounding and tables.
def payment(principal, rate, months)
  r = rate / 12.0
  (principal * r / (1 - (1 + r)**-months)).round(2)
end
loan = 12_000.0
monthly = payment(loan, 0.06, 12)
puts format("payment %.2f", monthly)
balance = loan
interest_total = 0
puts format("%3s %10s %10s %12s", *%w[n interest principal balance])
1.upto(12) do |n|
  interest = (balance * 0.06 / 12).round(2)
  principal = n == 12 ? balance : (monthly - interest).round(2)
  balance = (balance - principal).round(2)
  interest_total += interest
  puts format("%3d %10.2f %10.2f %12.2f", n, interest, principal, balance) if n < 3 || n > 11
end
puts interest_total.round(2)
growth = (1..5).each_with_object([1000.0]) { |_, list| list << list.last * 1.05 }
puts growth.map { |v| format("%.2f", v) }.join(" "), growth.each_cons(2).map { |a, b| (b / a).round(3) }.uniq.inspect
years = (1..).find { |y| 1000 * 1.07**y >= 2000 }
puts years, 100.0 * (1 + 0.05 / 4)**8, 1e3.to_i, 10.0 / 3, (10.0 / 3).round(4), 2.5.round, 3.5.round, -2.5.round, 0.1 + 0.2
cost, salvage, life = 5000, 500, 5
straight = Array.new(life) { |y| cost - (y + 1) * (cost - salvage) / life }
puts straight.inspect, 1234.5678.floor(2), 1234.5678.ceil(1), 1234.5678.truncate, 15.round(-1), 14.round(-1), 1234.round(-2), -1250.round(-2)
split = ->(total, weights) { shares = weights.map { |w| total * w / weights.sum }; shares[0] += total - shares.sum; shares }
puts split.(100, [1, 1, 1]).inspect, split.(1000, [5, 3, 2]).inspect
rates = { "EUR" => 1.08, "GBP" => 1.27, "JPY" => 0.0067 }
rates.each { |code, rate| puts "#{code} #{(100 / rate).round(2).to_s.rjust(10)} #{format("%+.1e", rate)}" }
puts 7.fdiv(2), 7 / 2, -7 / 2, 7 % 3, -7 % 3, -7.remainder(3), 7.divmod(-2).inspect, 2**10, 2**0.5, 10.0.to_s, 1e20.to_i, 1e16.to_s, 123456789.123456789.to_s
puts [0.1, 0.2, 0.3].sum, [0.1, 0.2, 0.3].reduce(:+), [1, 2.5, 3r].sum, 3.7 % 1, 1.1 - 1.0, 100.0.to_s, 1e2.inspect, 1.23e-7.to_s
