def square(x) = x * x
def hypotenuse(a, b) = Math.sqrt(square(a) + square(b))
def greet(name: "world") = puts("hello #{name}")
def sign(n) = n.zero? ? 0 : n / n.abs
def safe_div(a, b) = a / b rescue "undefined"
def pair = [1, 2]

puts square(7), hypotenuse(3, 4), sign(-9), sign(0)
greet
greet(name: "Ann")
puts safe_div(9, 3), safe_div(1, 0)
a, b = pair
puts a + b

class Temperature
  include Comparable

  attr_reader :degrees

  def initialize(degrees) = @degrees = degrees
  def <=>(other) = degrees <=> other.degrees
  def fahrenheit = degrees * 9.0 / 5 + 32
  def to_s = "#{degrees}C"
  def self.boiling = new(100)
  def ==(other) = other.is_a?(Temperature) && degrees == other.degrees
  def -@ = Temperature.new(-degrees)
  def [](unit) = unit == :f ? fahrenheit : degrees
end
t = Temperature.new(20)
puts t, t.fahrenheit, Temperature.boiling > t, (-t).to_s, t[:f], t[:c], t == Temperature.new(20), [Temperature.boiling, t].min

puts [1, 2, 3].map { square(_1) }.inspect, [[1, 2], [3, 4]].map { _1 + _2 }.inspect
puts [3, 1, 2].sort { _2 <=> _1 }.inspect, (1..5).inject { _1 * _2 }
puts({ a: 1, b: 2 }.map { "#{_1}=#{_2}" }.join("&"))
puts [[1, [2, 3]]].each { |x, (y, z)| puts x + y + z }.size
puts %w[a b].each_with_index.map { "#{_2}#{_1}" }.join(" ")
puts (1..3).each_with_object([]) { _2 << _1 * 2 }.inspect
compose = ->(f, g) { ->(x) { g.(f.(x)) } }
puts compose.(-> { _1 + 1 }, -> { _1 * 10 }).call(4)
puts (1..20).select { _1 % 3 == 0 && _1.odd? }.sum { _1.to_f / 3 }
memo = Hash.new { |h, n| h[n] = n < 2 ? n : h[n - 1] + h[n - 2] }
puts memo[40]
puts [1, 2, 3, 4].then { |list| list.sum / list.size.to_f }, 5.then { _1 + 1 }
puts 10.tap { |x| puts "tapped #{x}" }.succ
puts [5, 3].tap(&:sort!).inspect, "abc".itself, [1, 1, 2].group_by(&:itself).map { |k, v| "#{k}x#{v.size}" }.join(" ")
