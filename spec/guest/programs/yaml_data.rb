# frozen_string_literal: true

# Needs Ruby 4.0: Data, stringify_names, parse_symbols and safe_load_stream came with Psych 5.2 and 5.3
# Values of Data and Set in YAML, names as Strings, texts that look like Symbols, and streams that are loaded safely.
require "yaml"

Price = Data.define(:amount, :currency) do
  def to_s = format("%.2f %s", amount, currency)
end
Line = Data.define(:name, :price, :tags)
lines = [Line.new("tea", Price.new(2.5, "EUR"), Set[:hot]), Line.new(name: "Y", price: nil, tags: [])]
text = YAML.dump(lines)
puts text
again = YAML.unsafe_load(text)
p again == lines, again.first.price.to_s, again.first.tags
p YAML.load(text, permitted_classes: [Line, Price, Set, Symbol]) == lines
[[], [Line], [Line, Symbol]].each do |classes|
  YAML.load(text, permitted_classes: classes)
rescue Psych::DisallowedClass => e
  puts e.message
end
p YAML.unsafe_load("--- !ruby/data {a: 1, b: [2]}").to_h
p (YAML.unsafe_load("--- !ruby/data:Price {amount: 1}") rescue $!.class)

options = { name: "x", nested: { level: :high, 1 => [{ deep: nil }] }, "text" => :symbol }
puts YAML.dump(options, stringify_names: true), options.to_yaml(stringify_names: true, indentation: 4)
text = ":a: b\nc:\n- :d\n- ':e'\n"
p YAML.load(text), YAML.load(text, parse_symbols: false), YAML.safe_load(":a", parse_symbols: false)

stream = "--- 1\n--- {a: [x]}\n--- :s\n"
p YAML.safe_load_stream(stream, permitted_classes: [Symbol])
YAML.safe_load_stream("--- 1\n--- [2]\n") { |document| p document }
p (YAML.safe_load_stream(stream) rescue $!.message)
puts YAML.dump(%w[Y N y n yes No]), YAML.dump("Y" => "N")
