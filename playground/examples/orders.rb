# Shop::Orders is a table, given as JSON under "Services".
# It answers all, find(id), where(column: value), first, count,
# each, and with that all of Enumerable. A row is a Hash.

open = Shop::Orders.where(status: %w[new paid])
puts "#{open.size} of #{Shop::Orders.count} orders are open"

by_customer = Shop::Orders.group_by { |row| row[:customer] }
by_customer.each do |name, orders|
  euros = orders.sum { |row| row[:cents] } / 100.0
  printf("%-8s %2d %8.2f €\n", name, orders.size, euros)
end

largest = Shop::Orders.max_by { |row| row[:cents] }
discount = largest[:cents] * Shop::Rates[:loyal] / 100

{ largest: Shop::Orders.find(largest[:id]), discount: }
