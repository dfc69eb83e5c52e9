require 'csv'

table = CSV.parse(<<~CSV, headers: true)
  sku,title,stock
  A1,Lamp,4
  B2,Chair,0
  C3,Desk,11
  D4,Shelf,2
CSV

puts "mode: #{table.mode}"
p table['title']
p table[1]
p table[1]['title']
p table.by_col[2]

table.by_col!
p table.mode
table['price'] = %w[19.90 45.00 120.00 33.50]
table.by_row!
table.delete_if { |row| row['stock'].to_i.zero? }
puts table.to_s

table << ['E5', 'Stool', '6', '25.00']
table.each { |row| row['value'] = format('%.2f', row['stock'].to_i * row['price'].to_f) }
puts table.to_csv
p table.headers

row = table[0]
p row.fields
p row.fields('sku', 'value')
p row.field('title')
p row.has_key?('nope')
p row.index('stock')
p row.values_at('sku', 'price')
p row.to_a
begin
  row.fetch('colour')
rescue KeyError => e
  puts "KeyError: #{e.message}"
end
p row.fetch('colour', 'n/a')
p row.fetch('colour') { |k| "no #{k}" }
p row.dig('title')
p table.dig(1, 'title')
table.by_col_or_row!
removed = table.delete('stock')
p removed
puts table
p table == CSV.parse(table.to_s, headers: true)
