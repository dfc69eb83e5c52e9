# == Each
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

# == In combination
# frozen_string_literal: true

# Numbered block parameters and endless methods, in all their combinations.
def square(x) = x * x
def hypot(a, b) = Math.sqrt(square(a) + square(b))
def greet(name = "you", *rest, greeting: "hi", **) = "#{greeting} #{[name, *rest].join(' & ')}"
def twice = yield + yield
def safe_div(a, b) = a / b rescue Float::NAN
def compose(*fns) = fns.reduce { |f, g| f >> g }
def fact(n) = n < 2 ? 1 : n * fact(n - 1)
def fib(n, memo = {}) = n < 2 ? n : memo[n] ||= fib(n - 1, memo) + fib(n - 2, memo)
def sign(n) = case n <=> 0 when 1 then "+" when -1 then "-" else "0" end
def even_squares(list) = list.select(&:even?).map { square(_1) }
def size_of(list) = begin
  list.size
end
def ==(other) = other.equal?(self)

p square(7), hypot(3, 4), greet, greet("a", "b", greeting: "yo", x: 1), twice { 4 }, safe_div(1, 0).nan?, compose(method(:square), :succ.to_proc, ->(v) { v.to_s }).(3)
p fact(20), fib(60), [-3, 0, 9].map { sign(_1) }, even_squares(1..6), size_of([1, 2])

class Temperature
  include Comparable
  attr_reader :degrees

  def initialize(degrees) = @degrees = degrees
  def <=>(other) = degrees <=> other.degrees
  def +(other) = self.class.new(degrees + other.degrees)
  def -@ = self.class.new(-degrees)
  def [](unit) = unit == :f ? degrees * 9.0 / 5 + 32 : degrees
  def to_s = "#{degrees}°"
  def inspect = "#<#{self.class.name} #{self}>"
  def coerce(number) = [self.class.new(number), self]
  def call(x) = x + degrees
  def hot? = degrees > 25
  def self.freezing = new(0)
  class << self
    def boiling = new(100)
  end
  private def secret = 42
  protected def shared = 1
end
t = Temperature.new(30)
p t, -t, t[:f], t + Temperature.freezing, 5 + t, t > Temperature.freezing, Temperature.boiling, t.(1), t.hot?, t.clamp(Temperature.freezing, Temperature.new(20)), (t.secret rescue "private"), [t, -t].min

p [1, 2, 3].map { _1 * 2 }, [[1, 2], [3, 4]].map { _1 + _2 }, [[1, 2], [3, 4]].map { _1 }, [[1, [2, 3]]].map { [_1, _2] }
p({ a: 1, b: 2 }.map { "#{_1}=#{_2}" }, { a: 1 }.to_h { [_2, _1] }.to_a, { a: 1, b: 2 }.sum { _2 }, { b: 1, a: 2 }.min_by { _2 }, { a: 3 }.any? { _1 == :a })
p [3, 1, 2].sort { _2 <=> _1 }, [1, 2, 3].inject { _1 * 10 + _2 }, %w[x yy].each_with_index.map { _1 * _2 }, [1, 2, 3, 4].each_slice(2).map { _1.sum }, (1..4).each_cons(2).map { _2 - _1 }
p [5, 6].each_with_object([]) { _2 << _1 }, Array.new(3) { _1**2 }, 3.times.map { _1.to_s }, Hash.new { _1[_2] = _2 * 2 }.then { |h| [h[3], h.size] }, [1, 2].zip([3, 4]).map { _1 * _2 }, 10.then { _1 + 1 }
doubler = proc { _1 * 2 }
adder = lambda { _1 + _2 }
pair = -> { [_2, _1] }
p doubler.(4), adder.(1, 2), pair.(1, 2), doubler.arity, adder.arity, pair.lambda?, adder.parameters, doubler.curry.(3), adder.curry[1][2], %w[b a].sort_by { _1 }.map { _1.then { |s| s + s } }
p [[1, 2, 3]].map { _3 }, [[[1, 2], 3]].map { |(a, b), c| a + b + c }, [[1, { k: 2 }]].map { _2[:k] }, %w[a b].each.with_index(1).to_h { [_1, _2] }.to_a
