# frozen_string_literal: true

Sale = Struct.new(:region, :product, :month, :units, :price, keyword_init: true) do
  def revenue = units * price
end

rows = <<~DATA.each_line(chomp: true).map(&:split)
  north apples jan 120 0.50
  north pears  jan 80  0.75
  south apples jan 60  0.55
  south plums  feb 200 0.20
  north apples feb 90  0.50
  west  pears  feb 40  0.80
  south apples mar 75  0.60
  west  plums  mar 310 0.18
  north plums  mar 20  0.25
DATA

sales = rows.map do |region, product, month, units, price|
  Sale.new(region: region, product: product, month: month, units: Integer(units), price: price.to_r)
end
p sales.first.to_h.transform_values(&:to_s).to_a
p sales.size, sales.sum(&:units), sales.sum(&:revenue)

def pivot(rows, row:, column:, value:, &aggregate)
  columns = rows.map(&column).uniq
  table = rows.group_by(&row).transform_values do |group|
    by_column = group.group_by(&column)
    columns.map { |c| (by_column[c] || []).map(&value).then(&aggregate) }
  end
  [columns, table]
end

def show(title, columns, table)
  width = [*table.keys, title].map(&:size).max
  puts [title.ljust(width), *columns.map { |c| c.rjust(8) }, "total".rjust(8)].join(" ")
  puts "-" * (width + 9 * (columns.size + 1))
  table.sort.each do |name, values|
    puts [name.ljust(width), *values.map { |v| v.zero? ? ".".rjust(8) : format("%8.2f", v) }, format("%8.2f", values.sum)].join(" ")
  end
  totals = table.values.transpose.map(&:sum)
  puts ["".ljust(width), *totals.map { |v| format("%8.2f", v) }, format("%8.2f", totals.sum)].join(" ")
  puts
end

show("revenue", *pivot(sales, row: :region.to_proc, column: :month.to_proc, value: :revenue.to_proc, &:sum))
show("units", *pivot(sales, row: ->(s) { s.product }, column: ->(s) { s.region }, value: ->(s) { s.units }, &:sum))
show("largest", *pivot(sales, row: :product.to_proc, column: :month.to_proc, value: :units.to_proc) { |list| list.max || 0 })

best = sales.group_by(&:region).map { |region, list| [region, list.max_by(&:revenue)] }
best.sort_by { |region, sale| [-sale.revenue, region] }.each do |region, sale|
  puts "#{region}: #{sale.product} in #{sale.month} for #{'%.2f' % sale.revenue}"
end

months = %w[jan feb mar]
running = 0
months.each_with_index do |month, index|
  revenue = sales.select { |s| s.month == month }.sum(&:revenue)
  running += revenue
  growth = index.zero? ? "n/a" : format("%+.1f%%", (revenue / sales.select { |s| s.month == months[index - 1] }.sum(&:revenue) - 1) * 100)
  puts format("%-4s %10.3f %10.3f %8s", month, revenue, running, growth)
end
p sales.partition { |s| s.units >= 80 }.map { |list| list.map(&:product).tally.sort_by { |k, v| [-v, k] } }
p sales.minmax_by(&:units).map { |s| s.values_at(0, 1, 3) }
p sales.each_slice(4).map { |slice| slice.sum(&:units) }
