# == Integers where they end
[2**62, 2**63 - 1, 2**63 - 2, -(2**63), -(2**63) + 1, 2**31, 2**31 - 1, -(2**31)].each do |n|
  a = n
  p [a + 1, a - 1, a + a, a - -1, a * 2, a * a, a * -1]
  b = n
  b += 1
  c = n
  c -= 1
  p [b, c, a == b, a < b, a <= c, a > b, a >= c]
end

[0, 9, 10, 99, 2**31, (2**32) - 1, 2**32, (2**32) + 1, 10**10, 10**18, 2**62, (2**63) - 1, 2**63].each do |n|
  puts n.to_s, (-n).to_s, "#{n}", n.to_s(16), (-n - 1).to_s(2)
end

# == Division and remainders round down
[[7, 2], [-7, 2], [7, -2], [-7, -2], [0, 5], [6, 3], [-6, 3], [-(2**63), -1], [-(2**63), 1]].each do |a, b|
  p [a / b, a % b]
end
[[7, 0], [0, 0]].each do |a, b|
  p a / b
rescue ZeroDivisionError => e
  p e.message
end
[[7, 0]].each do |a, b|
  p a % b
rescue ZeroDivisionError => e
  p e.message
end

# == Floats, and Integers beside them
[[1.5, 2], [2, 1.5], [1.5, 0.5], [1.0, 0.0], [-1.0, 0.0], [1.0, -0.0]].each do |a, b|
  p [a + b, a - b, a * b, a / b, a < b, a <= b, a > b, a >= b, a == b]
end
nan = 0.0 / 0.0
p [nan == nan, nan < nan, nan <= 1.0, 1.0 > nan, nan.nan?]
p [1 == 1.0, 2**62 == (2**62).to_f, (2**62) + 1 == (2**62).to_f, 9_007_199_254_740_993 < 9_007_199_254_740_992.0]

# == Shifts and bits
[[1, 3], [1, 31], [1, 32], [1, 62], [1, 63], [1, 64], [-1, 31], [5, -1], [-5, 1], [-5, 63], [-5, 64], [5, 100]].each do |a, b|
  p [a << b, a >> b, a & b, a | b, a ^ b]
end
begin
  1 << "a"
rescue TypeError => e
  puts e.message
end
begin
  1 & 1.5
rescue TypeError => e
  puts e.message
end

# == Operators that a script defines anew
class Odd < Array
  def [](index) = "odd #{index}"
  def []=(index, value)
    super(index, [value])
  end
  def <<(item) = push(item, item)
  def size = 99
end
odd = Odd.new([1, 2])
odd << 3
odd[0] = 7
p odd[0], odd.to_a, odd.size, odd.length
class Box
  attr_reader :value

  def initialize(value) = @value = value
  def +(other) = Box.new(value + other)
  def ==(other) = value == (other.is_a?(Box) ? other.value : other)
  def ===(other) = other == :anything
  def % (other) = "#{value} % #{other}"
  def !() = "not #{value}"
  def nil? = value.nil?
  def even? = :even
end
box = Box.new(3)
p (box + 4).value, box == 3, box == Box.new(3), box % 2, !box, box.nil?, [box].map(&:even?), [Box.new(nil)].map(&:nil?)
case :anything
when box then puts "box"
end

# == What is frozen, shared or beyond its end
frozen = [1, 2].freeze
[-> { frozen << 3 }, -> { frozen[0] = 1 }].each do |change|
  change.call
rescue FrozenError => e
  puts e.message
end
whole = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
part = whole[0, 17]
part << :new
part[0] = :first
p whole.first, whole.size, part.size, part.first, part.last
p whole[-1], whole[20], whole[100], whole[-21]
whole[25] = :far
p whole.size, whole[24], whole[25]
grown = []
100.times { |i| grown << i }
p grown.size, grown.sum

# == Calls by name
class Person
  attr_reader :name

  def initialize(name) = @name = name
  def shout(mark = "!") = name.upcase + mark

  protected def age = 5
  private def secret = 1
end

class Guess
  def method_missing(name, *) = name.to_s.start_with?("is_") ? name.to_s.delete_prefix("is_") : super
  def respond_to_missing?(name, all = false) = name.to_s.start_with?("is_") || super
end
people = [Person.new("ann"), Person.new("bob")]
p people.map(&:name), people.map(&:shout), [Guess.new].map(&:is_kind)
%i[secret age nothing].each do |name|
  people.map(&name)
