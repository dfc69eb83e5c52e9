# == Values
low = -2**63
high = 2**63 - 1
puts "gcd and lcm"
p low.gcd(0).to_s, low.gcd(low).to_s, low.gcd(6), 6.gcd(low), 0.gcd(low).to_s, low.gcdlcm(4).map(&:to_s)
p low.lcm(2).to_s, low.lcm(low).to_s, (2**62).lcm(3).to_s
puts "pow with a modulus"
p 3.pow(5, low).to_s, low.pow(3, 7), 7.pow(100, low).to_s, (-3).pow(3, low)
puts "sizes of ranges"
p (low..high).size.to_s, (1..2**60).size, (0...high).size, (0..high).size.to_s, (high..low).size, (5...5).size, (1..1e19).size.to_s, (1..2.5).size, (1...3.0).size
puts "lengths"
a = [1, 2, 3]
p [1, 2, 3].values_at(5..low), "abc"[1..high], [1, 2, 3].values_at(1..low)
a[5..low] = 9
p a
a[1..high] = 7
p a
a[1, high] = [8, 9]
p a
a[5, high] = 1
p a
a[-1, 2**62] = []
p a
p((a.insert(high, 1) rescue $!.class), (a.fill(0, 1, high) rescue $!.class), (a.fill(0, 2, high - 1) rescue $!.class), a)
p [1, 2, 3].first(high), [1, 2, 3].rotate(low), [1, 2, 3].rotate(high), [1, 2, 3].drop(high)
puts "indexes that are floats"
[0.0 / 0, 1.0 / 0, -1.0 / 0, 1e30, -1e30].each do |f|
  p((a[f] rescue $!.class), (a.at(f) rescue $!.class), ("abc"[f] rescue $!.class), (a.dig(f) rescue $!.class))
end
p a[1.9], a[-1.9]
puts "numbers of seven bits a byte"
p [128, 2**31, 2**32, 2**35, 2**35 - 1, 2**40 + 5, 2**62, high].map { |n| [n].pack("w").bytes }
p [high, 2**35].pack("w*").unpack("w*")
puts "methods by another name"
class Named
  def first(a, b = 1, *c, d, k:, &e) = [a, b]
  alias second first
  alias third second
  alias_method :size, :third
end
%i[first second third size].each do |name|
  m = Named.instance_method(name)
  p m.arity, m.parameters, m.bind(Named.new).arity, m.bind(Named.new).call(1, 2, k: 3)
  p Named.new.method(name).unbind.arity, Named.new.method(name).arity
end
puts "strings that share their bytes"
long = "   " + "abcdefghij" * 30 + "   "
part = long[2, 290]
copy = part.dup
[:lstrip!, :rstrip!, :strip!].each do |change|
  text = part.dup
  other = text.dup
  text.__send__(change)
  p text.size, text == part.__send__(change.to_s.chomp("!")), other == part, copy == part, long.size
end
p(("   " * 100)[3, 200].lstrip!, ("x" * 200)[3, 150].lstrip!, ("x" * 200)[3, 150].strip!)

# == Lengths and positions
# Lengths and positions far beyond what there is.

def outcome
  yield
rescue ArgumentError, IndexError, RangeError, FrozenError => e
  e.class
end

most = 2**63 - 1

p outcome { [1, 2].fill(0, 1, most) }
p outcome { [1, 2].fill(0, 2, 2) }
p outcome { [1].insert(most, 1, 2) }
p outcome { [1].insert(3, 1, 2) }
p outcome { Array.new(-1) }
p outcome { Array.new(2**62) }
p outcome { [1] * (2**62) }
p outcome { "ab" * (2**62) }
p outcome { [1, 2, 3][1, most] }
p outcome { [1, 2, 3][1e300] }
p outcome { [1, 2, 3][Float::NAN] }
p outcome { [1, 2, 3][1.9] }
p outcome { [1, 2, 3][0.5, 1.5] }
p outcome { [1, 2].values_at(0..1, 2..3) }
p outcome { [1, 2, 3].rotate(most) }
p outcome { "abc"[1, most] }
p outcome { "abc"[-2**63, 5] }
p outcome { "abc".byteslice(1, most) }
p outcome { [1].freeze.send(:initialize, 5, 1) }

