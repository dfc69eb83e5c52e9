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
