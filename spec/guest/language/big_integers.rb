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