rescue NoMethodError => e
  puts e.message
end
begin
  people.map(&:initialize)
rescue NoMethodError => e
  puts e.message
end
p [1, 2, 3].inject(&:+), [[1, 2], [3, 4]].map(&:sum), { a: 1 }.map(&:first), %w[b a].sort_by(&:itself)
p [3, 1].max_by(&:-@), [nil, false, 1].map(&:!), [nil, 1].map(&:nil?)
p [1, 2, 3, 4].select(&:even?), [1, 2, 3, 4].reject(&:odd?), [1, "a", :b, nil].map(&:class)
p :upcase.to_proc.call("x"), :+.to_proc.call(1, 2), (:upcase.to_proc >> :reverse.to_proc).call("ab")
p :upcase.to_proc.lambda?, :upcase.to_proc.arity, [:a, :b].map(&:to_proc).map { |made| made.call("x") rescue $!.class }
class Symbol
  alias plain_to_proc to_proc
  def to_proc = ->(object) { [self, object] }
end
p [1].map(&:even?)
class Symbol
  alias to_proc plain_to_proc
end
p [1].map(&:even?)

# == Methods that are changed while they are used
class Counter
  attr_accessor :count

  def initialize = @count = 0
  def step = self.count += 1
end
counter = Counter.new
seen = Array.new(4) do |i|
  if i == 2
    class Counter
      def step = self.count += 10
      def count = @count * 2
    end
  end
  counter.step
end
p seen, counter.count
class Integer
  alias plain_modulo %
  def %(other) = other == 13 ? "thirteen" : plain_modulo(other)
end
p [27 % 13, 27 % 12]
class Integer
  alias % plain_modulo
end
p 27 % 13
module Loud
  refine Integer do
    def even? = "refined"
  end
end
using Loud
p 3.even?

# == Blocks that outlive their method, and that leave it
def keeper = yield_self { |me| ->(n = 1) { [me.class, n] } }
p keeper.call, keeper.call(2)
def each_twice
  yield 1
  yield 2
  :done
end
p each_twice { |n| break n * 10 if n == 2 }, each_twice { |n| next n }
def find(items)
  items.each { |item| return item if item > 2 }
  nil
end
p find([1, 2, 3, 4]), find([1])
def orphan = proc { return 1 }
begin
  orphan.call
rescue LocalJumpError => e
  puts e.message
end
made = (1..3).map { |i| -> { i += 1 } }
p made.map(&:call), made.map(&:call)
def ensured
  yield
ensure
  puts "ensured"
end
p ensured { 5 }, (ensured { raise "inside" } rescue $!.message)
def wide(a, b, c, d, e, f, g, h)
  i = a
  j = k = l = m = n = o = q = nil
  [i, b, c, d, e, f, g, h, j, k, l, m, n, o, q].compact.sum
end
p wide(1, 2, 3, 4, 5, 6, 7, 8)
begin
  wide(1)
rescue ArgumentError => e
  puts e.message
end
def deep(n) = n.zero? ? 0 : 1 + deep(n - 1)
p deep(1_000)
begin
  def endless(n) = endless(n + 1) + 1
  endless(0)
rescue SystemStackError => e
  puts e.class
end

# == Where an error is said to be
def third(n)
  m = n + 1
  raise ArgumentError, "bad #{m}" if m > 2

  m
end
def second(n) = third(n)
begin
  3.times do |i|
    second(i)
  end
rescue ArgumentError => e
  puts e.message, e.backtrace.first(2).map { |line| line[/:(\d+)/, 1] }
end

# == Objects that new makes
class Account
  attr_reader :owner, :cents

  def initialize(owner, cents = 0, &block)
    @owner = owner
    @cents = block ? block.call(cents) : cents
    return :nothing if owner == "early"

    :something
  end
end
p Account.new("ann").cents, Account.new("bob", 5).cents, Account.new("cat", 5) { |n| n * 2 }.cents, Account.new("early").owner
p Account.new("gus", 5) { |n| break [:broken, n] }, Array.new(3) { |i| break i if i == 1 }, Class.new { break :unmade }
class Savings < Account
  def initialize(owner, *rest)
    super(owner, rest.sum)
    [1].each { return }
  end
end
p Savings.new("dan", 1, 2, 3).cents, Savings.new("eve").class, Class.new(Savings).new("fay", 4).cents
[-> { Account.new }, -> { Account.new(1, 2, 3) }, -> { Object.new(1) }].each do |make|
  make.call
