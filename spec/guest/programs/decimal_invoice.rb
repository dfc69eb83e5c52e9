# An invoice with value added tax by rate, in exact decimals.
require "bigdecimal"
require "bigdecimal/util"

Item = Struct.new(:name, :quantity, :price, :rate) do
  def net = (quantity * price).round(2)
  def tax = (net * rate / 100).round(2, BigDecimal::ROUND_HALF_UP)
end

items = [
  Item.new("Consulting", "7.5".to_d, "95.00".to_d, "19".to_d),
  Item.new("Hosting", 3.to_d, "12.99".to_d, "19".to_d),
  Item.new("Handbook", 2.to_d, "24.95".to_d, "7".to_d),
  Item.new("Postage", 1.to_d, "4.50".to_d, "0".to_d)
]

def money(amount)
  whole, fraction = amount.round(2).to_s("F").split(".")
  whole = whole.reverse.scan(/\d{1,3}/).join(",").reverse
  "#{whole}.#{fraction.ljust(2, "0")}"
end

puts format("%-12s %6s %10s %5s %12s", "Item", "Qty", "Price", "VAT", "Net")
items.each do |item|
  puts format("%-12s %6s %10s %4d%% %12s", item.name, item.quantity.to_s("F"), money(item.price), item.rate, money(item.net))
end
puts "-" * 49

net = items.sum(&:net)
puts format("%-36s %12s", "Net", money(net))
taxes = items.group_by(&:rate).transform_values { |group| group.sum(&:tax) }
taxes.sort.reverse_each { |rate, tax| puts format("%-36s %12s", "VAT #{rate.to_i}%", money(tax)) unless rate.zero? }
total = net + taxes.values.sum
puts format("%-36s %12s", "Total", money(total))

by_group = items.group_by(&:rate).sum { |rate, group| (group.sum(&:net) * rate / 100).round(2) }
puts "By line: #{money(taxes.values.sum)}, by rate: #{money(by_group)}"
p total, total.to_s("F"), total.class, net + 0 == net
