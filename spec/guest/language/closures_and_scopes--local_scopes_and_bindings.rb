# Scope rules: blocks, closures, shadowing, block locals, BEGIN order, constants lookup, self, nesting, top-level methods, globals.
x = 10
[1, 2].each { |i; x| x = i }
p x
[1, 2].each { |x| x += 1 }
p x
1.upto(3) { |i| x += i }
p x, defined?(i).inspect
if false
  never = 1
end
p never, binding.local_variable_defined?(:never), local_variables.first(2)
def no_outer = defined?(x).inspect
p no_outer
define_singleton_method(:with_outer) { x += 1 }
p with_outer, x
counter = lambda do
  n = 0
  { inc: -> { n += 1 }, dec: -> { n -= 1 }, get: -> { n } }
end
a, b = counter.call, counter.call
2.times { a[:inc].() }
b[:dec].()
p a[:get].(), b[:get].()
procs = [1, 2, 3].map { |i| -> { i * 10 } }
p procs.map(&:call)
loops = []
for i in 1..3 do loops << -> { i } end
p loops.map(&:call), i
j = 0
fns = []
(fns << -> { j }; j += 1) while j < 3
p fns.map(&:call)
module Outer
  LEVEL = :outer
  NAME = "out"
  class Inner
    LEVEL = :inner
    def level = [LEVEL, NAME, Module.nesting.map(&:name)]
    def self.get = LEVEL
  end
  class Child < Inner
    def level = [LEVEL, self.class::LEVEL, super.first]
  end
  def self.level = LEVEL
end
class Outer::Inner
  def other = [LEVEL, (NAME rescue "no NAME here"), Module.nesting.map(&:name)]
end
p Outer::Inner.new.level, Outer::Inner.new.other, Outer::Child.new.level, Outer.level, Outer::Inner.get, Outer.constants.sort, Outer::Child.const_get(:LEVEL), Outer.const_defined?(:String), Outer.const_defined?(:String, false)
$counter = 0
def bump = $counter += 1
3.times { bump }
p $counter, defined?($nope).inspect, $nope
p self.to_s, self.class, (class Foo; self; end), (module Bar; self; end), (class Foo; def me = self; new.me.class; end)
class Foo
  @registry = [:class_level]
  @@shared = 0
  class << self
    attr_reader :registry
    def shared = @@shared += 1
  end
  def registry = @registry
  def shared = @@shared
end
class FooChild < Foo
  def bump = @@shared += 10
end
p Foo.registry, FooChild.registry, Foo.new.registry, Foo.shared, FooChild.new.bump, Foo.new.shared, Foo.class_variables, FooChild.class_variable_get(:@@shared)
y = 1
blk = proc { |k, *rest, z: x| [k, rest, z] }
p blk.call(1), blk.call(1, 2, z: 0), blk.(*[7, 8])
v = [1, 2, 3].each_with_index.map do |n, idx|
  next 0 if n == 2
  n * idx
end
p v, [1, 2, 3].each { |n| break n * 100 if n == 2 }, (proc { next 5; 6 }).call
def finder(list) = list.each { |n| return "found #{n}" if n > 1 } && "none"
def block_return = [1, 2].each { |n| yield n }
def run = block_return { |n| return "early #{n}" }
p finder([0, 2]), finder([0]), run
def yielder = yield(1, 2, 3)
yielder { |a, b| p [a, b] }
yielder { |a, *b| p [a, b] }
yielder { |a, (b, c), d| p [a, b, c, d] }
yielder { |*a, b| p [a, b] }
p((yielder { _1 }), (yielder { [_1, _2] }), block_given?, (def given? = block_given?; given? { }), given?)
t1, (t2, *t3), *t4, t5 = 1, [2, 3, 4], 5, 6, 7
p t1, t2, t3, t4, t5
m, n = n = 3, 4
p m, n
h = {}
h[:a], h[:b] = h[:b], 5
s = Struct.new(:l, :r).new(1, 2)
s.l, s.r = s.r, s.l
p h.to_a, s.to_a
*init, last = [1, 2, 3]
first, = [9, 8]
p init, last, first
x, y = y, x
p x, y
c = (d = 5) + 1
e = f = []
f << 1
p c, d, e
g ||= 3
g &&= g + 1
z = if g > 3 then :big else :small end
w = while true do break :broke end
u = begin 7 ensure 8 end
r = case when g == 4 then "four" end
p g, z, w, u, r, (true && nil), (false or :x), (not true), [*1..3, *nil, *[4]], (1 if false), __method__.inspect
puts [x, y].frozen?, [__FILE__.class, __LINE__.class].inspect
