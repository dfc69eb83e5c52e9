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
