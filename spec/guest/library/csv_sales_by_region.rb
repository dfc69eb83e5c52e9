# Needs Ruby 3.3: its standard library
require 'csv'

DATA_CSV = <<~CSV
  region,product,units,price
  North,Widget,10,2.50
  South,Widget,7,2.50
  North,Gadget,3,19.99
  East,Gizmo,12,7.25
  South,Gadget,5,19.99
  East,Widget,20,2.50
CSV

table = CSV.parse(DATA_CSV, headers: true, converters: :numeric)

puts "Columns: #{table.headers.inspect}"
puts "Rows:    #{table.size}"

totals = Hash.new(0)
table.each do |row|
  totals[row['region']] += row['units'] * row['price']
end

puts
puts 'Sales by region'
puts '-' * 24
totals.sort_by { |_, v| -v }.each do |region, sum|
  printf("%-10s %12.2f\n", region, sum)
end
puts '-' * 24
printf("%-10s %12.2f\n", 'Total', totals.values.sum)

best = table.max_by { |r| r['units'] * r['price'] }
puts
puts "Best row: #{best.to_h}"
p best
p table

by_product = table.group_by { |r| r['product'] }
by_product.each do |name, rows|
  puts "#{name}: #{rows.sum { |r| r['units'] }} units in #{rows.map { |r| r['region'] }.uniq.join(', ')}"
end

report = CSV.generate do |csv|
  csv << %w[region total share]
  grand = totals.values.sum
  totals.each { |r, t| csv << [r, format('%.2f', t), format('%.1f%%', 100 * t / grand)] }
end
puts
puts report
