# Needs Ruby 4.0: empty arrays and objects in JSON
# frozen_string_literal: true

require "json"

payload = <<~'JSON'
  {
    "meta": {"version": 2, "generated": "2024-03-01T12:00:00Z", "empty": {}, "none": null},
    "users": [
      {"id": 1, "name": "Ann \"The\" Smith", "langs": ["ruby", "c"], "score": 9.5, "active": true},
      {"id": 2, "name": "B\u00f6b\tTab", "langs": [], "score": -1.5e-3, "active": false},
      {"id": 3, "name": "Cyd \ud83d\ude00 / \/", "langs": ["ruby", "go"], "score": 12345678901234567890, "active": true}
    ]
  }
JSON
data = JSON.parse(payload, symbolize_names: true)
p data.keys, data[:meta].to_a, data[:users].map { |u| u[:name] }, data[:users].map { |u| [u[:score], u[:score].class] }, data.dig(:users, 0, :langs, -1)
puts JSON.generate(data), JSON.parse(JSON.generate(data), symbolize_names: true) == data, JSON.parse(payload)["users"].last.keys.inspect
puts JSON.pretty_generate(data[:users].first), JSON.pretty_generate([]), JSON.pretty_generate({}), JSON.pretty_generate({ a: [], b: {}, c: [[1], { d: nil }] })

data[:users].flat_map { |u| u[:langs].map { |l| [l, u[:id]] } }.group_by(&:first).transform_values { |v| v.map(&:last) }.then { |h| puts h.to_json }
puts [nil, true, 1, 1.0, 1e20, 1e-7, 0.1, -0.0, "a\"\\\n\u0001\u2028/é", :sym, 1..2, { 1 => 2, nil => 3, b: :c }].to_json
puts "text".to_json, nil.to_json, :sym.to_json, 3.14.to_json, { "k" => [1, { x: "y" }] }.to_json, Time.utc(2024, 1, 2, 3, 4, 5).to_json, (2**70).to_json, (1r / 3).to_json, "".to_json, [].to_json

class Money
  attr_reader :cents, :currency

  def initialize(cents, currency = "EUR") = (@cents, @currency = cents, currency)
  def to_h = { cents:, currency: }
  def to_json(*args) = to_h.to_json(*args)
  def self.from_json(text) = JSON.parse(text, symbolize_names: true).then { |h| new(*h.values_at(:cents, :currency)) }
  def ==(other) = to_h == other.to_h
end
price = Money.new(1999)
puts price.to_json, [price, { total: price }].to_json, JSON.generate(price), JSON.pretty_generate(order: { price: price, n: 1 }), Money.from_json(price.to_json) == price
Point = Struct.new(:x, :y) do
  def to_json(...) = to_a.to_json(...)
end
puts [Point.new(1, 2)].to_json, JSON.generate({ point: Point.new(3, nil) }), JSON.parse("[1, 2]").then { |x, y| Point.new(x, y) }.to_a.inspect

['{"a": }', "[1, 2", '{"a": 1,}', "nul", '"open', "", "{'a': 1}", "[01]", "[1] x"].each do |bad|
  JSON.parse(bad)
  puts "parsed #{bad}"
rescue JSON::ParserError => e
  puts "#{bad.inspect}: #{e.class}, #{e.is_a?(StandardError)}"
end
begin
  JSON.generate([Float::NAN])
rescue JSON::GeneratorError => e
  puts e.class
end
p JSON.parse("2"), JSON.parse('"s"'), JSON.parse("null"), JSON.parse(" [ 1 , 2 ] "), JSON.parse('{"a":1,"a":2}').to_a, JSON.parse('["\u00e9\n\\/"]'), JSON.parse("[1.0, 1e3, -0, 1E-2]"), JSON.parse('{"x":{"y":[{}]}}', symbolize_names: true).dig(:x, :y, 0)
walk = lambda do |node, path = "$", &visit|
  case node
  when Hash then node.each { |k, v| walk.call(v, "#{path}.#{k}", &visit) }
  when Array then node.each_with_index { |v, i| walk.call(v, "#{path}[#{i}]", &visit) }
  else visit.call(path, node)
  end
end
walk.call(data) { |path, leaf| puts "#{path} = #{leaf.inspect}" if leaf.is_a?(Numeric) || leaf.nil? }
redact = ->(v) { v.is_a?(Hash) ? v.to_h { |k, x| [k, k.to_s.match?(/name|token/) ? "***" : redact[x]] } : v.is_a?(Array) ? v.map(&redact) : v }
puts JSON.dump(redact[data]), JSON.parse(JSON.dump({ "a" => nil })).to_a.inspect, JSON.load("[null]").inspect
lines = data[:users].map { |u| JSON.generate(u.slice(:id, :active)) }.join("\n")
puts lines, lines.each_line.map { |l| JSON.parse(l) }.sum { |h| h["id"] }, JSON.parse(lines.lines.first, object_class: Hash).to_a.inspect
case JSON.parse('{"type":"push","commits":[{"id":"a1"},{"id":"b2"}]}', symbolize_names: true)
in { type: "push", commits: [*, { id: /\Ab/ => id }] } then puts "last is #{id}"
end
