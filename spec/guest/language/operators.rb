# == Overloaded
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

# == As a language
# frozen_string_literal: true

# Operators as a language: symbolic algebra, units of a query, matchers, polynomials, vectors, intervals.
class Poly
  attr_reader :terms

  def self.x = new({ 1 => 1 })
  def self.[](*coefficients) = new(coefficients.reverse.each_with_index.to_h { |c, i| [i, c] })
  def initialize(terms) = @terms = terms.reject { |_, c| c.zero? }.sort.reverse.to_h.freeze
  def +(other) = Poly.new(terms.merge(lift(other).terms) { |_, a, b| a + b })
  def -(other) = self + -lift(other)
  def -@ = Poly.new(terms.transform_values(&:-@))
  def *(other) = Poly.new(terms.to_a.product(lift(other).terms.to_a).each_with_object(Hash.new(0)) { |((e, c), (f, d)), h| h[e + f] += c * d })
  def **(n) = ([self] * n).inject(Poly.new({ 0 => 1 }), :*)
  def coerce(number) = [lift(number), self]
  def call(x) = terms.sum { |e, c| c * x**e }
  def degree = terms.keys.max || -Float::INFINITY
  def derivative = Poly.new(terms.to_h { |e, c| [e - 1, c * e] }.reject { |e, _| e.negative? })
  def integral = Poly.new(terms.to_h { |e, c| [e + 1, c.to_r / (e + 1)] })
  def ==(other) = terms == lift(other).terms

  def divmod(other)
    quotient, rest = Poly.new({}), self
    until rest.terms.empty? || rest.degree < other.degree
      (e, c), (f, d) = rest.terms.first, other.terms.first
      step = Poly.new({ e - f => c.to_r / d })
      quotient += step
      rest -= step * other
    end
    [quotient, rest]
  end

  def to_s
    return "0" if terms.empty?

    terms.map.with_index do |(e, c), i|
      sign = c.negative? ? (i.zero? ? "-" : " - ") : (i.zero? ? "" : " + ")
      size = c.abs == 1 && e.positive? ? "" : c.abs.then { |v| v.is_a?(Rational) && v.denominator == 1 ? v.to_i.to_s : v.to_s }
      "#{sign}#{size}#{'x' if e.positive?}#{"^#{e}" if e > 1}"
    end.join
  end

  private

  def lift(other) = other.is_a?(Poly) ? other : Poly.new({ 0 => other })
end
x = Poly.x
f = x**2 - 3 * x + 2
puts f, -f, f * (x + 1), f + 5, 2 - f, f.(3), f.derivative, f.integral, f == Poly[1, -3, 2], Poly[1, 0, -1].divmod(Poly[1, 1]).map(&:to_s).inspect, (x - 1)**3, f.degree, Poly.new({}), (x + 0.5).(1.5), f.integral.(3) - f.integral.(0), Poly[2, 1].divmod(Poly[3]).map(&:to_s).inspect
newton = ->(poly, guess) { d = poly.derivative; Enumerator.produce(guess) { |g| g - poly.(g) / d.(g) } }
puts newton[x**2 - 2, 1.0].take(5).map { |v| v.round(6) }.inspect, newton[x**3 - 27, 5.0].lazy.each_cons(2).find { |a, b| (a - b).abs < 1e-9 }.last.round(6)

Vec = Struct.new(:x, :y) do
  { :+ => :+, :- => :- }.each { |op, m| define_method(op) { |o| Vec.new(x.send(m, o.x), y.send(m, o.y)) } }
  def *(other) = other.is_a?(Vec) ? x * other.x + y * other.y : Vec.new(x * other, y * other)
  def -@ = self * -1
  def abs = Math.hypot(x, y)
  def [](key) = key.is_a?(Symbol) || key.is_a?(Integer) ? super : raise(IndexError, "no #{key.inspect}")
  def coerce(n) = [Vec.new(n, n), self]
  def to_s = "<#{x}, #{y}>"
  def ~ = Vec.new(y, x)
  def <=>(other) = abs <=> other.abs
  include Comparable
  def ===(other) = other.is_a?(Vec) && abs == other.abs
end
a, b = Vec.new(3, 4), Vec.new(1, -2)
puts a + b, a - b, a * 2, a * b, -a, a.abs, ~b, a > b, [a, b].min, a.clamp(b, b), a[0], a[:y], (a["z"] rescue $!.message), (case Vec.new(4, 3) when a then "same length" else "no" end), [a, b].sum(Vec.new(0, 0)), [a, b].inject(:+), a == Vec.new(3, 4), a.eql?(Vec.new(3.0, 4)), { a => 1 }[Vec.new(3, 4)]
class Expr
  attr_reader :source
  def initialize(source) = @source = source
  %i[+ - * / == < > <= >= & | =~].each { |op| define_method(op) { |other| Expr.new("(#{source} #{op} #{other.is_a?(Expr) ? other.source : other.inspect})") } }
  def [](*keys) = Expr.new("#{source}[#{keys.map(&:inspect).join(', ')}]")
  def !~(other) = Expr.new("#{source} !~ #{other.inspect}")
  def ! = Expr.new("!#{source}")
  def !=(other) = Expr.new("(#{source} != #{other.inspect})")
  def call(*args, **opts, &block) = Expr.new("#{source}(#{[*args.map(&:inspect), *opts.map { |k, v| "#{k}: #{v.inspect}" }, *('&' if block)].join(', ')})")
  def respond_to_missing?(name, *) = !name.start_with?("to_")
  def method_missing(name, *args) = name.start_with?("to_") ? super : args.empty? ? Expr.new("#{source}.#{name}") : Expr.new("#{source}.#{name}(#{args.map { |v| v.is_a?(Expr) ? v.source : v.inspect }.join(', ')})")
  def coerce(n) = [Expr.new(n.inspect), self]
  def to_s = source
end
n = Expr.new("n")
puts n + 1 * 2, (n > 3) & (n < 9) | (n == 5), n.name.upcase, n.at(1, n), n[1, :k], !n, n != 3, n =~ /x/, n.(1, k: 2) { }, 5 - n, 2 * n + n * 2, n.foo_bar?.bar!
class Path < Struct.new(:parts)
  def self.root = new([])
  def /(part) = self.class.new([*parts, part.to_s])
  def <<(part) = tap { parts << part }
  def %(values) = self.class.new(parts.map { |s| s.start_with?(":") ? values.fetch(s[1..].to_sym).to_s : s })
  def +@ = "/#{parts.join('/')}"
  def to_str = +self
end
route = Path.root / "users" / ":id" / :posts
puts +route, +(route % { id: 7 }), "go " + (route % { id: 1 }), (+(route % {}) rescue $!.message), +(Path.root << "a" << "b")
