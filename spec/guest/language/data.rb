# == Members, equality and text
# Needs Ruby 3.2: Data
if RUBY_VERSION >= "3.2"
  Point = Data.define(:x, :y) do
    def initialize(x:, y: 0) = super
    def +(other) = with(x: x + other.x, y: y + other.y)
  end
  pt = Point.new(x: 1)
  p pt, Point.new(1), Point[1, 2], Point.new(1, 2) + Point.new(3, 4), pt.with(y: 5), pt.with.equal?(pt), pt.to_h, pt.frozen?, Point.members
  p Point.new(1, 2) == Point.new(1.0, 2), Point.new(1, 2).eql?(Point.new(1.0, 2)), Point.new(1, 2).hash == Point.new(1, 2).hash, { Point.new(1, 2) => :a }[Point.new(1, 2)]
  p((pt in { x:, y: }), (pt in Point[x: 1]), pt.deconstruct_keys([:x]), pt.to_h { |k, v| [k.to_s, v] }, Data.define.new, Data.define(:a).new(a: 1))
  class Sub < Data.define(:name)
    def greet = "hi #{name}"
  end
  p Sub.new("Ada").greet, Sub.new(name: "Bo"), Class.new(Point).new(3).y
else
  puts "skipped"
end
# == Errors
# Needs Ruby 3.2: Data
if RUBY_VERSION >= "3.2"
  Pair = Data.define(:a, :b)
  [-> { Pair.new }, -> { Pair.new(1) }, -> { Pair.new(1, 2, 3) }, -> { Pair.new(a: 1, b: 2, c: 3) }, -> { Pair.new(a: 1) }, -> { Pair.new(1, 2).with(1) }, -> { Pair.new(1, 2).instance_variable_set(:@a, 1) }, -> { Data.define(:a, :a) }, -> { Data.define(:"a=") }].each do |call|
    p call.call
  rescue => e
    puts "#{e.class}: #{e.message}"
  end

  Shown = Data.define(:x) do
    def inspect = "shown#{super}"
    def hash = super
  end
  p Shown.new(x: 1), Shown.new(x: Shown.new(x: 2)), Shown.new(x: 1).hash == Shown.new(x: 2).hash
end
