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