rescue ArgumentError => e
  puts e.message
end
class Failing
  def initialize = raise("cannot be made")
end
begin
  Failing.new
rescue RuntimeError => e
  puts e.message
end
class Single
  class << self
    private :new
    def instance = @instance ||= new
  end
end
p Single.instance.equal?(Single.instance)
begin
  Single.new
rescue NoMethodError => e
  puts e.message
end
class Own
  def self.new(*arguments) = [:own, *arguments]
end
p Own.new(1, 2)
class Keyed
  attr_reader :all

  def initialize(first, second: 2, **rest) = @all = [first, second, rest]
end
p Keyed.new(1).all, Keyed.new(1, second: 3).all, Keyed.new(1, other: 4).all, Keyed.new(*[1], **{ second: 5 }).all
kept = []
class Keeper
  def initialize(list) = list << -> { [self.class, list.size] }
end
made = Keeper.new(kept)
p kept.first.call, made.instance_variables, made.is_a?(Keeper)
p [1, 2].map { |n| Array.new(n) { |i| i } }, String.new("text"), Hash.new { |hash, key| hash[key] = key }[:a], Range.new(1, 2)
Point = Struct.new(:x, :y) do
  def initialize(x, y = 7) = super
  def sum = x + y
end
p Point.new(1).sum, Point.new(1, 2).y, Point.new(3).to_a, Exception.new("said").message, [Point.new(5)].map(&:x)
begin
  Integer.new(1)
rescue NoMethodError => e
  puts e.message
end
frames = nil
class Traced
  def initialize = raise(ArgumentError, "traced")
end
begin
  Traced.new
rescue ArgumentError => e
  frames = e.backtrace.map { |line| line[/:(\d+)/, 1] }.first
end
p frames

# == Sums, rows and pairs
p [1, 2, 3].inject(:+), [1.5, 2].inject(:+), %w[a b].inject(:+), [[1], [2]].inject(:+), [2, 3].inject(10, :*), [].inject(:+), [4].inject(:foo)
p [1, 2].zip([3]), [1].zip([2, 3], [4]), [].zip([1]), [1, 2].zip(3..4), [[1, 2], [3, 4]].transpose, [].transpose, [[], []].transpose
begin
  [[1], [2, 3]].transpose
rescue IndexError => e
  puts e.message
end
{ a: 1, b: [2, 3] }.each { |key, value| p [key, value] }
{ a: 1, b: [2, 3] }.each { |pair| p pair }
{ a: [2, 3] }.each { |key, (first, second)| p [key, first, second] }
{ a: 1 }.each_pair { |key, *rest| p [key, rest] }
{ a: 1 }.each { p [_1, _2] }
{ a: 1 }.each { |key, value = 5, other| p [key, value, other] }
begin
  { a: 1 }.each(&->(key, value) { p [key, value] })
rescue ArgumentError => e
  puts e.message
end
p({ a: 1, b: 2 }.each { |key, value| break [key, value] if value == 2 }, { a: 1 }.each { |k, v| }.class)

# == Procs that call, nested and curried
add = ->(a, b = 1, *more) { [a, b, more] }
p add.call(1), add.(1, 2), add[1, 2, 3], add.curry(2)[1][2], add.to_proc.call(5)
p proc { |a, (b, c), d| [a, b, c, d] }.call(1, [2, 3], 4), proc { self.class }.call, proc { |x| next x * 2 }.call(4)
keeps = [1, 2, 3].map { |n| -> { n += 1 } }
p keeps.map(&:call), keeps.map(&:call)
def gives = yield(1, 2)
p gives { |a| a }, gives { |a, b, c| [a, b, c] }, gives(&->(a, b) { a + b })

# == Constants that change
LEVEL = 1
def level = LEVEL
before = $VERBOSE
$VERBOSE = nil
seen = [level]
LEVEL = 2
seen << level
Object.send(:remove_const, :LEVEL)
seen << (level rescue "none")
LEVEL = 3
p seen << level
$VERBOSE = before
module Holder
  60.times { |n| const_set("NAME#{n}", n) }
  def self.all = [NAME0, NAME31, NAME59]
end
p Holder.all
Holder.send(:remove_const, :NAME31)
p Holder.const_defined?(:NAME31), (Holder.all rescue $!.name), Holder::NAME59
