# == Members and equality
Point = Struct.new(:x, :y) do
  def +(other) = Point.new(x + other.x, y + other.y)
  def distance(other) = Math.sqrt((x - other.x)**2 + (y - other.y)**2)
  def to_s = "(#{x}, #{y})"
end

a = Point.new(1, 2)
b = Point.new(4, 6)
puts a, b
puts a + b
puts a.distance(b)
p a
p a == Point.new(1, 2), a.eql?(Point.new(1.0, 2)), a.equal?(a.dup)
a.x = 10
a[:y] += 5
a[0] -= 1
p a.to_a, a.members, Point.members
x, y = *a
puts "#{x} and #{y}"
puts a.each.map { |v| v * 2 }.inspect
h = { Point.new(0, 0) => "origin" }
puts h[Point.new(0, 0)]

Account = Struct.new(:owner, :balance, :currency, keyword_init: true) do
  include Comparable

  def <=>(other) = balance <=> other.balance
end

accounts = [
  Account.new(owner: "Ann", balance: 120, currency: "EUR"),
  Account.new(owner: "Bob", balance: 80, currency: "USD"),
  Account.new(owner: "Cid", balance: 300, currency: "EUR")
]
puts accounts.max.owner
puts accounts.sort.map(&:owner).join(", ")
puts accounts.first > accounts.last
puts accounts.sum(&:balance)
accounts.each { |account| puts account.to_h.map { |k, v| "#{k}=#{v}" }.join(" ") }

begin
  a[:z]
rescue NameError => e
  puts e.class
end
begin
  a[5]
rescue IndexError => e
  puts e.class
end
begin
  Point.new(1, 2, 3)
rescue ArgumentError => e
  puts e.message
end

case b
in [x, y] then puts "array pattern #{x} #{y}"
end
case b
in { x:, y: 0..10 => y } then puts "hash pattern #{x} #{y}"
end
p Point.new(1), Point.new(1).y.nil?
p a.values_at(0, 1), a.select(&:odd?), a.dig(:x)

# == Keywords
Point = Struct.new(:x, :y, keyword_init: true) do
  include Comparable
  def self.origin = new(x: 0, y: 0)
  def <=>(other) = to_a <=> other.to_a
  def +(other) = self.class.new(x: x + other.x, y: y + other.y)
  def to_s = "(#{x}, #{y})"
end
pt = Point.new(x: 1, y: 2)
puts pt, pt.inspect, Point.origin + pt, pt.to_h.to_a.inspect, pt == Point.new(y: 2, x: 1), pt.eql?(pt.dup), pt.hash == pt.dup.hash
puts Point.members.inspect, pt.members.inspect, pt.size, pt.values.inspect, pt[:x], pt["y"], pt[0], pt[-1], pt.each.to_a.inspect, pt.each_pair.to_a.inspect
puts Point.new(x: 5).inspect, Point.new.to_a.inspect, Point.keyword_init?.inspect
[-> { Point.new(1, 2) }, -> { Point.new(z: 1) }, -> { pt[:z] }, -> { pt[5] }, -> { pt.freeze.x = 1 }].each do |wrong|
  wrong.call
rescue ArgumentError, NameError, IndexError, FrozenError => e
  puts e.class
end
p1 = Point.new(x: 3, y: 1)
p1.x += 10
p1[:y] = 7
p1["x"] -= 1
puts p1, p1.sum, p1.max, p1.select(&:odd?).inspect, p1.values_at(0, 1).inspect, p1.dig(:x), p1.to_a.minmax.inspect, p1.clamp(pt, pt), [p1, pt].min, [p1, pt].sort.map(&:to_s).inspect

Line = Struct.new(:from, :to) do
  def initialize(from, to = Point.origin)
    super
  end

  def length = Math.hypot(to.x - from.x, to.y - from.y)
end
line = Line.new(Point.new(x: 3, y: 4))
puts line.length, line.to.frozen?, line.from.x, line.dig(:from, :y), line == Line.new(Point.new(x: 3, y: 4))
from, to = *line
puts from, to
copy = line.dup
copy.from = Point.new(x: 6, y: 8)
puts copy.length, line.length, copy.from.equal?(line.from), copy.to.equal?(line.to)
deep = Line.new(line.from.dup, line.to.dup)
deep.from.x = 0
puts deep.length, line.length

class Account < Struct.new(:owner, :balance)
  Error = Class.new(StandardError)
  def withdraw(n)
    raise Error, "only #{balance} left" if n > balance

    self.balance -= n
    self
  end
end
acc = Account.new("ann", 50)
puts acc.withdraw(20).balance, acc.inspect, Account.superclass.superclass, acc.is_a?(Struct), acc.respond_to?(:owner=)
begin
  acc.withdraw(100)
rescue Account::Error => e
  puts e.message, e.class
end
case acc
in [String => owner, Integer => balance] if balance > 10 then puts "#{owner} has #{balance}"
end
case { account: acc }
in { account: { owner: "ann", balance: 30 => b } } then puts "thirty #{b}"
end
Tree = Struct.new(:value, :left, :right) do
  include Enumerable
  def each(&block)
    return to_enum unless block
    left&.each(&block)
    block.call(value)
    right&.each(&block)
  end
  def depth = 1 + [left&.depth.to_i, right&.depth.to_i].max
