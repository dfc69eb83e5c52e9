# frozen_string_literal: true

# Objects of a program's own classes: instance variables, Structs, tags, encode_with, init_with, references and cycles.
require "yaml"

Point = Struct.new(:x, :y)
class Node
  attr_accessor :name, :next, :items

  def initialize(name) = (@name, @items = name, [])
end
class Money
  attr_reader :cents, :currency

  yaml_tag "!money"
  def initialize(cents, currency) = (@cents, @currency = cents, currency)
  def encode_with(coder) = coder.scalar = format("%.2f %s", @cents / 100.0, @currency)

  def init_with(coder)
    amount, @currency = coder.scalar.split
    @cents = (amount.to_f * 100).round
  end
end
class Temperature
  def initialize(degrees) = (@degrees, @cache = degrees, Object)
  def encode_with(coder) = coder["degrees"] = @degrees
  def init_with(coder) = (@degrees = coder["degrees"]; @cache = :none)
  def to_s = "#{@degrees}° #{@cache}"
end
class Stack < Array; end
class Table < Hash; end
class Label < String; end

first = Node.new("first")
first.next = Node.new("second")
first.next.next = first
first.items << Point.new(1, 2) << Money.new(1250, "EUR") << Temperature.new(21.5)
text = YAML.dump(first)
puts text
again = YAML.unsafe_load(text)
p again.next.next.equal?(again), again.items[0], again.items[1].cents, again.items[2].to_s
safe = YAML.load(text, permitted_classes: [Node, Point, Symbol, Money, Temperature], aliases: true)
p safe.name, safe.items.map(&:class)

values = [1..3, "a"..."c", 3r, 1 + 2i, /a+b/mix, :sym, :"with space", String, Comparable, Stack[1, 2], Table[1, 2], Label.new("x"), 10**30]
puts YAML.dump(values)
p YAML.unsafe_load(YAML.dump(values)) == values, YAML.unsafe_load(YAML.dump(values)).map(&:class)
p YAML.load(YAML.dump([:a, "b", { c: :d }])), YAML.load("--- !ruby/symbol x"), YAML.unsafe_load("--- !ruby/object:Point {x: 1}").class
error = YAML.unsafe_load(YAML.dump(ArgumentError.new("wrong")))
p error.class, error.message
time = Time.utc(2024, 5, 6, 7, 8, 9)
puts YAML.dump([time, Time.new(2024, 1, 2, 3, 4, 5, "+02:00")])
p YAML.unsafe_load(YAML.dump(time)) == time, YAML.load("2024-05-06 07:08:09.5 Z", permitted_classes: [Time]).usec

YAML.add_domain_type("example.org,2024", "double") { |_, value| value * 2 }
p YAML.unsafe_load("--- !<tag:example.org,2024:double> 21"), YAML.unsafe_load("- !<tag:example.org,2024:double> [1]")
YAML.add_tag("!pt", Point)
puts YAML.dump(Point.new(3, 4))
node = YAML.parse("--- !pt\nx: 5\ny: 6\n").root
p node.tag, YAML.dump({ "n" => Money.new(5, "USD") }), YAML.unsafe_load("a: !money 3.10 CHF")["a"].cents
