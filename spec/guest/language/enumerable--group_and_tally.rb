# Reports over rows of hashes with group_by, tally, partition, each_slice and sum.
orders = [
  { id: 1, customer: "Ada", city: "London", total: 120.5, items: %w[pen ink] },
  { id: 2, customer: "Bob", city: "Paris", total: 80.0, items: %w[pad] },
  { id: 3, customer: "Ada", city: "London", total: 15.25, items: %w[pen] },
  { id: 4, customer: "Cyd", city: "Rome", total: 230.0, items: %w[desk lamp pen] },
  { id: 5, customer: "Bob", city: "Paris", total: 42.0, items: [] }
]

by_customer = orders.group_by { |o| o[:customer] }
by_customer.each do |name, list|
  puts "#{name}: #{list.size} orders, #{list.sum { |o| o[:total] }}"
end

puts orders.flat_map { |o| o[:items] }.tally.sort_by { |item, n| [-n, item] }.map { |item, n| "#{item} x#{n}" }.join(", ")

large, small = orders.partition { |o| o[:total] >= 80 }
puts "large #{large.map { _1[:id] }} small #{small.map { _1[:id] }}"

orders.each_slice(2).with_index(1) { |page, i| puts "page #{i}: #{page.map { |o| o[:id] }.join(" ")}" }

best = by_customer.transform_values { |list| list.sum { |o| o[:total] } }.max_by { |_, v| v }
puts "best: #{best.inspect}"
puts by_customer.map { |name, list| [name, list.map { |o| o[:city] }.uniq] }.to_h.values.flatten.inspect
puts orders.sum { |o| o[:items].size }
puts orders.min_by { |o| o[:total] }[:id]
puts orders.sort_by { |o| [o[:city], -o[:total]] }.map { |o| o[:id] }.inspect
puts orders.each_with_object(Hash.new(0)) { |o, h| h[o[:city]] += 1 }.to_a.inspect
puts orders.each_cons(2).count { |a, b| a[:total] > b[:total] }
puts orders.reject { |o| o[:items].empty? }.map { |o| o[:items].first }.uniq.inspect
puts orders.chunk_while { |a, b| a[:total] > b[:total] }.map { |run| run.map { |o| o[:id] } }.inspect
puts orders.inject(0) { |sum, o| sum + o[:total].round }
puts orders.find { |o| o[:city] == "Rome" }&.fetch(:customer)
puts orders.filter_map { |o| o[:customer].upcase if o[:total] > 100 }.inspect
