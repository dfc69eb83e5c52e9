require 'csv'

customers = CSV.parse(<<~A, headers: true, header_converters: :symbol)
  Id,Name,City
  1,Ada,London
  2,Linus,Helsinki
  3,Grace,New York
A

orders = CSV.parse(<<~B, headers: true, header_converters: :symbol, converters: :numeric)
  Order No,Customer Id,Amount
  100,1,25
  101,3,99.5
  102,1,14.25
  103,9,5
B

index = customers.each_with_object({}) { |row, h| h[row[:id].to_i] = row }

joined = orders.map do |order|
  customer = index[order[:customer_id]]
  [order[:order_no], customer ? customer[:name] : '(unknown)', customer&.[](:city), order[:amount]]
end

out = CSV.generate(headers: %w[order name city amount], write_headers: true) do |csv|
  joined.each { |line| csv << line }
end
puts out

puts 'Totals per customer'
customers.each do |c|
  mine = orders.select { |o| o[:customer_id] == c[:id].to_i }
  printf("%-6s %2d orders %8.2f\n", c[:name], mine.size, mine.sum { |o| o[:amount] })
end

orphans = orders.reject { |o| index.key?(o[:customer_id]) }
puts "Orphans: #{orphans.map { |o| o[:order_no] }.inspect}"
p orphans.first.to_h
p orphans.first.headers
p orders.first == orders[0]
extra = CSV::Row.new(%i[order_no customer_id amount], [104, 2, 1.5])
orders << extra
p orders.size
p extra
p extra.to_csv
p CSV::Table.new([extra]).to_csv
