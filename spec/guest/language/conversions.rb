# == Implicit
# Objects that convert themselves where Ruby asks for it.
class Celsius
  attr_reader :degrees

  def initialize(degrees) = @degrees = degrees
  def to_s = "#{degrees}°C"
  def to_str = to_s
  def to_i = degrees.to_i
  def to_f = degrees.to_f
  def inspect = "#<Celsius #{degrees}>"
  def coerce(other) = [other, degrees]
  def to_proc = ->(n) { n + degrees }
  def hash = degrees.hash
  def eql?(other) = other.is_a?(Celsius) && degrees == other.degrees
  alias == eql?
end

warm = Celsius.new(21.5)
puts warm, "it is #{warm}", "it is " + warm, [warm, warm].join(" or ")
p warm, [warm], { warm => 1 }[Celsius.new(21.5)], [warm, Celsius.new(21.5)].uniq.size
puts warm.to_i, warm.to_f, 10 + warm, 2.5 * warm
puts [1, 2].map(&warm).inspect

class Pair
  def initialize(a, b) = (@a, @b = a, b)
  def to_a = [@a, @b]
  def to_ary = to_a
  def to_h = { a: @a, b: @b }
  def to_s = "#<Pair>"
  alias inspect to_s
  def each(&block) = to_a.each(&block)
  include Enumerable
end

pair = Pair.new(:left, :right)
a, b = pair
puts a, b
puts [*pair].inspect, pair.map(&:to_s).inspect, [[pair, 1]].map { |(x, y), z| [x, y, z] }.inspect
puts pair
puts [0, pair, 9].flatten.inspect, ([1] + pair).inspect
[pair].each { |first, second| puts "#{first}-#{second}" }
def keywords(a:, b:) = "#{a}/#{b}"
puts keywords(**pair.to_h), pair.include?(:left), pair.first, pair.sort.inspect

puts Integer("42") + Integer("0x1f", 16), Float("2.5e1"), String(12) + String(nil), Array(nil).inspect, Array([1]).inspect, Array({ a: 1 }.to_a).inspect, Array(1..3).inspect
puts "12abc".to_i, "abc".to_i, "3.9".to_i, "1e2".to_f, "0b101".to_i(2), "z".to_i(36), 255.to_s(16), 3.7.to_i, -3.7.to_i, 65.chr, "A".ord
puts :sym.to_s + "bol", "text".to_sym.inspect, nil.to_s.empty?, nil.to_a.inspect, [[1, 2]].to_h.to_a.inspect, (1..3).to_a.sum, "a-b".split("-").to_a.inspect
["12", "1_000", "0b11", "12x", "", " 7 "].each do |text|
  puts "#{text.inspect} #{Integer(text)}"
rescue ArgumentError => e
  puts "#{text.inspect} #{e.class}"
end
begin
  [1, 2].first("x")
rescue TypeError => e
  puts e.class
end
begin
  "a" + 1
rescue TypeError => e
  puts e.class
end

# == Explicit
# Needs Ruby 3.3: to_str before to_i
# Integer(), Float(), String(), Array(), Hash(), Rational(), to_* and their failures.
puts Integer("42"), Integer("0x1f", 16), Integer("0b101", 2), Integer("z", 36), Integer("-17"), Integer("1_000"), Integer(3.99), Integer("077", 8), Integer(" 42 ")
puts Float("1.5"), Float("1e3"), Float(3), String(42), String(nil).inspect, String(:a), Array(nil).inspect, Array([1]).inspect, Array(1..3).inspect, Array({ a: 1 }).inspect, Array("a").inspect
puts Rational(0.5), Rational(3, 6)
[["Integer", "4x"], ["Integer", ""], ["Integer", nil], ["Integer", "1.5"], ["Float", "abc"], ["Float", ""], ["Integer", []], ["Integer", "0b2"]].each do |name, value|
  puts "#{name}(#{value.inspect}): #{Kernel.send(name, value)}"
rescue ArgumentError, TypeError => e
  puts "#{e.class}: #{e.message}"
