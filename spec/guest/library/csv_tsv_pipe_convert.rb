# Needs Ruby 3.3: its standard library
require 'csv'

PIPE = <<~TXT
  id|city|motto
  1|Oslo|Unanimiter et constanter
  2|Paris|"Fluctuat | nec mergitur"
  3|Rome|
  4|Bern|"say ""hi"""
TXT

rows = CSV.parse(PIPE, col_sep: '|')
p rows

tsv = CSV.generate(col_sep: "\t") { |out| rows.each { |r| out << r } }
tsv.each_line { |l| p l }

semicolon = rows.map { |r| r.to_csv(col_sep: ';', force_quotes: true) }.join
puts semicolon

crlf = CSV.generate(row_sep: "\r\n") { |out| rows.first(2).each { |r| out << r } }
p crlf

single = CSV.generate_line(["it's", 'plain', nil, ''], quote_char: "'")
p single
p CSV.generate_line(['a', nil, ''], write_empty_value: '-', write_nil_value: 'NULL')
p CSV.generate_lines([['x', 1], ['y', 2.5], [:z, nil]])
p 'one,"two, three",four'.parse_csv
p ['q"q', "new\nline", 'comma,'].to_csv
p CSV.generate_line(%w[a b], quote_empty: false)
p CSV.generate_line(['', 'b'], quote_empty: false)

begin
  CSV.generate_line(%w[a b], col_sep: '')
rescue ArgumentError => e
  puts "ArgumentError: #{e.message}"
end
begin
  CSV.parse('a', quote_char: '""')
rescue ArgumentError => e
  puts "ArgumentError: #{e.message}"
end
