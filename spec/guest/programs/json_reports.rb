# Needs Ruby 4.0: empty arrays and objects in JSON
require "json"

ORDERS = <<~JSON
  {
    "currency": "EUR",
    "orders": [
      {"id": 1, "customer": {"name": "Ada", "vip": true}, "items": [{"sku": "A-1", "qty": 2, "price": 9.99}]},
      {"id": 2, "customer": {"name": "Grace", "vip": false}, "items": [
        {"sku": "B-2", "qty": 1, "price": 120.0}, {"sku": "A-1", "qty": 5, "price": 9.99}
      ]},
      {"id": 3, "customer": {"name": "Zoë \\"Z\\"", "vip": null}, "items": []}
    ]
  }
JSON

data = JSON.parse(ORDERS, symbolize_names: true)
Item = Struct.new(:sku, :qty, :price, keyword_init: true) do
  def total = qty * price

  def to_json(*args) = { sku: sku, total: total.round(2) }.to_json(*args)
end

data[:orders].each do |order|
  items = order[:items].map { |item| Item.new(**item) }
  puts format("%-10s %8.2f %s", order[:customer][:name], items.sum(&:total), data[:currency])
  puts JSON.generate(id: order[:id], items: items, vip: order[:customer][:vip])
end

puts JSON.pretty_generate(
  totals: data[:orders].to_h { |order| [order[:id], order[:items].sum { |item| item[:qty] * item[:price] }.round(2)] },
  skus: data[:orders].flat_map { |order| order[:items].map { |item| item[:sku] } }.tally,
  none: nil, empty: [], nested: { list: [1, [2, 3]], text: "a\tb\n\u0001é" }
)

puts [1, "two", :three, 4.5, nil, true, { "k" => [] }].to_json, "text".to_json, nil.to_json, (2**80).to_json
puts JSON.parse("[9223372036854775808, -9223372036854775808, 1e3, 0.1]").map { |n| "#{n.class} #{n}" }
puts Integer("9223372036854775808") == 2**63, Integer("-9223372036854775808") == -(2**63), "-92233720368547758080".to_i

['{"a": 1,}', "[1, 2", "nope", '{"a" 1}', ""].each do |text|
  JSON.parse(text)
rescue JSON::ParserError => e
  puts "#{text.inspect}: #{e.class}, a #{e.is_a?(JSON::JSONError) ? "JSONError" : "?"}"
end

begin
  JSON.generate([1, Float::NAN])
rescue JSON::GeneratorError => e
  puts e.class
end

copy = JSON.parse(JSON.generate(data))
puts copy["orders"].last["customer"]["name"], copy.dig("orders", 1, "items", 0, "price")
puts JSON.parse('{"b":1,"a":{"c":[true,false]}}').map { |key, value| "#{key}=#{value.to_json}" }.join("&")
