# == Keywords of a block
# A block that takes keywords and is called with some, be it none at all, does not take an Array apart.
none = {}
p proc { |x, y = 2, **o| [x, y, o] }.call([1, 2], **none), proc { |x, y = 2, **o| [x, y, o] }.call([1, 2])
p proc { |x, y| [x, y] }.call([1, 2], **none), proc { |x, y, k: 1| [x, y, k] }.call([1, 2], k: 3)
def hand_on(*arguments, **keywords) = yield(*arguments, **keywords)
p hand_on([1, 2]) { |a, b = 5, **o| [a, b, o] }, hand_on([1, 2]) { |a, b| [a, b] }
p hand_on([1, 2], c: 3) { |a, b = 5, **o| [a, b, o] }

# == Beside a flip-flop
# What a routine keeps in hidden variables changes nothing about its parameters, or about those of routines in it.
(1..6).select { |i| true if (i == 3)..(i == 4) }
f = ->(a, d:) {}
p f.parameters, f.arity
def many(a, b = 2, d:, e: 1) = (1..5).select { |i| true if (i == b)..(i == d) }
p method(:many).parameters, method(:many).arity, many(1, d: 4), many(1, 3, d: 3)
def keys(d:) = (1..5).select { |i| true if (i == 2)..(i == d) }
p method(:keys).parameters, method(:keys).arity, keys(d: 3), (keys rescue $!.message)

# == A class with a method called allocate
class Budget
  attr_reader :lines

  def self.allocate(amount) = new(amount)
  def initialize(*lines) = @lines = lines
end
p Budget.allocate(5).lines, Budget.new(1, 2).lines, Budget.new(*[3] * 20).lines.size, Budget.new(a: 1).lines
class Fixed
  def self.allocate = raise("never asked")
end
p Fixed.new.class
