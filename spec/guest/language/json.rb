# JSON parsed, changed and written again.
require "json"
text = '{"users":[{"id":1,"name":"Ann","tags":["a","b"],"active":true},{"id":2,"name":"Bo","tags":[],"active":false}],"next":null,"ratio":0.5}'
data = JSON.parse(text)
puts data["users"].map { |u| u["name"] }.join(", "), data["next"].inspect, data.dig("users", 0, "tags", 1)
data["users"].each { |u| u["label"] = "#{u["id"]}-#{u["name"].downcase}" }
data["users"].reject! { |u| !u["active"] }
puts JSON.generate(data), data.to_json == JSON.generate(data)
puts JSON.pretty_generate(data)
users = JSON.parse(text, symbolize_names: true)[:users]
users.each { |user| user => { id:, name: }; puts "#{id} #{name}" }
puts [1, "two", nil, 3.5, { "k" => [] }].to_json, "quote \" and \\ and \n".to_json, :sym.to_json, nil.to_json, { 1 => 2, sym: :val }.to_json
["{", "[1,]", "nope", '{"a" 1}'].each do |bad|
  JSON.parse(bad)
rescue JSON::ParserError => e
  puts e.class
end
puts JSON.parse("[1e3, -0.5, 12345678901234567890]").inspect, JSON.parse('"\u00e9\n"').inspect, JSON.parse("2"), JSON.generate("é")
