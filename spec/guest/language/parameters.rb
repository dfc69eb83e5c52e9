# Parameters that take arguments apart, keywords that must be given, and none at all.
p [[1, 2, 3]].each_with_index.map { |(first, *rest), i| [first, rest, i] }
p [[1, [2, 3, 4]]].map { |a, (b, *c)| [a, b, c] }, [[[1, 2, 3], 4]].map { |(*a, b), c| [a, b, c] }
def apart(a, (b, (c, *d), e), f) = [a, b, c, d, e, f]
p apart(1, [2, [3, 4, 5], 6], 7)
class Pair
  def initialize(*parts) = @parts = parts
  def to_ary = @parts
end
one, two = Pair.new(1, 2)
head, *tail = Pair.new(1, 2, 3)
p one, two, head, tail, [[Pair.new(1, 2), 3]].map { |(a, b), c| [a, b, c] }, [Pair.new(4, 5)].map { |a, b| a + b }, [0] + Pair.new(1), [0, Pair.new(1, 2)].flatten
puts Pair.new("x", "y")
def strict(a, b = 1, *c, d, e:, f: 2, **g, &h) = nil
def nothing(a, **nil) = a
p method(:strict).parameters, method(:strict).arity, ->(k:, l: 1) {}.arity, ->(a, k: 1) {}.arity, proc { |a, k: 1| }.arity, ->(a, z:, y: 1, x:) {}.parameters
p nothing(1), method(:nothing).parameters
[-> { nothing(1, k: 2) }, -> { strict(1) }, -> { strict(1, 2) }, -> { ->(a, k:) {}.call(1, 2, k: 3) }].each do |wrong|
  wrong.call
rescue ArgumentError => e
  puts e.message
end
def blocks(&block) = proc(&block).lambda?
p blocks { 1 }, blocks(&-> { 1 }), lambda { 1 }.lambda?
p [1, 2].map { |n| <<~TEXT }
  n is #{n}
TEXT
def told(name) = <<~TEXT
  for #{name}
TEXT
puts told("Ann"), <<~'RAW'
  a \\ b \n
RAW
