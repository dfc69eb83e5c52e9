# Where a script fails, the editor marks the line.

def price_of(item)
  { tea: 3, cake: 4 }.fetch(item)
end

def bill(*items)
  items.sum { |item| price_of(item) }
end

puts "tea and cake cost #{bill(:tea, :cake)}"
puts "tea and coffee cost #{bill(:tea, :coffee)}"
