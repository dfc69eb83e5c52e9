# Bills that are split without losing a cent.
require "bigdecimal"

CENT = BigDecimal("0.01")

# Equal shares; the first ones take the cents that are left.
def split_equally(total, people)
  share = (total / people).floor(2)
  left = ((total - share * people) / CENT).to_i
  people.times.map { |i| i < left ? share + CENT : share }
end

# Shares by weight, by the largest remainder.
def split_by_weight(total, weights)
  sum = weights.values.sum
  exact = weights.transform_values { |weight| total * weight / sum }
  shares = exact.transform_values { |amount| amount.floor(2) }
  left = ((total - shares.values.sum) / CENT).round
  order = exact.sort_by { |name, amount| [-(amount - shares[name]), name] }
  order.first(left).each { |name, _| shares[name] += CENT }
  shares
end

def show(amount) = format("%.2f", amount)

[["100.00", 3], ["0.05", 4], ["89.99", 7], ["1.00", 1]].each do |text, people|
  total = BigDecimal(text)
  shares = split_equally(total, people)
  puts "#{text} / #{people}: #{shares.map { |share| show(share) }.join(" ")} (#{shares.sum == total ? "exact" : "lost"})"
end

bill = { "Ann" => BigDecimal("32.50"), "Bob" => BigDecimal("18.25"), "Cid" => BigDecimal("27.80") }
tip = (bill.values.sum * BigDecimal("0.15")).round(2)
tips = split_by_weight(tip, bill)
puts "bill #{show(bill.values.sum)}, tip #{show(tip)}"
bill.each { |name, amount| puts "  #{name.ljust(4)} #{show(amount)} + #{show(tips[name])} = #{show(amount + tips[name])}" }
p tips.values.sum == tip, tips.transform_values { |amount| amount.to_s("F") }

owners = { "north" => 1, "south" => 1, "west" => 1 }
p split_by_weight(BigDecimal("1000000.01"), owners).transform_values(&:to_s)

# Who owes whom.
paid = { "Ann" => BigDecimal("78.55"), "Bob" => BigDecimal("0"), "Cid" => BigDecimal("11.78") }
owed = bill.to_h { |name, amount| [name, amount + tips[name]] }
balance = paid.to_h { |name, amount| [name, amount - owed[name]] }
p balance.values.sum.zero?
debtors = balance.select { |_, amount| amount.negative? }.map { |name, amount| [name, -amount] }
creditors = balance.select { |_, amount| amount.positive? }.to_a
until debtors.empty?
  debtor, owes = debtors.first
  creditor, gets = creditors.first
  amount = [owes, gets].min
  puts "#{debtor} pays #{creditor} #{show(amount)}"
  owes == amount ? debtors.shift : debtors[0] = [debtor, owes - amount]
  gets == amount ? creditors.shift : creditors[0] = [creditor, gets - amount]
end
