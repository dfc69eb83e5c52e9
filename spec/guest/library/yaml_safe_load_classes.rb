# Needs Ruby 3.3: its standard library
require 'yaml'
require 'date'

TEXT = <<~YAML
  - 2024-02-29
  - :symbol
  - !ruby/range 1..3
  - 2024-02-29 10:30:00 Z
  - "2024-02-29"
YAML

begin
  YAML.safe_load(TEXT)
rescue Psych::DisallowedClass => e
  puts "#{e.class}: #{e.message}"
end
begin
  YAML.safe_load(TEXT, permitted_classes: [Date, Symbol])
rescue Psych::DisallowedClass => e
  puts e.message
end
p YAML.safe_load(TEXT, permitted_classes: [Date, Symbol, Range, Time])
p YAML.safe_load(':a', permitted_classes: [Symbol], permitted_symbols: [:a])
begin
  YAML.safe_load(':b', permitted_classes: [], permitted_symbols: [:a])
rescue Psych::DisallowedClass => e
  puts e.message
end

ALIASED = "base: &b\n  x: 1\nuse:\n  <<: *b\n  y: 2\n"
begin
  YAML.safe_load(ALIASED)
rescue Psych::AliasesNotEnabled, Psych::BadAlias => e
  puts "#{e.class}: #{e.message}"
end
p YAML.safe_load(ALIASED, aliases: true)
begin
  YAML.safe_load('x: *missing', aliases: true)
rescue Psych::AnchorNotDefined => e
  puts e.message
end

Point = Struct.new(:x, :y)
text = YAML.dump(Point.new(1, [2, 3]))
puts text
begin
  YAML.load(text)
rescue Psych::DisallowedClass => e
  puts e.message
end
p YAML.unsafe_load(text)
p YAML.load(text, permitted_classes: [Point, Symbol])
shared = %w[a b]
puts YAML.dump('one' => shared, 'two' => shared)
p YAML.load_stream("--- 1\n--- [2]\n...\n--- {a: 3}\n")
puts YAML.dump(Date.new(2024, 2, 29)), YAML.dump(1..4), YAML.dump(:sym), YAML.dump('2024-02-29'), YAML.dump(nil)
p YAML.safe_dump({ 'a' => [1, nil] })
begin
  YAML.safe_dump(1..2)
rescue Psych::DisallowedClass => e
  puts e.message
end
