# frozen_string_literal: true

# Reports: sums over orders that came as YAML, written as YAML with options, with tables, totals and several documents.
require "yaml"
require "stringio"

orders = YAML.load(<<~YAML, symbolize_names: true)
  - {id: A-1, customer: Acme, lines: [{sku: x1, qty: 3, price: 9.99}, {sku: y2, qty: 1, price: 100}]}
  - {id: A-2, customer: Zeta, lines: [{sku: x1, qty: 10, price: 9.5}]}
  - {id: A-3, customer: Acme, lines: []}
YAML
total = ->(order) { order[:lines].sum { |line| line[:qty] * line[:price] } }
report = {
  "generated" => "2024-01-02", "orders" => orders.size, "revenue" => orders.sum(&total).round(2),
  "by customer" => orders.group_by { |order| order[:customer] }.transform_values { |list| list.sum(&total).round(2) },
  "skus" => orders.flat_map { |order| order[:lines] }.group_by { |line| line[:sku] }
                  .transform_values { |lines| { "qty" => lines.sum { |line| line[:qty] }, "max" => lines.map { |line| line[:price] }.max } },
  "empty" => { "list" => [], "hash" => {}, "text" => "", "nothing" => nil }, "flags" => [true, false]
}
puts report.to_yaml, report.to_yaml(indentation: 4), YAML.dump(report, header: true).lines.first(3)
puts YAML.dump(report, canonical: true)

stream = YAML.dump_stream(*orders)
puts stream
p YAML.load_stream(stream).size, YAML.load_stream(stream) == orders, YAML.load(stream) == orders.first
YAML.load_stream("--- 1\n...\n--- [2]\n--- {a: 3}\n") { |document| p document }

io = StringIO.new
p YAML.dump(report["skus"], io).equal?(io)
puts io.string
p YAML.load(StringIO.new(io.string)) == report["skus"]
p [1, "two", :three, nil, 4.0, 10**20, 1e100, -0.0, Float::INFINITY].to_yaml, "text".to_yaml, nil.to_yaml, { 1 => { [1, 2] => nil } }.to_yaml
numbers = YAML.load("[1, -2, +3, 0b11, 0o17, 017, 0x1F, 1_000, 1.5, -.5, 1e3, 1.5e+3, .inf, -.INF, 12:30, 1.2.3, 1-2, 0.1]")
p numbers, numbers.map(&:class).tally
words = YAML.load("[yes, No, TRUE, off, On, y, n, null, NULL, ~, Null, nUll, truely, '', \"\", -, =]")
p words
