# == Beyond 64 bits in the other operand
p 1 >> 2**70, -1 >> 2**70, 1 << -(2**70), 0 << 2**70, (2**100) >> 2**64, -(2**100) << -(2**64)
p 1**(2**70), (-1)**(2**70), (-1)**(2**70 + 1), 0**(2**70), 1**-3, (-1)**-3, (-1)**-4, 2**-2
p 10[2**70], -1[2**70], 10[-(2**70)], (2**100).digits(2**64), 5.digits(2**70), (2**130).digits(10**20)
[-> { 1 << 2**70 }, -> { 1 >> -(2**70) }].each do |broken|
  broken.call
rescue RangeError => e
  puts e.message
end

# == Roots of negative numbers
p (-8)**0.5, (-4.0)**0.5, (-2**70)**0.5, (-4)**-0.5, (-4)**1.5, Rational(-4)**0.5
p ((-8)**(1.0 / 3)).rect.map { |part| part.round(6) }, ((-8.0)**Rational(1, 3)).rect.map { |part| part.round(6) }
p (-8)**2.0, (-8.0)**3, (-8)**Rational(2, 1), 4**0.5, 4**Rational(1, 2)

# == Digits beyond the first
p -15.ceil(-30), 15.floor(-30), 15.round(-30), 15.truncate(-30), (2**70).truncate(-30), 0.ceil(-5), 1234.ceil(-3), -1234.floor(-3)
p 15.round(-1, half: :even), 25.round(-1, half: :down), -25.round(-1, half: :up), 25.round(1, half: :even)

# == Bits by a range
p 0b11110000[4..7], 0b11110000[4...7], 0b11110000[4, 3], 0b11110000[4..], 0b11110000[5..2], 0b11110000[..3], 0b10[1..1]
begin
  15[..3]
rescue ArgumentError => e
  puts e.message
end

# == Errors of arithmetic
[
  -> { 1 & 1.5 }, -> { 1 | nil }, -> { 1 + :a }, -> { 2.0 * :a }, -> { 5.gcd(2.0) }, -> { 5.lcm("a") }, -> { 5.fdiv(nil) },
  -> { 10.pow(-1, 5) }, -> { 10.pow(2.5, 5) }, -> { 10.pow(2, 5.5) }, -> { -5.digits }, -> { 5.digits(1) }, -> { 5.digits(-2) },
  -> { Integer.sqrt(-1) }, -> { Integer.sqrt("a") }, -> { 15.round("a") }, -> { 10["a"] }, -> { 5.clone(freeze: false) },
  -> { 1.step(2, 0) { } }, -> { 1.step(2, by: 1, to: 3) }, -> { 5 <=> nil }
].each do |broken|
  p broken.call
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

# == Coercion decides, and may decline
class Unordered
  def coerce(_other) = nil
end

p 5 <=> Unordered.new, 2**70 <=> Unordered.new, 1.5 <=> Unordered.new
class Metre
  attr_reader :n

  def initialize(n) = @n = n
  def coerce(other) = [Metre.new(other), self]
  def div(other) = n / other.n
  def fdiv(other) = n.to_f / other.n
  def &(other) = n & other.n
end
p 7.div(Metre.new(2)), 7.fdiv(Metre.new(2)), (2**70).div(Metre.new(2**60)), 6 & Metre.new(3)

# == Steps
p 1.step(10, 4).to_a, 1.0.step(2.0, 0.5).to_a, 1.step(by: 2, to: 5).size, 1.0.step(2.0, 0.1).size, 1.step(by: -1).first(2)
first = []
1.step(Float::INFINITY, 2) { |i| first << i; break if first.size == 3 }
p first, 10.step(1, -3).to_a, 1.step(3, nil).size rescue puts "#{$!.class}: #{$!.message}"
["1", "x"].each do |width|
  1.0.step(2.0, width) { break }
rescue ArgumentError => e
  puts e.message
end
