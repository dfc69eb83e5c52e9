# == Exact far beyond 64 bits
def factorial(n) = (1..n).inject(1, :*)

puts factorial(20), factorial(25), factorial(50)
puts factorial(30) / factorial(28)
puts factorial(100).to_s.length, factorial(100).digits.sum
puts 2**64, 2**100, -(2**70), 2**64 - 1, 9_223_372_036_854_775_807 + 1
puts (2**200) % 1_000_007, (3**150).gcd(6**80), 10**30 / 7, -(10**30) / 7, -(10**30) % 7
puts (2**100).to_s(16), (2**100).to_s(2).length, "123456789012345678901234567890".to_i + 1
puts 2**100 > 2**99, 2**64 == 18_446_744_073_709_551_616, (2**64).hash == (2**64).hash
puts (1 << 80) + (1 << 3), (1 << 80) >> 75, (2**90) & (2**90 - 1), (2**66) | 1, (2**66) ^ (2**66)
puts (2**80).even?, (3**60).odd?, (2**80).class, (2**80 - 2**80).zero?, (2**70).abs, (-2**70).abs
puts (10**20).divmod(3).inspect, 1e3.to_i, (2**70).to_f, 10**25 * 1.0
puts Integer.sqrt(10**40), (7**77).pow(3, 1_000_003), 12**34 <=> 34**12

a, b = 0, 1
150.times { a, b = b, a + b }
puts a
digits = (2**1000).to_s
puts digits.size, digits.each_char.sum(&:to_i)
puts 123_456_789**5 % 97, 99_999_999_999 * 99_999_999_999
catalan = ->(n) { factorial(2 * n) / (factorial(n + 1) * factorial(n)) }
puts (0..10).map(&catalan).inspect, catalan[40]

# A Lucas-Lehmer test needs exact arithmetic far beyond 64 bits.
mersenne = [3, 5, 7, 11, 13, 17, 19, 31, 61].select do |q|
  m = 2**q - 1
  s = 4
  (q - 2).times { s = (s * s - 2) % m }
  s.zero?
end
p mersenne
puts (2**89 - 1).to_s.reverse.chars.each_slice(3).map(&:join).join("_").reverse

# == Digits, roots and bases
# frozen_string_literal: true

# Big integers: factorials, digits, roots, modular arithmetic, bases, primes, continued fractions, pi.
fact = ->(n) { (2..n).inject(1, :*) }
p fact[30], fact[50].to_s.size, fact[100].digits.sum, fact[25].to_s.reverse[/\A0+/].size, 2**200, 3**100 % 1000, (10**30).digits.size, 2**64 - 1, -(2**63), 2**63, 12345678901234567890 * 98765432109876543210, 10**40 / 7, -10**20 / 3, -10**20 % 7, (10**20).divmod(-7), (10**25).fdiv(10**24), 10**20 <=> 10**19, (2**100).bit_length, (2**100)[100], 2**100 >> 90, 1 << 90, (2**70) & (2**69 + 5), (2**70) | 1, (2**70) ^ (2**70), ~(2**65), (2**65).even?, 2**65 == 2.0**65, (2**65).hash == (2**65).hash, (2**80).to_f, (2**80).to_s(16), (2**80).to_s(36), "zz" * 8 == ("zz" * 8).to_i(36).to_s(36), (10**18).to_s.gsub(/(?<=\d)(?=(\d{3})+$)/, "_"), (2**70).abs, -(2**70).abs, (2**70).pred, (2**64).succ, (2**64).integer?, (2**64).class, 10**15 * 10**15, (3**50).gcd(3**20 * 7), (2**40).lcm(6**5), (10**20).coerce(1).inspect, Integer.sqrt(10**40), Integer.sqrt(2 * 10**60), (10**20).pow(5, 10**9 + 7), 7.pow(10**18, 13), (2**66).digits(2**16), 2**-3, 0**0, (-2)**3
p Integer("123456789012345678901234567890"), "0xffffffffffffffffffff".hex, "1e3".to_i, "12abc".to_i, "9" * 25, ("9" * 25).to_i + 1, Integer("0b1010", 2), Integer("z", 36), "1_000".to_i, "0o17".oct, "0b11".to_i(0), (2**62..2**62 + 2).to_a.size, [2**70, 5, -2**70].sort, [2**70, 2**70].uniq.size, { 2**70 => 1 }[2**70], (2**70).frozen?, (2**70).equal?(2**70) || true, 2**70 > 1e20, 1e25.to_i, 1e22.to_i, 123456789.123.to_i, 10.0**20 == 10**20, (10**20).to_r, 10**20 - 10**20, (10**20 - 10**20).zero?, (5**30).ceil(-5), (5**30).floor(-5), (5**30).round(-5), 15.pred.succ, 10.digits, 0.digits, 255.digits(16), -1.abs, 5.clamp(1, 3), 3.7.truncate
pow_mod = ->(b, e, m) { r = 1; (r = r * b % m if e.odd?; b = b * b % m; e >>= 1) while e.positive?; r }
prime = ->(n) { return false if n < 2; [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37].each { |a| return n == a if (n % a).zero? }; d, s = n - 1, 0; (d >>= 1; s += 1) while d.even?; [2, 3, 5, 7, 11, 13, 17].all? { |a| x = pow_mod[a, d, n]; x == 1 || x == n - 1 || (s - 1).times.any? { x = x * x % n; x == n - 1 } } }
p [2**31 - 1, 2**61 - 1, 2**67 - 1, 10**18 + 9, 10**18 + 11, 561].map(&prime), (10**12..).find(&prime), (1..40).select { |k| prime[2**k - 1] }
egcd = ->(a, b) { b.zero? ? [a, 1, 0] : egcd[b, a % b].then { |g, x, y| [g, y, x - a / b * y] } }
inverse = ->(a, m) { egcd[a, m].then { |g, x, _| g == 1 ? x % m : nil } }
pr, q, e = 1_000_000_007, 998_244_353, 65_537
n, phi = pr * q, (pr - 1) * (q - 1)
d = inverse[e, phi]
message = "hi ruby".bytes.inject { |acc, b| acc << 8 | b }
cipher = pow_mod[message, e, n]
p n, d, cipher, [pow_mod[cipher, d, n].to_s(16)].pack("H*"), inverse[4, 8], egcd[240, 46]
crt = ->(pairs) { m = pairs.map(&:last).inject(:*); pairs.sum { |r, mod| r * (m / mod) * inverse[m / mod, mod] } % m }
p crt.([[2, 3], [3, 5], [2, 7]])
pi_digits = Enumerator.new do |y|
  q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
  loop do
    if 4 * q + r - t < n * t
      y << n
      q, r, n = q * 10, (r - n * t) * 10, (10 * (3 * q + r)) / t - 10 * n
    else
      q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) / (t * l), l + 2
    end
  end
