# == Patterns
def describe(value)
  case value
  in nil then "nothing"
  in true | false => flag then "flag #{flag}"
  in Integer => n if n.negative? then "negative #{n}"
  in 0 then "zero"
  in 1..9 then "digit"
  in Integer | Float => n then "number #{n}"
  in "" then "empty string"
  in String => s unless s.size > 5 then "short string #{s}"
  in String then "long string"
  in [] then "empty array"
  in [x] then "one element #{x}"
  in [Integer => a, Integer => b] then "pair #{a + b}"
  in [first, *rest] if rest.size >= 3 then "first #{first} and #{rest.size} more"
  in [*, :needle, *after] then "needle before #{after.inspect}"
  in [x, [y, [z]]] then "nested #{x} #{y} #{z}"
  in { type: :circle, radius: } then "circle of #{radius}"
  in { type: :rect, size: [w, h] } then "rectangle #{w}x#{h}"
  in { name: String => name, **rest } if rest.empty? then "just #{name}"
  in { name:, role: "admin" | "root" => role } then "#{role} #{name}"
  in { name:, **nil } then "anonymous #{name}"
  in {} then "empty hash"
  in Symbol then "symbol"
  else "something else: #{value.class}"
  end
end

[nil, true, -5, 0, 7, 42, 2.5, "", "abc", "abcdefgh", [], [1], [1, 2], [1, 2, 3, 4], [1, :needle, 3],
 ["a", ["b", ["c"]]], { type: :circle, radius: 3 }, { type: :rect, size: [2, 5] }, { name: "Ann" },
 { name: "Bob", role: "root" }, { name: 5 }, {}, :sym, 1..2].each { |v| puts describe(v) }

config = { server: { host: "localhost", ports: [80, 443] }, users: [{ name: "ann", tags: ["x"] }, { name: "bob", tags: [] }] }
config => { server: { host:, ports: [http, *] } }
puts host, http

case config
in { users: [*, { name: "bob", tags: [] } => bob, *] }
  puts "found #{bob[:name]}"
end

limit = 5
case 5
in ^limit then puts "pinned"
end
case [3, 3]
in [a, ^a] then puts "same #{a}"
end
case { n: 6 }
in { n: ^(limit + 1) } then puts "pinned expression"
end

matched = (1 in Integer)
puts matched
puts(({ a: 1 } in { a: String }))

class Vector
  attr_reader :x, :y

  def initialize(x, y) = (@x, @y = x, y)
  def deconstruct = [x, y]
  def deconstruct_keys(keys) = { x: x, y: y }
end

case Vector.new(3, 4)
in Vector(x:, y:) if x > y then puts "wide"
in Vector(x, y) then puts "vector #{x},#{y}"
end
case Vector.new(0, 4)
in Vector[0, y] then puts "on the axis at #{y}"
end

begin
  case 99
  in String then 1
  end
rescue NoMatchingPatternError => e
  puts e.class, e.message
end
begin
  { a: 1 } => { b: }
rescue NoMatchingPatternKeyError => e
  puts e.class
end

# == Nested data
# Pattern matching on nested responses, commands and syntax trees.
def handle(response)
  case response
  in { status: 200..299 => code, body: { items: [] } } then "#{code}: nothing"
  in { status: 200 | 201, body: { items: [{ id: Integer => first }, *rest] } } then "first #{first}, #{rest.size} more"
  in { status: 300.., headers: { "location": String => url } } unless url.empty?
    "to #{url}"
  in { status: 404 } | { status: 410 } then "gone"
  in { status: Integer => code, **nil } then "bare #{code}"
  in { error: { message:, code: nil | Integer => code }, **rest }
    "error #{message} #{code.inspect} #{rest.keys}"
  in [:retry, ^$limit, *] then "limit"
  in String | Symbol => raw then "raw #{raw}"
  in nil then "nothing"
  else "unknown"
  end
end
$limit = 3
responses = [
  { status: 204, body: { items: [] } }, { status: 200, body: { items: [{ id: 7, x: 1 }, 2, 3] } },
  { status: 301, headers: { location: "/new" } }, { status: 410, at: 1 }, { status: 500 },
  { error: { message: "bad", code: nil }, at: 1 }, [:retry, 3, :x], "text", :sym, nil, 12, [:retry, 4]
]
responses.each { |r| puts handle(r) }

Num = Struct.new(:value)
Add = Struct.new(:left, :right)
Mul = Struct.new(:left, :right)
Neg = Struct.new(:inner)

def evaluate(node)
  case node
  in Num[value] then value
  in Add(left:, right:) then evaluate(left) + evaluate(right)
  in Mul[Num[0], _] | Mul[_, Num[0]] then 0
  in Mul[l, r] then evaluate(l) * evaluate(r)
  in Neg(inner: Neg[inner]) then evaluate(inner)
  in Neg[inner] then -evaluate(inner)
  end
end
puts evaluate(Add[Num[2], Mul[Num[3], Neg[Neg[Num[4]]]]]), evaluate(Mul[Num[0], Num[9]])

class Point
  attr_reader :x, :y
  def initialize(x, y) = (@x, @y = x, y)
  def deconstruct = [x, y]
  def deconstruct_keys(keys) = { x: x, y: y }
end
[Point.new(0, 0), Point.new(3, 0), Point.new(2, 2), Point.new(1, 5)].each do |point|
  text = case point
         in { x: 0, y: 0 } then "origin"
         in [_, 0] then "on x axis"
         in Point(x:, y:) if x == y then "diagonal #{x}"
         in Point[x, y] then "at #{x},#{y}"
         end
  puts text
end

case [1, [2, [3, 4]], "five", :six]
in [Integer => a, [b, [*, last]], String, Symbol | nil => s]
  puts a, b, last, s
end
case { name: "Ann", langs: %w[ruby c rust] }
in { name: String => name, langs: [*, String => lang, *] } if lang.size > 9 then puts lang
in { name:, langs: [first, *] }
  puts "#{name} #{first}"
end
case [1, 5, 42, "x", :y, 99]
in [*, String => found, Symbol => after, *post]
  puts found, after, post.inspect
end
expected = 5
pinned = case 5
         in ^expected then "pinned"
         end
computed = case 6
           in ^(expected + 1) then "computed"
           end
puts pinned, computed
person = { name: "Bo", address: { city: "Oslo", zip: "0150" } }
person => { address: { city: } }
puts city
puts "has zip" if person in { address: { zip: String } }
puts((1.5 in Integer))
begin
  ({ port: 80 }) => { host: }
rescue NoMatchingPatternKeyError => e
  puts e.class, e.key.inspect
end
begin
  case 5
  in String then 1
  in Symbol then 2
  end
rescue NoMatchingPatternError => e
  puts e.message
end
begin
  99 => String
rescue NoMatchingPatternError => e
  puts e.message
end

# == Every form
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
