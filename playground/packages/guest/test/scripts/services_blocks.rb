seen = []
found = Shop::Orders.each { |row| seen << row[:id]; break row[:name] if row[:id] == 2 }
nested = Shop::Orders.each { |a| Shop::Orders.each { |b| seen << [a[:id], b[:id]] } }
long = Shop::Orders.each { |row| "x" * 20_000 }
[found, seen, nested.size, long.size, Shop::Orders.to_a.size]