# An array that shares the elements of another.
all = (1..30).to_a
part = all[5, 20]
part.send(:initialize, 100_000, 7)
p all.sum, part.size, part.sum
all = (1..30).to_a
part = all[5, 20]
p part.slice!(0, 3), all.first(10), part.size

# Floats next to nothing.
[5e-324, 1e-310, 2.2e-308, -5e-324].each { |f| puts format("%e %.3e %.14e %g %.10g %G", f, f, f, f, f, f) }
p 5e-324, -1e-310, 5e-324.round(3)

# == Wrong operands
# Needs Ruby 3.4: negative steps
# Operands that are no numbers, orders with NaN, rounding to tens, recursive arrays, arrays changed under way.
def error
  yield.inspect
rescue StandardError => e
  "#{e.class}"
end

class Ten
  def coerce(other) = [other, 10]
end
p 3 | Ten.new, 3 & Ten.new, 3 ^ Ten.new, 2**70 | Ten.new, 3 | 2**70, 2**70 ^ 2**70, -1 & 2**65
[nil, "a", [1], :sym, 1..3, Object.new, {}].each { |other| puts [error { 3 | other }, error { 3 & other }, error { 2**70 ^ other }].join(" ") }
p error { 5.to_s("a") }, error { [1, 2].last("a") }, error { [1, 2].first(nil) }, error { 1 << "a" }, error { 1 >> nil }
p 300.ceil(-2), 11110.ceil(-1), 301.ceil(-2), -300.floor(-2), -301.floor(-2), 5.floor(-19), 5.round(-19), (9 * 10**18).round(-19), -5.truncate(-19), 0.ceil(-3), (10**30 + 1).ceil(-5), (10**30 - 1).truncate(-5)
nan = Float::NAN
p 1.0 <=> nan, nan <=> 1, nan.send(:>=, 1), 1.send(:<, nan), nan == nan, 1.fdiv(0), -1.fdiv(0), 0.fdiv(0).nan?, (10**25).fdiv(10**24), (2**80).fdiv(3), (2**70).div(1.5)
p error { [1, nan].sort }, error { [3, nan, 1].min }
deep = [1]
deep << [deep]
p error { deep.flatten }, deep.flatten(1).size, [[1, [2]], [3, [4, [5]]]].flatten, error { deep.dup.flatten! }
a = [0, 1, 2]
seen = []
p a.cycle { |x| seen << x; a.clear }, seen, [1, 2].cycle(2).to_a, [1, 2].cycle.first(5), [].cycle { }, [3].cycle(-1).to_a
p "こんにちは".delete_suffix("ちは"), "こんにちは".delete_prefix("こん"), "é: x".delete_prefix("é: "), "naïve".delete_suffix("x")

class Shrinking
  def initialize(list) = @list = list
  def ==(other) = @list.clear.nil? || true
end
list = [1, 5, 5, 2]
list << Shrinking.new(list)
p list.delete(5).class, list.size
p [1, 2, 3, 4].first(5 / 2r), Integer(7 / 2r), Integer(-7 / 2r), Integer(10**30 / 3r), Array.new(5 / 2r, 0), "ab" * (5 / 2r)
p -(2**64 - 1) - 1, -62 + (-(2**64) + 1), (2**64 - 1) + 1, -(2**128 - 1) - 1, error { (0..10).step(-1) { } }, (0..10).step(5).to_a

# == Answers at the edge
# What methods answer at their edges: ends of ranges, signs, lengths, bytes beyond ASCII, sizes, modules.
def error
  yield
rescue StandardError => e
  e.class
end