end
puts Integer("x", exception: false).inspect, Float("1.x", exception: false).inspect, Integer("12", exception: false), Integer(nil, exception: false).inspect
puts "42abc".to_i, "abc".to_i, "3.7xyz".to_f, "0x1A".hex, "".to_f, "1e2".to_f, " 12 ".to_i, "1_000".to_i, "0b11".to_i(0), "11".to_i(2) rescue puts $!.message
puts :a.to_proc.call("x") rescue puts "proc"
puts 65.chr, "A".ord, 3.7.to_i, 3.to_f, 10.to_s(2), nil.to_a.inspect, nil.to_s.inspect, nil.to_i, [[1, 2]].to_h.size, { a: 1 }.to_a.inspect, (1..3).to_a.inspect, "abc".to_sym.inspect, :abc.to_s
puts 1.0.to_i, 1e3.to_i, 2.0.to_r, 0.5.to_r, 3.to_r, 3.7.truncate, -3.7.to_i, 1.23456e5.to_s, 100.0.to_s, 1e-10.to_s, 1.0e25.to_s rescue puts $!.message
puts "10" + 5.to_s, "10".to_i + 5, "5" * 3, [1, 2].join.to_i, "3 apples".to_i, "%d" % "12", "%s" % :sym
puts [1, "2", 3.5, nil, :four].map(&:to_s).inspect, ["1", "2"].sum(&:to_i), ["1.5", "2"].sum(&:to_f), %w[3 1 2].sort_by(&:to_i).inspect, %w[10 9 8].max_by(&:to_i), %w[10 9].max
puts true & false, true ^ true, !!nil, nil.to_a.empty?, nil & true, true.to_s, "true" == true.to_s, 0 ? "zero is true" : "no", "".empty? ? "empty" : "no"
class Temp
  def initialize(d) = @d = d
  def to_i = @d.to_i
  def to_f = @d.to_f
  def to_s = "#{@d}°"
  def to_str = to_s
  def to_a = [@d]
  def to_ary = [@d, "C"]
  def to_proc = ->(x) { x + @d }
  def to_h = { d: @d }
  def coerce(n) = [n, @d]
end
t = Temp.new(20.5)
puts((Integer(t) rescue $!.message), Float(t), "it is " + t, [1, 2].map(&t).inspect, 10 + t, 1.5 * t, "#{t}", t.to_h.size)

# == Of Kernel
# Needs Ruby 3.4: a point at the end of a Float
# Kernel's conversions, and what numbers, strings and structs answer.
def try
  p yield
rescue Exception => e
  puts "#{e.class}: #{e.message}"
end

class PC
  A = 1
  private_constant :A
end

P2 = Struct.new(:x, :y) do
  def dist = Math.sqrt(x * x + y * y)
end

