require 'csv'

WIDE = <<~CSV
  country,2020,2021,2022
  Chile,3.1,,4.4
  Peru,2.0,2.2,2.6
  Cuba,1.1,0.9,
CSV

wide = CSV.parse(WIDE, headers: true)
long = []
wide.each do |row|
  row.each do |year, value|
    next if year == 'country' || value.nil?
    long << CSV::Row.new(%w[country year value], [row['country'], year.to_i, value.to_f])
  end
end

table = CSV::Table.new(long)
puts table
p table.length
p table.values_at(0, -1).map(&:to_h)

pivot = table.each_with_object({}) { |r, h| (h[r['year']] ||= {})[r['country']] = r['value'] }
countries = table['country'].uniq

back = CSV.generate(headers: ['year', *countries], write_headers: true) do |csv|
  pivot.sort.each { |year, values| csv << [year, *values.values_at(*countries)] }
end
puts back

pivot.sort.each do |year, values|
  average = values.values.sum / values.size
  puts "#{year}: #{'%.3f' % average} over #{values.size}"
end

p wide.by_col.map { |header, column| [header, column.compact.size] }
p wide.by_row.map { |row| row.fields.count(&:nil?) }
row = CSV::Row.new(%w[a b a], [1, 2, 3])
p row['a'], row['a', 2], row.to_h, row.header?('b'), row.size
row.push(['c', 9])
row << 'loose'
p row
p row.each_pair.to_a
p row.delete('a')
p row.to_s
