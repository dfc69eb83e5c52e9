# == Closures
def make_counter(start = 0, step: 1)
  count = start
  increment = -> { count += step }
  decrement = -> { count -= step }
  current = -> { count }
  [increment, decrement, current]
end

up, down, value = make_counter(10, step: 5)
up.call
up.()
down[]
puts value.call

adders = (1..3).map { |n| ->(x) { x + n } }
puts adders.map { |add| add.call(10) }.inspect

compose = adders.inject { |f, g| f >> g }
puts compose.call(0)
double = proc { |x| x * 2 }
puts (double << adders[0]).call(5)
puts (double >> adders[0]).call(5)

def fib_memo
  cache = {}
  fib = ->(n) { n < 2 ? n : cache[n] ||= fib[n - 1] + fib[n - 2] }
  fib
end
puts fib_memo.call(80)

multiply = ->(a, b, c) { a * b * c }
curried = multiply.curry
puts curried[2][3][4]
puts curried.(2, 3).(5)

total = 0
[1, 2, 3].each { |x; y| y = x * 2; total += y }
puts total

x = 10
change = lambda { |v| x = v }
change.call(99)
puts x
[5].each { |x| x + 1 }
puts x

accumulator = Hash.new { |hash, key| hash[key] = [] }
register = ->(event, &handler) { accumulator[event] << handler }
register.call(:start) { |name| "hello #{name}" }
register.call(:start) { |name| "welcome #{name}" }
register.call(:stop) { |name| "bye #{name}" }
accumulator.each { |event, handlers| handlers.each { |h| puts "#{event}: #{h.call('Ann')}" } }

gen = Enumerator.new { |y| a = 1; loop { y << a; a *= 3 } }
puts gen.take(6).inspect
puts((lambda(&double).lambda? rescue false))
puts multiply.arity, double.arity, proc { |*a, b| }.arity, ->(a, b = 1) {}.arity

# == Local scopes and bindings
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
