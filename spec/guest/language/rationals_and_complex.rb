# == Both
half = Rational(1, 2)
third = 1r / 3
puts half + third, half - third, half * third, half / third, half**2
puts half > third, half == 0.5, half <=> third
puts half.numerator, half.denominator, Rational(6, 4), Rational(-3, 9)
puts 3.to_r, 0.75.to_r, half.to_f, Rational(7, 2).to_i
p half, third + 1, 1 + half, 0.5 + half, half.zero?
puts [half, third, Rational(5, 4)].sum, [half, third].min
puts (1..10).sum { |n| Rational(1, n) }
puts Rational(22, 7).round(3).to_f, Rational(7, 2).floor, Rational(7, 2).ceil, Rational(-7, 2).truncate

def continued_fraction(number)
  terms = []
  loop do
    whole = number.floor
    terms << whole
    number -= whole
    break if number.zero?

    number = 1 / number
  end
  terms
end
p continued_fraction(Rational(415, 93))
p continued_fraction(Rational(649, 200))

def egyptian(fraction)
  parts = []
  while fraction.numerator > 0
    unit = Rational(1, (1 / fraction).ceil)
    parts << unit
    fraction -= unit
  end
  parts.join(" + ")
end
puts egyptian(Rational(7, 15)), egyptian(Rational(4, 13))

z = Complex(3, 4)
puts z, z.abs, z.real, z.imaginary, z.conjugate
puts z + Complex(1, -1), z * Complex(0, 1), z - 3, z / Complex(1, 2), z == Complex(3, 4)
p z, Complex(1, -2), z**2, z.rectangular
begin
  Rational(1, 0)
rescue ZeroDivisionError => e
  puts e.class
end

# == Rationals stay exact
# Rationals stay exact, however long their parts get.
p 1.0825r, 0.1r, -2.50r, 3r, 1/3r, 0.1r + 0.2r == 0.3r
rate = 1.0825r
balance = (1..30).inject(1000r) { |sum, _| sum * rate }
puts balance.round(2).to_f, balance.denominator.to_s.size, balance.floor(3)
p (1..30).sum { |n| 1r / n }, 10**30 + 1/3r, 10**30 * (1/3r), 1/3r - 10**25
p 7.quo(2), 6.quo(3), 7.fdiv(2), 2**-3, 0.5.to_r, 0.1.rationalize, 3.14.rationalize(1/100r), (22/7r).rationalize(1/10r)
p [3/4r, 1/2r, 2, 0.6].sort, [1/2r, 1/3r].max, 1r == 1, 1r.eql?(1), 1/2r == 0.5, { 1/2r => 1 }[2/4r], 1 < 3/2r, 3/2r <=> 2
p Rational("0.75"), Rational("2/6"), Rational(1.5), Rational(3, 0.5), "1/3 of".to_r, Rational("x", exception: false)
p (7/2r).round, (5/2r).round, (5/2r).round(half: :even), (-7/2r).floor, (-7/2r).ceil, (-7/2r).truncate, (22/7r).round(3), (7/2r).divmod(1/3r)
p Integer(7/2r), Float(1/3r), format("%.4f", 2/3r), Math.sqrt(9/4r), (2**70).fdiv(3), 2**(1/2r), (1/4r)**2, (1/4r)**-2, (1/4r)**0.5
[-> { 1r / 0 }, -> { Rational("1/0") }, -> { Rational(nil) }, -> { 1r + "a" }].each do |wrong|
  wrong.call
rescue StandardError => e
  puts e.class
end

# == Rationals with big integers
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

# == Parts of complex numbers
# Needs Ruby 3.3: the angle of a negative number
# Complex numbers whose parts are integers, rationals or floats, as they were given.
z = Complex(3, 4)
w = 1 - 2i
p z + w, z - w, z * w, z / w, z**2, z**-1, -z, z / 2, z * 0.5, z.quo(3), z.fdiv(2)
p z.abs, z.abs2, z.arg, z.polar, z.rect, z.conjugate, z.real, z.imaginary, z.real?, z.finite?
p 1 + z, 2 * z, 10 - z, 1 / w, 1.5 * w, 1r / w, 2i * 3i, 3ri, 2.5i
p z == Complex(3, 4), z == Complex(3.0, 4.0), z.eql?(Complex(3.0, 4.0)), Complex(3) == 3, 3 == Complex(3), 1.5 == Complex(1.5)
p({ z => :z }[Complex(3, 4)], [z, w, z].uniq.size, [1, z, w].sum, (1..4).map { |n| 1i**n })
puts z, w, Complex(1, -0.0), Complex(1.5, 2), Complex(1/2r, -3/4r), Complex(0, Float::INFINITY)
p Complex("1+2i"), Complex("-i"), Complex("2.5"), Complex("1/2-3/4i"), Complex(" 3i "), "4-i and more".to_c, "none".to_c
p Complex.polar(2), Complex.polar(1, Math::PI), Complex.polar(2, Math::PI / 2), Complex.rect(1), Complex::I
p Complex(1, 2) <=> 1, Complex(1) <=> 2, Complex(2).to_i, Complex(2).to_f, Complex(5r).to_r, 3.to_c, 7.imaginary, -7.polar
roots = ->(a, b, c) { d = Complex(b * b - 4 * a * c)**0.5; [(-b + d) / (2 * a), (-b - d) / (2 * a)] }
p roots.call(1, 2, 5).map { |root| [root.real.round(6), root.imaginary.round(6)] }
[-> { z.to_i }, -> { Complex("x") }, -> { z + "a" }, -> { Complex(nil) }, -> { z > w }].each do |wrong|
  wrong.call
rescue StandardError => e
  puts e.class
end

# == Powers, quotients and parts of complex numbers
p Complex(1, 1)**8, Complex(1, 1)**-3, Complex(0, 2)**3, Complex(-2, 2)**5, Complex(3, 4)**-2, Complex(3, 4)**0
p Complex(3, 4) / 2, Complex(3, 4).quo(3), Complex(3, 4).fdiv(2), Complex(3, 4).fdiv(Complex(1, 1)), Complex(3, 4) / 2.0
p Complex(Rational(1, 2), Rational(1, 3)).numerator, Complex(Rational(1, 2), Rational(1, 3)).denominator, Complex(3.14, 0).rationalize
p Complex(Float::INFINITY, 0) * Complex(0, 1), Complex(3, 0).abs, Complex(0, -3).abs, Complex(3, 0) <=> 2, Complex(3, 4) <=> 2
p Complex.rect(Complex(1, 0), 2), Complex(1, 2).respond_to?(:floor), Complex(1, 2).respond_to?(:%), Complex(1, 2).eql?(Complex(1.0, 2))
p Rational(1, 2)**Complex(1, 0), Rational(0)**2, Rational(3, 4).coerce(Complex(1, 0)), Rational(1, 2) <=> "a", 2**Rational(-2)
[-> { Complex.rect(Complex(1, 1), 2) }, -> { Complex.polar(1, nil) }, -> { Rational(1, 2).truncate(nil) }, -> { Rational(0)**-1 }, -> { Complex(3, 4).to_i }].each do |broken|
  p broken.call
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

# == To powers beyond a word
# Needs Ruby 3.4: exact where the angle is a multiple of an eighth of a turn
p Complex(-1, 0)**(10**31 + 1), Complex(0, 1)**(4 * 10**30 + 3), Complex(1, 0)**-(10**40), Complex(0, -1)**(2**64)
