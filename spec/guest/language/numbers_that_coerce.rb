# == Relations
class Grade < Numeric
  attr_reader :value

  def initialize(value) = @value = value
  def coerce(other) = [Grade.new(other), self]
  def <=>(other) = nil
  def <(other) = value && other.value ? value < other.value : false
  def >(other) = value && other.value ? value > other.value : false
  def <=(_other) = :least
  def >=(_other) = nil
end

none = Grade.new(nil)
two = Grade.new(2)
p 1 < two, 3 < two, 1 > two, 3.5 > two, 2**70 > two, 1 < none, 1 > none, 1.5 < none, 2**70 > none
p 1 <= two, 1.5 <= none
[-> { 1 >= two }, -> { 1.5 >= none }, -> { 1 < "2" }, -> { 1 < nil }, -> { 1.5 > Object }].each do |call|
  p call.call
rescue ArgumentError => e
  puts e.message
end

# == Quotients with rests
class Seconds < Numeric
  attr_reader :value

  def initialize(value) = @value = value
  def coerce(other) = [Seconds.new(other), self]
  def divmod(other) = [:divmod, value, other.value]
  def fdiv(other) = value.to_f / other.value
end

p 10.divmod(Seconds.new(3)), 10.5.divmod(Seconds.new(3)), (2**70).divmod(Seconds.new(3)), 10.fdiv(Seconds.new(4))
p 10.divmod(3r), -10.divmod(3r), 10.5.divmod(3r), (2**70).divmod(7r), 10.divmod(Rational(-3, 2))
[10, 10.5, 2**70].each do |number|
  [nil, "3", :sym, Object.new].each do |other|
    number.divmod(other)
  rescue TypeError => e
    puts e.message
  end
end

# == Sums with floats
class Cents < Numeric
  attr_reader :value

  def initialize(value) = @value = value
  def coerce(other) = [Cents.new(other), self]
  def +(other) = Cents.new(value + (other.is_a?(Cents) ? other.value : other))
  def to_f = raise("not asked for")
  def inspect = "#{value} ct"
end

p [Cents.new(1), 0.5].sum, [0.5, Cents.new(1)].sum, [1, Cents.new(1), 0.5, 2].sum, [0.1] * 3 == [0.1, 0.1, 0.1]
p [Cents.new(1), 0.5].each_entry.sum, [0.1, 0.2, 0.3, 1, 1r].sum, [1r, 0.5].sum, [1i, 0.5].sum, [0.5, 1i].sum

# == Negation
zero = 0.0
whole = 0
p -zero, - -zero, -(-zero), -whole, -(2**70), -(-2**63), -1.5, -Float::NAN, -Float::INFINITY, zero.send(:-@)
p [0.0, -0.0, 1.5].map(&:-@), 1 / -zero
