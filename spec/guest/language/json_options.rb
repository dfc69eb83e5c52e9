# Needs Ruby 4.0: the json of 4.0
require "json"

class Decimal
  attr_reader :text

  def initialize(text) = @text = text
  def inspect = "<#{text}>"
end
p JSON.parse("[1.50, -0.0, 1e2, 3]", decimal_class: Decimal), JSON.parse("[1.5]", decimal_class: Rational)
p JSON.parse("[1.5]", decimal_class: Float), JSON.parse("[1.5]", decimal_class: nil)

class Changing
  SOURCE = +"[1.5, 2.5, \"#{"x" * 100}\"]"
  def self.try_convert(text) = SOURCE.replace("") && text
end
p JSON.parse(Changing::SOURCE, decimal_class: Changing)

[{ a: Object }, { 1 => 2 }, [Time.at(0).utc], { a: [:b, nil, 1.5, "x", true] }, [Float::NAN], Class.new(Hash).new].each do |value|
  puts JSON.generate(value, strict: true)
rescue JSON::GeneratorError => e
  puts e.message.sub(/0x\h+/, "")
end
p JSON.generate({ a: Object.new, b: 1 }, strict: true, as_json: ->(object, _key) { object.class.name })
p JSON::State.new.strict?, JSON::State.new(strict: true).strict, JSON::State.new(script_safe: true).escape_slash?
p JSON::VERSION, JSON.create_id
