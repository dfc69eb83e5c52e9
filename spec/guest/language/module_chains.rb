# == Modules that come late
# What a module takes in reaches all that has the module: classes, objects, singleton classes, other modules.
module Named
  def name = "named"
end

module Late
  def name = "late #{super}"
end

module Behind
  def behind = "behind"
end

module Other
  include Named
end

class Own
  include Named
  def own = name
end

class Below < Own
  def name = "below #{super}"
end

class Before
  prepend Named
  def name = "never"
end

class Through
  include Other
end

object = Object.new.extend(Named)
single = Object.new
single.singleton_class.prepend(Named)
things = [Own.new, Below.new, Before.new, Through.new, object, single]
p things.map(&:name)
Named.include(Behind)
p things.map(&:behind)
Named.prepend(Late)
p things.map(&:name)
p Own.new.own
[Own, Below, Before, Through, Other, Named].each do |c|
  p c.ancestors.take_while { |a| a != Object }
  p c.included_modules - Object.included_modules
end
p object.singleton_class.ancestors.drop(1).take(3), single.singleton_class.ancestors.take(3)
p(things.map { |thing| [Named, Late, Behind].map { |m| m === thing } }.uniq)
p Named.include?(Named), Named.include?(Late), Own.include?(Late), Own.superclass, Below.superclass
# == Modules before modules before modules
module A
  def who = "A(#{super rescue "-"})"
end

module B
  prepend A
  def who = "B(#{super rescue "-"})"
end

module C
  def who = "C(#{super rescue "-"})"
end

class One
  prepend B
  def who = "One"
end

class Two
  include B
  def who = "Two(#{super})"
end
p One.new.who, Two.new.who, One.ancestors.take(3), Two.ancestors.take(3)
A.prepend(C)
p One.new.who, Two.new.who, One.ancestors.take(4), Two.ancestors.take(4)
B.prepend(Module.new { def who = "new(#{super})" })
p Two.new.who
p One.instance_method(:who).owner == One.ancestors.first
p Two.instance_method(:who).owner, Two.new.method(:who).super_method.owner == Two.ancestors[1]
trail = []
at = Two.new.method(:who)
while at
  trail << at.owner
  at = at.super_method
end
p trail.values_at(0, 2, 3, 4)
begin
  A.include(B)
rescue ArgumentError => e
  puts e.message
end
begin
  A.prepend(B)
rescue ArgumentError => e
  puts e.message
end
# == The same module above and below
module M; end
module N; end

class Base
  include M
end

class Child < Base
  include M
end
p Child.ancestors.take(3)
Child.prepend(M)
p Child.ancestors.take(4)

class Twice
  include M
  prepend M
end
p Twice.ancestors.take(3)

class Order
  include M, N
end
p Order.ancestors.take(3)

module Both
  include N
  include M
end
Order.include(Both)
p Order.ancestors.take(4)
# == In the course of a call
module Early
  def call = "early #{super}"
end

class Parent
  def call = "parent"
end

class Changed < Parent
  def call
    self.class.prepend(Early)
    "changed #{super}"
  end
end
changed = Changed.new
p changed.call, changed.call

module Moved
  def call
    Moved.prepend(Early)
    "moved #{super}"
  end
end

class Mover < Parent
  include Moved
end
p Mover.new.call, Mover.new.call
# == Copies
# What a copy takes in its source has not, and the other way.
module M; def m = :m; end
module N; def n = :n; end
module P; def own = [:p, super]; end

class Source
  include M
  prepend P
  def own = :own
end
copy = Source.dup
copy.include(N)
copy.define_method(:own) { :changed }
p Source.new.own, copy.new.own, copy.new.n, Source.method_defined?(:n)
p copy.ancestors.drop(2).take(2), Source.ancestors.take(3)

module Parts
  include M
end
other = Parts.dup
M.include(Module.new { def later = :later })
other.include(N)
p Parts.ancestors.include?(N), other.ancestors.include?(N), Object.new.extend(other).later

object = Object.new
object.singleton_class.prepend(P)
def object.own = :single
clone = object.clone
def clone.own = :cloned
clone.extend(N)
p object.own, clone.own, object.respond_to?(:n), clone.n
p object.dup.respond_to?(:own)
# == Modules without methods
module Empty; end

class Covered
  prepend Module.new
end
p Covered.new.is_a?(Empty), Empty === Covered.new, Covered.include?(Empty), Covered <= Empty
# == Constants and class variables
module First; NAME = :first; end
module Second; NAME = :second; OTHER = :other; end

class Reader
  include First
  def name = NAME
  def other = OTHER
end
p Reader.new.name
First.prepend(Second)
p Reader.new.name, Reader.new.other, Reader::NAME, Reader.const_get(:OTHER)

module Counted
  @@count = 1
  def count = @@count += 1
end

class Counter
  include Counted
end
Counted.prepend(Module.new)
p Counter.new.count, Counter.new.count, Counter.class_variable_get(:@@count), Counter.class_variables
# == Singleton classes of classes
module Tools
  def tool = "tool"
end

module More
  include Tools
  def more = "more"
end

class Top
  extend Tools
end

class Bottom < Top
  extend More
end
p Bottom.tool, Bottom.more, Top.respond_to?(:more)
Tools.prepend(Module.new { def tool = "new #{super}" })
p Top.tool, Bottom.tool
