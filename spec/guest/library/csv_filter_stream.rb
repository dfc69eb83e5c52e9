require 'csv'
require 'stringio'

source = StringIO.new(<<~CSV)
  name,dept,pay
  Ana,IT,4100
  Ben,HR,3900
  Cleo,IT,5200
  Dev,Ops,3100
CSV
target = StringIO.new

CSV.filter(source, target, in_headers: true, out_headers: %w[name dept pay], out_write_headers: true, out_col_sep: ';') do |row|
  row['pay'] = (row['pay'].to_i * 1.05).round
  row['dept'] = row['dept'].downcase
end
puts target.string

source.rewind
lazy = CSV.new(source, headers: true).each.lazy
p lazy.select { |r| r['dept'] == 'IT' }.map { |r| r['name'] }.first(2)

source.rewind
counts = CSV.new(source, headers: true).each_with_object(Hash.new { |h, k| h[k] = [] }) do |row, h|
  h[row['dept']] << row['name']
end
p counts

source.rewind
pay = CSV.new(source, headers: :first_row, converters: :integer).map { |r| r['pay'] }
p pay.minmax, pay.sum

headers = %w[who where how_much]
source.rewind
source.gets
renamed = CSV.parse(source.read, headers: headers)
p renamed.headers
p renamed.first.to_hash
p CSV.parse("1,2\n3,4", headers: 'x,y').map(&:to_h)
enum = CSV.parse("a,b\nc,d\n").each_slice(1)
p enum.next
p CSV.parse('')
p CSV.parse_line('')
p CSV.parse("\n\n")
