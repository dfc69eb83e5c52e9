orders = Shop::Orders
[orders.all.size, orders.count, orders.first[:name], orders.first(2).size, orders.find(2)[:name], orders.where(paid: true).map { |row| row[:id] },
 orders.where(id: [1, 3], paid: true), orders.sum { |row| row[:cents] }, orders.map { |row| row[:id] }, orders.sort_by { |row| -row[:cents] }.first,
 orders.each_with_index.to_a.last, orders.include?(1), orders.lazy.map { |row| row[:id] }.first(2), Shop::Settings, Vat, Shop::Settings.frozen?]