end
tree = Tree.new(4, Tree.new(2, Tree.new(1), Tree.new(3)), Tree.new(6))
puts tree.to_a.inspect, tree.depth, tree.include?(3), tree.map { |v| v * v }.inspect, tree.reject(&:even?).inspect, tree.each_slice(2).to_a.inspect
puts Struct.new("Named", :a).new(1).inspect rescue puts "no named structs"
Empty = Struct.new(:only)
puts Empty.new.inspect, Empty.new([1]).to_a.inspect, Empty.new(nil) == Empty.new, Empty.new(1) == Point.new(x: 1), (Empty.new(1, 2) rescue "struct size differs"), Empty.instance_methods(false).sort.inspect
puts [Empty.new(2), Empty.new(1)].sort_by(&:only).map(&:only).inspect, [Empty.new(1), Empty.new(1)].uniq.size, { Empty.new(1) => :found }[Empty.new(1)]
puts Empty.new(1).then { |e| e.only + 1 }, Empty.new({ a: 1 }).only.keys.inspect, Empty.new(Empty.new(5)).dig(:only, :only), Empty.new(3).each_pair.map { |k, v| "#{k}:#{v}" }.join, Empty.new(1).filter_map { |v| v * 2 if v }.inspect

# == Variations
# Struct: keyword_init, blocks, defaults, comparison, conversion, subclasses.
Point = Struct.new(:x, :y) do
  include Comparable
  def self.origin = new(0, 0)
  def +(other) = self.class.new(x + other.x, y + other.y)
  def <=>(other) = to_a <=> other.to_a
  def to_s = "(#{x}, #{y})"
end
a, b = Point.new(1, 2), Point.new(1, 3)
puts a + b, a < b, [b, a].min, Point.origin, a == Point.new(1, 2), a.eql?(Point.new(1.0, 2)), a == Point.new(1.0, 2)
puts a.to_a.inspect, a.to_h.values.inspect, a.to_h { |k, v| [k.to_s, v * 10] }.keys.inspect, a.members.inspect, Point.members.inspect
a.x += 5
a[:y] = 9
a[0] = a["x"] + 1
puts a, a.size, a.each.to_a.inspect, a.each_pair.map { |k, v| "#{k}#{v}" }.join, a.values_at(1, 0).inspect, a.select(&:odd?).inspect, a.sum
x, y = *a
puts x, y, a.dig(:x), a.hash == Point.new(7, 9).hash, { a => 1 }[Point.new(7, 9)]
Config = Struct.new(:host, :port, :tls, keyword_init: true) do
  def initialize(host:, port: 80, tls: false) = super
  def url = "http#{"s" if tls}://#{host}:#{port}"
end
puts Config.new(host: "a").url, Config.new(host: "b", port: 443, tls: true).url
[-> { Config.new(hos: 1) }, -> { Config.new }, -> { Point.new(1, 2, 3) }, -> { a[:z] }, -> { a[5] }, -> { Struct.new(:lower).new.zork }].each do |bad|
  bad.call
  puts "fine"
rescue ArgumentError, NameError, IndexError => e
  puts e.class
end
class Circle < Struct.new(:center, :radius)
  def area = (3.14159 * radius**2).round(2)
  def grow(by) = dup.tap { |c| c.radius += by }
end
c = Circle.new(Point.origin, 2)
puts c.area, c.grow(1).area, c.radius, Circle.superclass.superclass, Circle.ancestors.include?(Enumerable), c.center.equal?(c.dup.center)
puts Point.new(1).y.inspect, Point.new(3, 4).then { |p| Math.hypot(*p) }, Point[5, 6].to_s, [Point[2, 1], Point[1, 2]].sort.map(&:to_s).inspect, [Point[2, 1], Point[1, 2]].max_by(&:y).to_s
case Point[0, 5]
in { x: 0, y: } then puts "axis #{y}"
end
case Point[3, 4]
in [x, y] if x < y then puts "below #{x}"
end
p Point.new(1, 2) == Point.new(1, 2), Struct.new(:v).new([1]), Point.instance_methods(false).sort.first(3)
Pair = Struct.new(:l, :r)
puts Pair.new(1, 2).frozen?, Pair.new("a", nil).to_a.compact.inspect, Pair.new(1, Pair.new(2, 3)).dig(:r, :l), Pair.new(1, 2).deconstruct_keys([:l]).keys.inspect
# == Set in part before super, and what is asked of members
S3 = Struct.new(:a, :b, :c) do
  def initialize(a)
    self.b = 5
    super(a, b)
  end
end
p S3.new(1), S3.new(1).select(&:nil?), S3.new(1).each_pair.to_a, S3.new(1).dig(:zzz), S3.new(1).deconstruct_keys(%w[a]), S3.new(1).deconstruct_keys([0, 1]), S3.new(1).deconstruct_keys(%i[a b c d]), S3.new(1).values_at(0, 0..1)
p Struct.new(:a).new(1).hash == Struct.new(:a).new(1).hash, S3.new(1).hash == S3.new(1).hash, Struct.new(:a, keyword_init: 1).keyword_init?
[-> { S3.new(1).deconstruct_keys("a") }, -> { S3.new(1).values_at("a") }, -> { S3.new(1).values_at(-9..1) }, -> { Struct.new(:a, keyword_init: true).new(1) }].each do |call|
  call.call
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end
