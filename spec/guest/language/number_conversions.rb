# == What has to_int is an integer
class Three
  def to_int = 3
end

three = Three.new
p [1, 2, 3, 4][three], [1, 2, 3, 4].first(three), "abcdef"[three], "abcdef"[three, three], [0] * three, "ab" * three
p 1 << three, 64 >> three, 10[three], 1234.digits(three), Integer.sqrt(three), 5.allbits?(three)
p format("%d|%*d|%x", three, three, 7, three), "%c" % 65, [3, 1, 2].rotate(three), Array.new(three, 0), 12.to_s(three)

class Wrong
  def to_int = "3"
end
[-> { [1][Wrong.new] }, -> { 1 << Wrong.new }, -> { [1][Object.new] }, -> { 1 << "3" }].each do |broken|
  broken.call
rescue TypeError => e
  puts e.message
end

# == Asking for an index may change what is indexed
class Shrinking
  def initialize(whole) = @whole = whole

  def to_int
    @whole.clear
    0
  end

  def <=>(_other) = 0
end

list = Array.new(100) { |i| i }
p list.last(Shrinking.new(list)), list
text = +"a" * 100
p text.byteslice(Shrinking.new(text)), text
list = Array.new(50, 1)
p list[Shrinking.new(list)..Shrinking.new(list)], list

# == Texts that are numbers
# Needs Ruby 3.4: Float("1.")
p "0x1f".oct, "0b11".oct, "0d19".oct, "-0x1f".oct, "017".oct, "0o17".oct, "089".oct, "zz".oct
p ".5".to_r, "-.5".to_r, "1/.5".to_r, "1/2e1".to_r, "1__2/3".to_r, "1/3__4".to_r, "1e5/1e2".to_r, "0.75abc".to_r
p Rational(".5"), Rational("1/3.5"), Rational("1_000/3"), Rational(" 1/3 "), Rational("1/3x", exception: false)
p "79+4I".to_c, "3+4J".to_c, "1+.5i".to_c, ".5i".to_c, "1@.5".to_c, "1+2e3_0i".to_c
p Complex("1+.5i"), Complex("3+4J"), Complex("1__2+3i", exception: false), Complex("1", "2"), Complex("1+i", 2)
p Float("0x1.8p1"), Float("0x1p10"), Float("-0x1P-3"), Float("0x1_0p10"), Float("0x1p10000"), Float("0x1p-10000")
p %w[0x1.8 0x 0x1p 0x_1p1 1__0 1e _1 1_].map { |word| Float(word, exception: false) }
p Integer("1__0", exception: false), Integer("0b12", exception: false), Integer("z", 36), Integer("-0x1f")

# == Objects that are numbers
class Half
  def to_f = 0.5
  def to_r = 1r / 2
  def to_c = Complex(0.5, 1)
end

class Liar
  def to_f = "0.5"
  def to_r = 0.5
  def to_c = 1
  def to_i = "1"
end

p Float(Half.new), Rational(Half.new), Complex(Half.new)
%i[Float Rational Complex Integer].each do |kind|
  p send(kind, Liar.new)
rescue TypeError => e
  puts e.message
end
[-> { Complex(1, :a) }, -> { Rational(1, :a) }, -> { Complex(nil) }, -> { Rational(1, nil) }, -> { Complex(1, nil) }].each do |broken|
  broken.call
rescue TypeError => e
  puts e.message
end
p Integer.respond_to?(:sqrt), Rational(Complex(1, 2), 2), Rational(1, Complex(1, 1)), Complex(1.5), Complex(Complex(1, 2), Complex(3, 4))

# == Numbers of a class of its own
class Cents < Numeric
  attr_reader :count

  def initialize(count) = @count = count
  def coerce(other) = [Cents.new(other), self]
  def <=>(other) = count <=> (other.is_a?(Cents) ? other.count : other)
  def ==(other) = (self <=> other) == 0
  def +(other) = Cents.new(count + other.count)
  def -(other) = Cents.new(count - (other.is_a?(Cents) ? other.count : other))
  def *(other) = Cents.new(count * (other.is_a?(Cents) ? other.count : other))
  def /(other) = count / (other.is_a?(Cents) ? other.count : other).to_f
  def to_f = count.to_f
  def to_i = count
  def to_r = count.to_r
end

c = Cents.new(350)
p c.div(100), (c % 100).count, c.divmod(100).map { |v| v.is_a?(Cents) ? v.count : v }, c.floor, c.round(-2), c.ceil, c.truncate
p c.to_int, c.magnitude.count, (-c).count, c.numerator, c.denominator, c.finite?, c.infinite?, c.nonzero?.equal?(c), c.dup.equal?(c)
p (1 + c).count, [Cents.new(3), Cents.new(1)].min.count, c.quo(100), c.fdiv(100), c.integer?, c.real?
begin
  def c.double = count * 2
rescue TypeError => e
  puts e.message.sub(/#<Cents.*/, "")
end
