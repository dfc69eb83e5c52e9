# Conversions and protocols that core methods call: to_str, to_ary, to_proc, coerce, each, <=>, ===, hash, inspect, dup.
class Path
  def initialize(text) = @text = text
  def to_str = @text
  def to_s = @text
  def /(other) = Path.new("#{@text}/#{other}")
  def ==(other) = other.respond_to?(:to_str) && to_str == other.to_str
end
home = Path.new("home") / "ann"
p "path: " + home, home == "home/ann", "home/ann" == home, ["a", home].join("|"), "x".start_with?(Path.new("x")), "home/ann/file".delete_prefix(home), "a,b".split(Path.new(",")), "abc".include?(Path.new("b")), "#{home}", "home/ann".eql?(home), "abc".index(Path.new("c")), Path.new("q").then { |q| "q" + q }
class Pair
  attr_reader :a, :b
  def initialize(a, b) = (@a, @b = a, b)
  def to_ary = [a, b]
  def to_a = to_ary
  def to_hash = { a: a, b: b }
  def to_proc = ->(x) { x * a + b }
  def to_h = to_hash
  def each = block_given? ? (yield(a); yield(b)) : enum_for
  include Enumerable
end
pair = Pair.new(3, 4)
x, y = pair
def keywords(a:, b: 0) = [a, b]
def splat(*list) = list
p x, y, [1, 2].map(&pair), keywords(**pair), splat(*pair), [[1, pair]].flatten.size, [1] + pair, pair.sum, pair.sort_by { -_1 }, pair.include?(4), { z: 1 }.merge(pair).to_a, [pair].to_h.to_a, [[0, 0], pair].transpose, pair.each_slice(1).to_a, pair.first, pair.min, pair.zip([1, 2]), pair.to_set.size, pair.each_with_index.to_a, pair.reduce(:*), pair.entries, Array(pair), [pair].each { |m, n| p [m, n] }.size
(first, second), third = pair, 5
p first, second, third
class Meters
  include Comparable
  attr_reader :n
  def initialize(n) = @n = n
  def coerce(other) = [Meters.new(other), self]
  def +(other) = Meters.new(n + (other.is_a?(Meters) ? other.n : other))
  def -(other) = Meters.new(n - (other.is_a?(Meters) ? other.n : other))
  def *(other) = Meters.new(n * (other.is_a?(Meters) ? other.n : other))
  def <=>(other) = n <=> (other.is_a?(Meters) ? other.n : other)
  def to_s = "#{n}m"
  def inspect = "<#{self}>"
  def succ = Meters.new(n + 1)
  def to_i = n
  def hash = n.hash
  def eql?(other) = other.is_a?(Meters) && n == other.n
  def -@ = Meters.new(-n)
  def +@ = self
  def ~ = Meters.new(1r / n)
  def ! = n.zero?
  def [](i) = n.digits[i]
  def call(k) = "called #{k}"
  def =~(re) = to_s =~ re
  def ===(other) = other == n || super
  def to_r = n.to_r
  def zero? = n.zero?
end
m = Meters.new(5)
p m + 2, 2 + m, 10 - m, 3 * m, m > 3, m == 5, 5 == m, [m, Meters.new(2)].max, [Meters.new(1), m].sum(Meters.new(0)), [m, Meters.new(5)].uniq.size, { m => :k }[Meters.new(5)], (m..Meters.new(7)).to_a, -m, +m, ~m, !m, m[0], m.(:x), m =~ /m/, (case 5 when m then :five end), Integer(m), m.clamp(1, 3), m.between?(4, 6), [3, m, 4].sort, m.eql?(5), m.equal?(m), [m].include?(5), m != 5, (m <=> "x"), [1, m].inject(:+), Meters.new(0).zero?
(m < "x" rescue puts "#{$!.class}")
(1 + Object.new rescue puts "#{$!.class}: #{$!.message.sub(/#<.*>|Object/, 'Object')}")
([1] + nil rescue puts $!.message)
("a" + 1 rescue puts $!.message)
("a" * -1 rescue puts $!.message)
(Integer([1]) rescue puts $!.message)
(Integer(nil) rescue puts $!.message)
(Float("abc") rescue puts $!.message)
([3, "a"].max rescue puts $!.message)
([1, 2].first("x") rescue puts $!.message)
(:a <=> 1).then { |r| p r }
class Matcher
  def initialize(&block) = @block = block
  def ===(other) = @block.call(other)
end
even = Matcher.new(&:even?)
p [1, 2, 3, 4].grep(even), [1, 2].any?(even), (case 4 when even then "even" else "odd" end), (case 3; in ^even then 1 else 2 end), [2, 4].all?(even), [1, 2, 4].slice_when { |a, b| even === b }.to_a, [1, 3].none?(even), [1, 2, 3].partition { even === _1 }
class Stack
  def initialize(*items) = @items = items
  def initialize_copy(other) = @items = other.items.dup
  def push(x) = tap { @items.push(x) }
  def inspect = "#<Stack #{@items.inspect}>"
  protected attr_reader :items
  def ==(other) = other.class == self.class && items == other.items
end
s = Stack.new(1)
d = s.dup.push(2)
c = s.clone(freeze: true)
p s, d, s == Stack.new(1), s == d, c.frozen?, s.frozen?, (s.items rescue "protected"), s.dup.equal?(s), Stack.new.push(1).push(2), "#{Object.new}".start_with?("#<Object"), Object.new.inspect == Object.new.inspect, nil.to_a, nil & 1, true ^ true, nil.inspect
class Temp
  def initialize(v) = (@v, @hidden, @list = v, nil, [1])
end
p Temp.new("x").inspect.sub(/0x\h+/, "0x"), Class.new.new.inspect.match?(/\A#<#<Class:0x\h+>:0x\h+>\z/), Struct.new(:a).new(1).inspect, [Temp, :a, nil, 1.0, "s", /r/i, 1..2].inspect, Temp.method_defined?(:inspect), Comparable.inspect, Temp.new(1).then { |t| t.instance_variables }
