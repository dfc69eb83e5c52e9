# == What a method is can be asked before it is called
require "set"
p Complex.instance_method(:fdiv).arity, Set.instance_method(:subset?).arity, Rational.instance_method(:round).arity
p Set.instance_method(:join).arity, Enumerator::Lazy.instance_method(:zip).arity
p Complex.method_defined?(:fdiv), Complex.instance_method(:fdiv).owner
m = Set[1].method(:subset?)
p m.call(Set[1, 2]), m.arity, m.unbind.bind(Set[3]).call(Set[1])
p Set[1].method(:disjoint?).to_proc.call(Set[2])
p Set[1].public_method(:superset?).owner

# == It may be replaced, copied and called by another name
require "set"
class Set
  alias old_subset? subset?

  def subset?(other)
    [:mine, old_subset?(other)]
  end
end
p Set[1].subset?(Set[1, 2])

class Complex
  define_method(:inverse, instance_method(:fdiv))
end
p Complex(3, 4).inverse(2)

module Told
  def polar
    [:told, super]
  end
end
Complex.prepend(Told)
p Complex(0, 2).polar.first, Complex(0, 2).polar.last.first

class Numbers < Set
  def superset?(other) = super && :all
end
p Numbers[1, 2].superset?(Set[1])

# == A copy of a class, and a refinement, have it too
require "set"
other = Set.clone
p other[1].disjoint?(Set[2])
module Loud
  refine Set do
    def intersect?(other) = [:loud, super]
  end
end
using Loud
p Set[1].intersect?(Set[1])

# == It may be called within fibers, blocks, ensure and by name
require "set"
fibers = 2.times.map { |i| Fiber.new { Fiber.yield Set[i].subset?(Set[0]); Set[i].superset?(Set[1]) } }
p fibers.map(&:resume), fibers.map(&:resume)
begin
  raise "first"
rescue StandardError
  p Complex(1, 2).rectangular
ensure
  p [3, 1, 2].lazy.reject(&:odd?).to_a
end
p Set[1].send(:proper_subset?, Set[1, 2]), Set[1].public_send(:<=>, Set[1]), [Set[1]].map(&:to_a)
p Set[1].respond_to?(:proper_superset?)

# == Wrong arguments say what was given
require "set"
def said
  yield
rescue ArgumentError, TypeError, NoMethodError => e
  puts "#{e.class}: #{e.message}"
end
said { Set[1].proper_subset? }
said { Set[1].proper_subset?(Set[1], 2) }
said { Set[1].superset?(1) }
said { Complex(1, 2).fdiv }
said { Random.new(1, 2, 3) }
said { "abc".dump(1) }

# == Blocks of it see what they see, and leave it
require "set"
p Set[1, 2, 3].delete_if { |x| break x if x == 2 }
p Set[1, 2, 3].partition(&:odd?), Set[3, 1].sort_by { -_1 }
def first_big(set) = set.each { |x| return x if x > 1 }
p first_big(Set[1, 5])
p Set[1, 2].each_slice(1).to_a