end
puts pi_digits.first(50).join, pi_digits.lazy.each_with_index.find { |dgt, i| dgt == 0 }.inspect
e_digits = (1..60).inject([10**50, 10**50]) { |(sum, term), k| [sum + term / k, term / k] }.first.to_s
sqrt2 = Integer.sqrt(2 * 10**100).to_s
puts e_digits[0, 45], sqrt2[0, 50], (1..).lazy.map { |k| k * (k + 1) / 2 }.find { |t| (1..Integer.sqrt(t)).sum { |i| (t % i).zero? ? 2 : 0 } > 50 }
continued = ->(a, b) { b.zero? ? [] : [a / b, *continued[b, a % b]] }
convergents = ->(terms) { terms.each_index.map { |i| terms[0..i].reverse.inject(nil) { |acc, x| acc ? x + 1r / acc : x.to_r } } }
p continued[415, 93], convergents[[3, 7, 15, 1]].map(&:to_s), continued[355, 113]
base = ->(num, b) { num.zero? ? "0" : num.digits(b).reverse.map { |x| x.to_s(36) }.join }
roman = { 1000 => "M", 900 => "CM", 500 => "D", 400 => "CD", 100 => "C", 90 => "XC", 50 => "L", 40 => "XL", 10 => "X", 9 => "IX", 5 => "V", 4 => "IV", 1 => "I" }
p base[10**20, 36], base[255, 2], 1994.then { |x| roman.inject(+"") { |s, (v, r)| s << r * x.div(v).tap { x %= v } } }, (1..30).select { |x| x.digits.sum { |dgt| dgt**x.to_s.size } == x }, 153.digits.sum { |x| x**3 }, (1..500).select { |x| (1...x).sum { |i| (x % i).zero? ? i : 0 } == x }, (10..60).select { |x| x.to_s == x.to_s.reverse }, (196..).lazy.take(1).map { |x| 10.times.inject(x) { |a, _| a + a.digits.join.to_i } }.first, 2**16 == 65_536, 1e3 == 1000, 7.0 / 2, 7 / 2, -7 / 2, -7.remainder(2), 7.divmod(-2), 6.0.to_i, 1_000_000.to_s.size, 0b1111, 0o17, 0xff, ?A.ord, 3.zero?, 5.pred, 10.gcd(4), 3.14.rationalize(1/100r)

# == As floats
# Big integers as floats: the nearest, a half to the even one.
seed = 1
random = ->(bits) { seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64; (seed * 2**1200 / 3 * 7) >> (1264 - bits) }
(1..200).each do |i|
  big = 2**62 + random.call(40 + i * 5)
  puts [big.to_f, -big.to_f, (-big).to_f, big / 7.0, big + 0.5, big - 1e10, big * 0.1, 1e300 / big, big.fdiv(0.3)].join(" ")
end
[53, 54, 63, 64, 65, 95, 96, 97, 128, 500, 969, 970].each do |bits|
  odd = (2**52 + 1) << bits
  half = 1 << (bits - 1)
  puts [odd, odd + half - 1, odd + half, odd + half + 1, odd - half - 1, odd - half, odd - half + 1].map { |n| (n.to_f.to_i - odd).to_s }.join(" ")
  even = 2**52 << bits
  puts [even + half - 1, even + half, even + half + 1, even - half, even - half / 2, even - half / 2 - 1].map { |n| (n.to_f.to_i - even).to_s }.join(" ")
