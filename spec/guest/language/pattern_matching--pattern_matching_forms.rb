# frozen_string_literal: true

class Point
  attr_reader :x, :y

  def initialize(x, y) = (@x, @y = x, y)
  def deconstruct = [x, y]
  def deconstruct_keys(keys) = keys.nil? ? { x: x, y: y, all: true } : { x: x, y: y }.slice(*keys)
end

def describe(value)
  case value
  in nil then "nothing"
  in true | false => flag then "flag #{flag}"
  in Integer | Float => n if n.negative? then "negative #{n}"
  in 0 then "zero"
  in 1..9 then "digit"
  in 10.. then "large"
  in Float => f unless f > 100 then "float #{f}"
  in "" then "empty text"
  in /\A(?<year>\d{4})-\d\d\z/ then "month of #{$~[:year]}"
  in String => s then "text of #{s.size}"
  in Symbol then "symbol #{value}"
  in [] then "empty list"
  in [Integer => only] then "one number #{only}"
  in [:add, Integer => a, Integer => b] then "sum #{a + b}"
  in [:all, *rest] then "rest #{rest}"
  in [first, [second, *], *, last] then "nested #{first} #{second} #{last}"
  in [*, :needle, after, *] then "found before #{after}"
  in [x, y] if x == y then "twins"
  in Point[0, 0] then "origin"
  in Point(x: 0, y:) then "on the y axis at #{y}"
  in Point(x:, y:) then "at #{x},#{y}"
  in { type: :circle, r: } then "circle #{r}"
  in { type: :rect, size: [w, h] } then "rect #{w}x#{h}"
  in { name: String => name, tags: [*, "admin", *] } then "admin #{name}"
  in { name: String => name, **nil } then "only a name #{name}"
  in { name:, **rest } then "#{name} and #{rest.keys.join('/')}"
  in {} then "empty hash"
  in ->(v) { v.respond_to?(:call) } then "callable"
  else "something else"
  end
end

[
  nil, true, -5, -0.5, 0, 7, 10, 99, 3.5, 1e6, "", "2024-05", "hello", :sym, [], [5], [:add, 1, 2], [:all, 1, 2], [1, [2, 3], 4, 5],
  [0, 1, :needle, :thread, 9], [4, 4], [4, 5], Point.new(0, 0), Point.new(0, 3), Point.new(2, 3), { type: :circle, r: 2 },
  { type: :rect, size: [3, 4] }, { name: "Ann", tags: %w[x admin y] }, { name: "Bob" }, { name: "Cyd", age: 3, zip: 1 }, {}, -> {}, Object
].each { |value| puts describe(value) }

config = { db: { user: "root", ports: [1, 2, 3] }, mode: "dev" }
config => { db: { user:, ports: [first, *others] } }
p user, first, others
p((config in { mode: "dev" | "test" }), (config in { mode: "prod" }), (config in { db: Hash }))
expected = 2
p((2 in ^expected), (3 in ^expected), ([2, 2] in [a, ^a]), ([2, 3] in [b, ^b]), (4 in ^(expected * 2)))
@limit = 10
p((10 in ^@limit), ({ n: 5, m: 5 } in { n: Integer => n, m: ^n }))
case { status: "ok", items: [{ id: 1 }, { id: 2, price: 5 }] }
in { status: "ok", items: [*, { id:, price: (3..) => price }, *post] }
  p id, price, post
end
begin
  case [1, 2]
  in [a] then p a
  in { b: } then p b
  end
rescue NoMatchingPatternError => e
  puts "#{e.class}: #{e.message}"
end
begin
  { a: 1 } => { b: }
rescue NoMatchingPatternKeyError => e
  puts e.class, e.key.inspect, e.is_a?(NoMatchingPatternError)
end
Pair = Struct.new(:left, :right)
case Pair.new(1, Pair.new(2, nil))
in [Integer => l, Pair[Integer => m, nil]] then p [l, m]
end
case Pair.new(:a, :b)
in { left: :a | :z => l, right: } then p [l, right]
end
result = case [1, [2, [3, [4]]]]
         in [a, [b, [c, [d]]]] then a + b + c + d
         end
p result
in_order = lambda do |v|
  case v
  in [] | [_] then true
  in [x, y, *rest] then x <= y && in_order.([y, *rest])
  end
end
p in_order.([1, 2, 2, 9]), in_order.([3, 1])
x = [1, "two", :three, 4.0, nil, { k: [5] }]
x => [Integer => i, String => s, Symbol => sym, Float => f, nil, { k: [five] }]
p i, s, sym, f, five
