# Needs Ruby 3.3: its standard library
require 'csv'

text = "id,qty,qty\n1,5,7\n2,x,9\n"

log = []
watch = lambda do |value, info|
  log << [info.line, info.index, info.header, value, info.quoted?]
  value
end

table = CSV.parse(text, headers: true, converters: watch)
log.each { |entry| p entry }
p table.first['qty']
p table.first.fields('qty')
p table.map(&:to_h)

puts
upper = ->(h) { h.upcase }
p CSV.parse(text, headers: true, header_converters: upper).headers
p CSV.parse("First Name,Zip Code!\nA,1\n", headers: true, header_converters: :symbol).headers
p CSV.parse("First Name,Zip\nA,1\n", headers: true, header_converters: :downcase).headers
p CSV.parse("First Name,Zip\nA,1\n", headers: true, header_converters: :symbol_raw).headers
p CSV.parse("a,b\n1,2\n", headers: true, return_headers: true).map { |r| [r.header_row?, r.field_row?] }

puts
p CSV.parse_line(' a , b ,c ', strip: true)
p CSV.parse_line('a,,""', nil_value: 'none', empty_value: 'blank')
p CSV.parse("1\n2,3\n", headers: %w[x y z]).map(&:to_h)
p CSV.parse("1,2,3,4\n", headers: %w[x y]).first
begin
  CSV.parse("a,b\n1,2\n", unknown_option: 1)
rescue ArgumentError => e
  puts e.message
end
