# Needs Ruby 3.3: its standard library
require 'csv'
require 'stringio'

io = StringIO.new(<<~CSV)
  # exported by till 4
  time,item,amount
  09:01,coffee,2.80
  09:05,tea,2.10

  # break
  11:40,cake,3.50
  11:42,coffee,2.80
CSV

csv = CSV.new(io, headers: true, skip_lines: /\A#/, skip_blanks: true, converters: :float, return_headers: false)

p csv.headers
first = csv.shift
p first
p csv.headers
puts "lineno #{csv.lineno}, line #{csv.line.inspect}"
p csv.header_row?
rest = csv.read
p rest.class
p rest.map { |r| r['item'] }
p csv.eof?
p csv.shift

csv.rewind
puts "after rewind: #{csv.lineno}"
sum = 0
csv.each { |row| sum += row['amount'] }
printf("Total %.2f\n", sum)

p csv.col_sep, csv.row_sep, csv.quote_char
p csv.skip_blanks?, csv.liberal_parsing?, csv.force_quotes?, csv.write_headers?
p csv.converters

out = StringIO.new
writer = CSV.new(out, headers: %w[item count], write_headers: true)
tally = Hash.new(0)
csv.rewind
csv.each { |row| tally[row['item']] += 1 }
tally.sort.each { |item, n| writer << { 'item' => item, 'count' => n } }
writer.puts ['sum', tally.values.sum]
puts out.string
