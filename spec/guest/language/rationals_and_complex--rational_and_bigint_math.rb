# Exact arithmetic: continued fractions, pi digits, huge powers, bases, perfect roots.
def continued(r, list = [])
  whole = r.floor
  list << whole
  r == whole ? list : continued(1 / (r - whole), list)
end
puts continued(Rational(415, 93)).inspect, continued(Rational(415, 93)).reverse.reduce { |acc, n| n + Rational(1, acc) }
egyptian = ->(r, out = []) { r.zero? ? out : (d = (1 / r).ceil; egyptian.(r - Rational(1, d), out << d)) }
puts egyptian.(Rational(7, 15)).map { |d| "1/#{d}" }.join(" + ")
harmonic = (1..20).sum { |n| Rational(1, n) }
puts harmonic, harmonic.numerator, harmonic.to_f.round(6), Rational(7, 2).floor, Rational(-7, 2).round, Rational(7, 3).ceil, Rational(22, 7) <=> 3.14, Rational(1, 3) + 0.5, Rational(1, 3) * 3 == 1, 3.quo(6), Rational(3, 4)**2, Rational(3, 4)**-1, 0.75.to_r, 1r / 3

digits = Enumerator.new do |y|
  q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
  loop do
    if 4 * q + r - t < n * t
      y << n
      q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) / t - 10 * n
    else
      q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) / (t * l), l + 2
    end
  end
end
puts digits.first(30).join
puts 2**200, 3**100 % 1_000_007, 3.pow(100, 1_000_007), (1..30).reduce(:*), -(2**70) / 3, -(2**70) % 1000, (2**70).divmod(-7).inspect, (10**30).to_s.size, 10**20 - 1, (2**64).to_s(16), "123456789012345678901234567890".to_i + 1, (2**100).digits.first(3).inspect
puts Integer.sqrt(10**30), (10**15 + 1)**2 == 10**30 + 2 * 10**15 + 1, 2**64 > 2**63, (2**64).even?, (2**65).hash == (2**65).hash, 2**64 == 2.0**64, (2**80).fdiv(2**79), (2**70).to_f, (7**50).gcd(7**48 * 3), (2**40).lcm(3**20), -(5**30).abs, (3**50).bit_length, 12345678901234567890 <=> 12345678901234567891, 99999999999 * 99999999999, 1 << 100, (1 << 100) >> 98, (1 << 70) & ((1 << 70) - 1), (1 << 70) | 1, ~(1 << 65), (1 << 66) ^ (1 << 66)
fib = ->(n) { n.digits(2).reverse.reduce([0, 1]) { |(a, b), bit| c, d = a * (2 * b - a), a * a + b * b; bit == 1 ? [d, c + d] : [c, d] }.first }
puts fib.(10), fib.(300), fib.(10) == 55
modinv = ->(a, m) { (1...m).find { |x| a * x % m == 1 } }
puts modinv.(3, 11), (1..4).map { |n| [n, n**n] }.to_h.values.inspect, 255.digits(16).inspect, 6.0.to_r == 6, 1.5.floor, 1e15.to_i, 1e25.to_i, 2.0**70 == 2**70, (0.1).to_r == Rational(1, 10)
