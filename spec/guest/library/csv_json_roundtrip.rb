require 'csv'
require 'json'

json = <<~JSON
  [
    {"id": 1, "title": "Dune", "tags": ["sf", "classic"], "rating": 4.5},
    {"id": 2, "title": "Emma", "tags": [], "rating": null},
    {"id": 3, "title": "Say \\"Hi\\"", "tags": ["kids"], "rating": 3, "pages": 40}
  ]
JSON

books = JSON.parse(json, symbolize_names: true)
columns = books.flat_map(&:keys).uniq
p columns

text = CSV.generate(headers: columns, write_headers: true) do |csv|
  books.each do |b|
    csv << b.merge(tags: b[:tags].join('|')).values_at(*columns)
  end
end
puts text

back = CSV.parse(text, headers: true, header_converters: :symbol, converters: :numeric).map do |row|
  h = row.to_h
  h[:tags] = h[:tags].to_s.split('|')
  h.compact
end
puts JSON.generate(back)
puts JSON.pretty_generate(back.last)

p back[0] == books[0]
p back[1] == books[1], back[1]
p JSON.parse(JSON.generate(back), symbolize_names: true) == back

begin
  JSON.parse('{"id": 1,}')
rescue JSON::ParserError => e
  puts "bad JSON (#{e.class})"
end