try { Integer("0x1A", 16) }
try { Integer("1_000") }
try { Integer("z", exception: false) }
try { Integer(nil) }
try { Integer("") }
try { Integer("12", 3) }
try { Integer(3.99) }
try { Integer("0b101") }
try { Integer(" 42 ") }
try { Integer("4 2") }
try { Integer([1]) }
try { Integer(nil, exception: false) }
try { Integer("9" * 30) }
try { Integer(Float::NAN) }
try { Float("1e3") }
try { Float("1_0.5") }
try { Float("x") }
try { Float("x", exception: false) }
try { Float(nil) }
try { Float("") }
try { Float(" 1.5 ") }
try { Float("1.") }
try { Float(3r) }
try { Float("1e400") }
try { Array(nil) }
try { Array([1]) }
try { Array(1..3) }
try { Array({a: 1}) }
try { Array("a") }
try { Hash(nil) }
try { Hash([]) }
try { Hash([[1, 2]]) }
try { Hash(3) }
try { String(nil) }
try { String(:a) }
try { String(3.5) }
try { Rational("1/3") }
try { Rational("0.75") }
try { Rational(1, 3) }
try { Rational(0.5) }
try { Rational("x") }
try { Rational("2") }
try { Rational(nil) }
try { Rational("1/0") }
try { Rational("-3/6") }
try { "0.5".to_r }
try { "1/3".to_r }
try { "abc".to_r }
try { Rational("x", exception: false) }
try { catch(:a) { throw :a, 5 } }
try { catch { |t| throw t, 7 } }
try { catch(:a) { 3 } }
try { throw :x }
try { throw :x, 1 }
try { catch(:a) { catch(:b) { throw :a, 1 }; 2 } }
try { loop { raise StopIteration } }
try { e = [1].each; loop { e.next }; e.size }
try { loop }
try { r = loop { break 3 }; r }
try { en = Enumerator.new { |y| y << 1; :done }; loop { en.next } }
try { format("%05.1f|%+d|%x|%o|%b|%e|%-5s|%5s|%%|%c|%08b|%.3s|%#x|% d", 3.14159, 5, 255, 8, 5, 12345.678, "ab", "cd", "x", 37, "abcdef", 255, 3) }
try { format("%d", "x") }
try { format("%<a>d %{b}", a: 1, b: 2) }
try { format("%d") }
try { format("%s %s", 1) }
try { sprintf("%010.4f", -3.5) }
try { format("%*d", 5, 1) }
try { format("%-+8.3e|", 1.5) }
try { format("%g %g", 1e10, 1e-5) }
try { format("%x", -255) }
try { format("%s", nil) }
try { format("%p", nil) }
try { format("%,d", 1) }
try { format("%d", 3.99) }
try { format("%i %u", 1, 2) }
try { format("%1$s %2$s %1$s", "a", "b") }
try { format("%d", 2**70) }
try { format("%x", 2**70) }
try { format("%s", [1, "a"]) }
try { format("%c", 10) }
try { format("%c", "é") }
try { [1, 2].pack("C*") }
try { [65, 66].pack("U*") }
try { ["abc"].pack("m") }
try { "YWJj\n".unpack1("m") }
try { [1].pack("N") }
try { [1, 2].pack("s>l<") }
try { ["616263"].pack("H*") }
try { "abc".unpack("C*") }
try { "abc".unpack1("H*") }
try { [1.5].pack("g").unpack1("g") }
try { ["a", "b"].pack("a3A3") }
try { "ab\0".unpack("Z*") }
try { ["abc def"].pack("M") }
try { [1, 300].pack("w*").bytes }
try { ["hi"].pack("m0") }
try { [1].pack("q").size }
try { "\x01\x02".unpack("n") }
try { "abcdef".unpack("a2 x1 a2") }
try { [2**64 - 1].pack("Q") .bytes }
try { Math.sqrt(-1) }
try { Math.log(8, 2) }
try { Math.log(-1) }
try { Math.hypot(3, 4) }
try { Math.log2(8) }
try { Math.log10(1000) }
try { Math.erf(1) }
try { Math.atan2(1, 1) }
try { Math.sqrt("x") }
try { Math.log(0) }
try { Math.sqrt(nil) }
try { Math::PI }
try { Math.sqrt(10**40) }
try { Math.sinh(1) }
try { Math.frexp(1234) }
try { Math.ldexp(0.5, 3) }
try { Integer.sqrt(99) }
try { Integer.sqrt(10**40) }
try { 2**100 }
try { (2**100).to_s(16) }
try { (2**100).digits.size }
try { 10**25 / 3 }
try { -(10**25) % 7 }
try { (2**100).bit_length }
try { (2**64) & (2**65 - 1) }
try { 3**200 % 1000007 }
try { 3.pow(200, 1000007) }
try { (10**20).gcd(10**15 * 7) }
try { 100.digits(16) }
try { (2**70).hash == (2**70).hash }
try { { 2**70 => 1 }[2**70] }
try { 2**70 <=> 2**71 }
try { (2**70).to_f }
try { 1e30.to_i }
try { 1.0.next_float }
try { 5.abs2 }
try { 5.real? }
try { 5.polar }
try { 3.7 .divmod(1.2) }
try { 7.lcm(3) }
try { 6.gcdlcm(4) }
try { 7.ceildiv(2) rescue 4 }
try { 1234.round(-2) }
try { 15.round(-1, half: :even) }
try { 2.5.round(half: :even) }
try { 2.675.round(2) }
try { 1e20.to_i }
try { 0.1 + 0.2 }
try { 1r / 3 + 0.5r }
try { (1..10).bsearch { |x| x >= 7 } }
try { 3.zero? }
try { 7 / 2r }
try { Rational(7, 2) % 2 }
try { Rational(7, 2).divmod(1) }
try { 3.14.to_r }
try { 0.5.numerator }
try { PC.name }
try { [1].to_ary }
try { :abc.slice(1) }
try { 1.method(:+).unbind.class }
try { Array.try_convert([1]) }
try { Array.try_convert(1) }
try { "".method(:upcase).owner }
try { EOFError.superclass }
try { Interrupt.ancestors.include?(Exception) }
try { __method__.inspect }
try { Comparable.instance_method(:clamp).class }
try { 5.clamp(..3) }
try { P2.new(3, 4).dist }
try { P2.new(1) }
try { P2.new(1, 2, 3) }
try { P2.new(1, 2).to_a }
try { a, b = *P2.new(1, 2); [a, b] }
try { P2.new(1, 2)[0] }
try { P2.new(1, 2)["y"] }
try { P2.new(1, 2)[5] }
try { x = P2.new(1, 2); x.x = 5; x }
try { P2.new(1, 2).eql?(P2.new(1, 2)) }
try { P2.new(1, 2).each.to_a }
try { P2.new(1, [2, {a: 3}]).dig(:y, 1, :a) }
try { P2.new(1, 2).values_at(0, 1) }
try { P2.new(3, 1).select(&:odd?) }
try { { P2.new(1, 2) => 3 }[P2.new(1, 2)] }
try { P2.new(1, 2).inspect }
try { P2.new(1,2).each_pair.to_a }
try { P2.new(1, 2).frozen? }
try { P2.new(5, 6).sum }
try { P2.new(1, 2) <=> 3 }
