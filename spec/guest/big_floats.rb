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
