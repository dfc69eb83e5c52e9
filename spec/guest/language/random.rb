# == Sequences
# Needs Ruby 3.3: seeds of 33 bits
# The sequences of a seed are CRuby's.
def try
  p yield
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

[0, 1, 42, 2**31, 2**32 - 1, 2**32, 2**32 + 5, 2**33 + 7, 2**64 + 3, 2**100, -42, 123456789012345].each do |seed|
  r = Random.new(seed)
  p [r.seed, r.rand, r.rand(10), r.rand(1000000), r.rand(2**40), r.rand(2**62), r.rand(2**64), r.rand(2**100), r.rand(1.5), r.rand(1..6), r.rand(1...6), r.rand(-5..5), r.rand(1.0..2.0), r.rand(1.0...2.0), r.bytes(5).bytes]
end
srand(42)
p rand, rand(10), rand(1..100), [1, 2, 3, 4, 5].shuffle, [1, 2, 3].sample, (1..40).to_a.sample(3), (1..40).to_a.sample(2), (1..100).to_a.sample(10), (1..300).to_a.sample(20).sum, (1..5000).to_a.sample(17), Array.new(700) { rand(1000) }.sum
p srand(7), srand, Random.rand(1.0).class, rand(0).class, rand(1.9), rand(-10).class, rand(nil).class, Kernel.rand(5).class
r = Random.new(3)
p (1..20).to_a.shuffle(random: r), [1, 2, 3].sample(random: r), [1, 2, 3].sample(2, random: r), [].sample, [].shuffle, [1].sample(3), [].sample(2), r == r.dup, r.dup.rand == r.rand, Random.new(3) == Random.new(3)
try { Random.new(1).rand(0) }
try { Random.new(1).rand(-1) }
try { Random.rand(-1.5) }
try { Random.new(1).rand(3..1) }
try { rand(3..1) }
try { [1].sample(-1) }
try { Random.new(1).bytes(-1) }
a = [1, 2, 3, 4]
a.shuffle!(random: Random.new(9))
p a

class Fixed
  def rand(limit) = limit - 1
end

p [1, 2, 3, 4].shuffle(random: Fixed.new), [1, 2, 3].sample(random: Fixed.new)
r = Random.new(5)
p Array.new(1000) { r.rand(7) }.tally.sort, r.rand(3..3), r.rand(1.0..1.0)

# == Ranges of objects, and seeds
class Day
  attr_reader :n

  def initialize(n) = @n = n
  def to_int = n
  def <=>(other) = n <=> other.n
  def -(other) = Day.new(n - other.n)
  def +(other) = Day.new(n + other.to_int)
end

p Random.new(3).rand(Day.new(1)..Day.new(9)).class, Random.new(2.9).seed, Random.new(Rational(5, 2)).seed, Random.urandom(10).bytesize

# == As Marshal has it
# Needs Ruby 3.4: how many words may be left
r = Random.new(42)
7.times { r.rand }
text = Marshal.dump(r)
p text.bytesize, text.unpack1("H*").hash.class, text.sum
s = Marshal.load(text)
p s == r, s.rand, r.rand, s.seed, Array.new(700) { s.rand(10) } == Array.new(700) { r.rand(10) }
p Marshal.load(Marshal.dump(Random.new(1))) == Random.new(1), Marshal.dump(Random.new(2**70)).sum
begin
  Random.new(1).freeze.__send__(:marshal_load, Random.new(2).__send__(:marshal_dump))
rescue => e
  puts e.class
end
[0, [1], [1, 0, 1], [1, 626, 1], [-1, 1, 1]].each do |parts|
  Random.new(1).__send__(:marshal_load, parts)
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end
