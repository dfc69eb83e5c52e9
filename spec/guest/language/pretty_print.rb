# Needs Ruby 4.0: a Set within itself
# Values over as many lines as they need.
require "set"
pp({ a: 1, "b" => 2, "x y": 4 })
pp({ "a" * 40 => "b" * 40, ccc: (1..30).to_a, "dddd" => { "e" * 30 => ["f" * 40, "g" * 40] } })
Item = Struct.new(:name, :items)
pp Item.new("a", [1]), Item.new("a" * 50, ["b" * 30, nil, Item.new(1, 2)])
array = [1]
array << array
hash = { x: 1 }
hash[:h] = hash
set = Set[1]
set << set
pp array, hash, set
pp "one\ntwo\nthree", "plain", nil, 1.5, :sym, 1..2, Object, Set[*1..30], Class.new(Set) { def self.name = "Sub" }[1].class.name
class Node
  def initialize(left, right) = (@left, @right = left, right)
  def inspect = "node"
end
class Own
  def pretty_print(q) = q.group(2, "own(", ")") { q.seplist(%w[a b c]) { |x| q.pp x } }
end
class Plain
  def initialize(*values) = (@first, @second = values)
end
pp Node.new(1, 2), [Node.new(1, 2)] * 20, Own.new, [Own.new] * 8
puts [Plain.new(1, "a" * 70), Plain.new(1, Plain.new(nil, []))].map { |object| object.pretty_inspect.gsub(/0x\h+/, "0x") }
pp [{ id: 1, name: "Alice Anderson", email: "alice@example.com", tags: %w[admin staff] }, { id: 2, tags: [] }]
pp (1..26).to_a, (1..27).to_a, "x" * 78, ["x" * 75], ["x" * 76], { "k" * 30 => "v" * 50, k: { l: { m: "n" * 70 } } }
puts({ a: [1] * 40 }.pretty_inspect)
p pp, pp(1), pp(1, 2)
