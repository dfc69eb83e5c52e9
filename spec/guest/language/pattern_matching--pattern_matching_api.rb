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
