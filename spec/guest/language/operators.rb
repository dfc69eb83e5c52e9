class Vec
  attr_reader :x, :y

  def initialize(x, y)
    @x = x
    @y = y
  end

  def +(other) = Vec.new(x + other.x, y + other.y)
  def -(other) = Vec.new(x - other.x, y - other.y)
  def *(other) = other.is_a?(Vec) ? x * other.x + y * other.y : Vec.new(x * other, y * other)
  def /(other) = Vec.new(x / other, y / other)
  def -@ = Vec.new(-x, -y)
  def +@ = self
  def ! = x.zero? && y.zero?
  def ~ = Vec.new(y, x)
  def %(other) = Vec.new(x % other, y % other)
  def ==(other) = other.is_a?(Vec) && x == other.x && y == other.y
  alias eql? ==
  def hash = [x, y].hash
  def <=>(other) = length <=> other.length
  def [](index) = [x, y][index]
  def []=(index, value)
    index.zero? ? @x = value : @y = value
  end
  def <<(value) = tap { @x += value }
  def >>(value) = tap { @y += value }
  def ===(other) = other.is_a?(Vec) && other.length <= length
  def =~(other) = (x - other.x).abs < 2
  def call(scale) = self * scale
  def to_proc = ->(v) { self + v }
  def to_s = "<#{x}, #{y}>"
  def inspect = "#<Vec #{x} #{y}>"
  def length = Math.sqrt(x**2 + y**2)
  def coerce(number) = [Vec.new(number, number), self]
  def to_a = [x, y]
  def each(&block) = to_a.each(&block)
  def succ = Vec.new(x + 1, y + 1)
  include Comparable
  include Enumerable
end

a = Vec.new(1, 2)
b = Vec.new(3, 4)
puts a + b, a - b, a * 3, a * b, b / 2, -a, +a, ~a, b % 2
puts !Vec.new(0, 0), !a, a == Vec.new(1, 2), a != b, a.eql?(Vec.new(1, 2)), { a => :hit }[Vec.new(1, 2)]
puts a < b, a.clamp(a, b), [b, a].sort.inspect, [a, b].max, a[0], a[1], a[5].inspect
c = Vec.new(0, 0)
c[0] = 9
c[1] += 4
c << 1 << 2
c >> 5
puts c, c.(2), a =~ b
puts [a, b].map(&Vec.new(10, 10)).inspect
x, y = *b
puts x, y
case Vec.new(1, 1)
when a then puts "short enough"
else puts "too long"
end
puts a.include?(2), a.map { |v| v * 2 }.inspect, a.sort.inspect, a.reduce(:+), [[a, b]].map { |p, q| p + q }.inspect
puts [a, b].inject(:+), [a, b].sum(Vec.new(0, 0)), [a, Vec.new(1, 2)].uniq.size
d = a
d += b
puts d, a, a.equal?(d)
puts 5 * a rescue puts "coerced: #{a.coerce(5).inspect}"

class Celsius < Numeric
  attr_reader :degrees

  def initialize(degrees) = @degrees = degrees
  def coerce(other) = [Celsius.new(other), self]
  def +(other) = Celsius.new(degrees + (other.is_a?(Celsius) ? other.degrees : other))
  def <=>(other) = degrees <=> other.degrees
  def to_s = "#{degrees} C"
end
puts Celsius.new(5) + 1, Celsius.new(5) + Celsius.new(2), Celsius.new(1) < Celsius.new(2), [Celsius.new(3), Celsius.new(1)].min
