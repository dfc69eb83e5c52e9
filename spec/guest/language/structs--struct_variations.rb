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