end
top = 2**1024 - 2**970
p top.to_f, (top - 1).to_f, (2**1024).to_f, (-(2**1024)).to_f, (10**400).to_f, (top - 2**970).to_f == Float::MAX
text = "123456789012345678901234567890123"
p text.to_i.to_f == text.to_f, Float(text.to_i), Float(text), Integer(text).to_f, format("%g", 2**70 + 2**17 + 1)
p 2**70 == (2**70).to_f, 2**70 + 1 == (2**70 + 1).to_f, (2**70 + 1 <=> (2**70).to_f), (2**70).to_f < 2**70 + 1, Math.sqrt(10**40), (10**40)**0.5
p [2**64 + 2**11, 2**64 + 2**11 + 1, 2**64 + 3 * 2**11, 2**64 + 2**12 - 1].map(&:to_f), (2**63 - 1).to_f, (2**63 - 513).to_f, (2**63 + 1025).to_f
puts "tiny quotients"
p Rational(1, 2**1074).to_f, Rational(1, 2**1075).to_f, Rational(3, 2**1076).to_f, Rational(1, 3 * 2**1073).to_f, Rational(-5, 2**1076).to_f
p (10**20).fdiv(10**343), (2**53 - 1).fdiv(2**1076), Rational(2**54 - 1, 2**1076).to_f, Rational(2**55 - 3, 2**1078).to_f, 1.fdiv(10**400), (10**400).fdiv(10**399)

# == As texts
# The text of numbers of many bits.
[4000, 74_000, 142_600, 142_677, 142_700, 143_000, 150_000, 200_000, 285_400].each do |bits|
  number = 2**bits + 1
  text = number.to_s
  p [bits, text.size, text[0, 12], text[-12..], text.sum, (-number).to_s == "-#{text}", "#{number}" == text, number.to_s(16).size]
end
p (10**45_000).to_s.count("0"), (-(10**45_000)).to_s.size, (10**45_000 - 1).to_s.delete("9"), (3**95_000).to_s[20_000, 20]

# == No class of its own
large = 2**70
[-> { large.singleton_class }, -> { large.extend(Comparable) }, -> { def large.half = self / 2 }].each do |define|
  p define.call
rescue TypeError => e
  puts e.message
end
p large.instance_eval { self == 2**70 }, large.instance_eval("self + 1"), large.frozen?

# == Digits
p (2**64 - 1).digits, (2**64).digits, (7**300).digits.sum, (2**100).digits(16), (2**100).digits(36).last, (2**100).digits(37).first(3)
p (2**70).digits(2).sum, (10**30).digits.tally, (2**100).digits(2**40), 0.digits, 15.digits(10)
[-> { (2**70).digits(1) }, -> { (2**70).digits(-2) }, -> { (-(2**70)).digits }, -> { (2**70).digits("a") }].each do |take|
  take.call
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

# == Digits that are bits
# As many digits as there are take as long: of bases that are powers of two.
p ("f" * 40).hex, ("1" * 200).to_i(2) == 2**200 - 1, ("7" * 50).oct == 8**50 - 1, ("v" * 30).to_i(32) == 32**30 - 1, ("3" * 33).to_i(4) == 4**33 - 1, Integer("0x" + "f" * 20), Integer("-0b" + "1" * 70), Integer("0o" + "7" * 30), Integer(" +0xffff_ffff_ffff_ffff \n"), Integer("ff" * 12, 16)
p "0x_f".hex, "0xg".hex, "-0xff".hex, "ff_ff".hex, "ff__ff".hex, ("f" * 20 + "__1").hex == 16**20 - 1, ("0" * 50 + "f").hex, "0x".hex, "".hex, "  12".hex, "0b11".oct, "0x1f".oct, "-017".oct, "0o17".oct, "0d19".oct, "789".oct, "0b12".to_i(0), "0x1F".to_i(0), "0b1".to_i(16), "1e".to_i(16), ("1" * 80 + "2").to_i(2) == 2**80 - 1
["0x", "0xfg", "0b2", "0x_f", "0xf_", "0x1__1", "0x" + "f" * 30 + "g", "f" * 30, "0x1\0", "08"].each { |text| p((Integer(text) rescue $!.message)) }
text = "9af0" * 5_000
p text.hex.to_s(16) == text, text.to_i(16).to_s(2).to_i(2) == text.hex, (text + "zz").to_i(16).bit_length

# == Bits
[0, 31, 32, 62, 63, 64, 65, 95, 96, 127, 128, 1000].each do |n|
  power = 1 << n
  p [n, [power - 1, power, power + 1, -power + 1, -power, -power - 1].map(&:bit_length)]
end
big = 1 << 100_000
p 10_000.times.sum { |i| (big + i).bit_length }, (-big).bit_length, (-big - 1).bit_length