p "abc-d".delete("a-c"), "hello".count("a-h"), "aabbcc".squeeze("a-b"), "aabbcc".tr_s("ab", "xy"), "xyz".tr("a-z", "A-Z")
p %w[Az zz99 1.9.9 a-9 <<koala>> 1.9.Z Zz -9 ***].map(&:succ), "".succ, "é".succ, "\xff".b.succ
p "a\x01b\x7f", "\x01".b, "\e[0m"
p [233].pack("C").encoding, [233].pack("U").encoding, [1, "a"].pack("Ca").encoding
p [2**64 - 1].pack("Q").bytes, ("\xff" * 8).b.unpack1("Q"), [2**63].pack("Q").unpack1("q") == -2**63
puts "numbers"
p error { Integer("123456789012345678901234567890x") }, Integer("123456789012345678901234567890 "), "-9223372036854775808".to_i
p ~(2**64), -(2**64) & -(2**65), -1 ^ 2**64, -(2**64 + 1) >> 1, -(2**64) >> 70, (10.0**25).to_i, (-3).pow(3, 7)
p (3**200).pow(2, 10**50 + 2), (3**200).pow(17, 2**130 + 6), 7.pow(10**40, 10**50 + 2), (10**60) % (2**130 + 6)
p 2**53 + 1 == (2**53).to_f, 2**53 + 1 > (2**53).to_f, 2**70 == 2.0**70, 2.0**70 == 2**70, (2**70 + 1 <=> 2.0**70), (1 <=> Float::NAN)
p 5.015.round(2), 1.005.round(2), 5e-324.ceil(3), (10.0**25).floor(-2), 1e20.divmod(3).first, 0.1.floor(20), -0.15.round(1), 7.div(2**70)
p 2**-2, (-3)**-3, 15.round(-1), 14.round(-1), 25.round(-1), (-15).round(-1)
puts "collections"
p [1, 2, 3].fill(0, 1..4), [1, 2].fill(9, 3..4), [1, 2, 3].fill(0, -2..)
a = [1, 2, 3]
p a.pop(2), a, a.pop(0), a.pop(9), error { a.pop(-1) }, error { a.freeze.pop(1) }
p [1, 2.0].difference([1.0, 2]), [1].intersect?([1.0]), [1, 1.0].uniq!, [1, 1.0].intersection([1.0]), %w[a b].intersect?(%w[b])
p error { [[1]].dig(0, 0, 0) }, [[nil]].dig(0, 0, 0), ([5].dig(0, 1) rescue $!.message)
p (1..3.5).to_a, (1...3.0).to_a, (1..0.5).to_a, (1...1.5).to_a, error { (1..).to_a }
p ("a".."e").include?("bb"), ("a".."e").cover?("bb"), ("a".."e") === "bb", (1..5).include?(2.5), ("a"..).include?("b") rescue p $!.class
Step = Struct.new(:n) do
  def succ = Step.new(n + 1)
  def <=>(other) = n <=> other.n
end
p (Step.new(1)..).first(2).map(&:n), (Step.new(1)..Step.new(3)).map(&:n), error { (1.5..2).each { } }
p Enumerator.new(3) { |y| y << 1 }.size, Enumerator.new(-> { 42 }) { |y| y << 1 }.size, Enumerator.new { |y| y << 1 }.size
puts "modules"
module Empty; end
p Empty.const_get(:String), Empty.const_defined?(:String), error { Empty.const_get(:Nowhere) }, Empty.const_defined?(:String, false)
p respond_to?(:public), respond_to?(:private), respond_to?(:define_method), error { Object.new.define_method(:x) { } }
p [].method(:each_index).parameters
def endless = endless
3.times do
  GC.start
  endless
rescue SystemStackError => e
  p e.message
end
puts "arguments"
def count(**keys) = keys.size
p count(**{ x: 0 }, a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11, l: 12, m: 13, n: 14, o: 15, p: 16)
def given = block_given?
def yielded = [1].map { |x| yield x }
p given, given { }, yielded { |x| x + 1 }
p (lambda(&proc { }).lambda? rescue false), lambda(&-> { }).lambda?
