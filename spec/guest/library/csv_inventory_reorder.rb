# Needs Ruby 3.3: its standard library
# Without the require of csv
Item = Struct.new(:sku, :name, :on_hand, :minimum, :lot) do
  def short? = on_hand < minimum
  def order_quantity = short? ? ((minimum - on_hand).fdiv(lot)).ceil * lot : 0
end

STOCK = <<~CSV
  sku,name,on_hand,minimum,lot
  BLT-8,Bolt M8,120,200,50
  NUT-8,Nut M8,400,200,50
  WSH-8,Washer M8,13,100,25
  SCR-4,"Screw 4x40, zinc",0,60,20
CSV

items = CSV.parse(STOCK, headers: true, header_converters: :symbol, converters: :integer).map do |row|
  Item.new(**row.to_h)
end

p items.first
puts

orders = items.select(&:short?)
orders.each { |i| puts "#{i.name.ljust(18)} order #{i.order_quantity}" }

puts
print CSV.generate(quote_char: '"', force_quotes: true) { |csv|
  csv << %i[sku quantity]
  orders.each { |i| csv << [i.sku, i.order_quantity] }
}

puts
puts "Fully stocked: #{(items - orders).map(&:sku).join(' ')}"
begin
  Item.new(1, 2, 3, 4, 5, 6)
rescue ArgumentError => e
  puts "Error: #{e.message}"
end
