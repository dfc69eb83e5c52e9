# == Odd forms
# Assignments and parameters in their odder forms.
class W; def to_ary = 5; end
begin; x, y = W.new; rescue TypeError => e; p e.class; end
begin; [W.new].each { |a, b| p a }; rescue TypeError => e; p e.class; end
class V; def to_ary = raise("no"); end
begin; x, y = V.new; rescue => e; p e.message; end
begin; [[V.new, 1]].each { |(a, b), c| p a }; rescue => e; p e.message; end
class Grid; def initialize = @h = {}; def [](*k, **o) = @h[[k, o]]; def []=(*k, v) ; @h[[k[0..], {}]] = v; end; attr_reader :h; end
g = Grid.new
g[1, 2] ||= 5; g[1, 2] += 1
g[1,2,3,4,5,6,7,8,9,10,11,12,13] ||= 1
g[1,2,3,4,5,6,7,8,9,10,11,12,13,14] ||= 1
g[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18] ||= 1
k = [1, 2]
g[*k] += 4; g[*k, 3] ||= 9; g[] ||= 3
p g.h.map { |kk, v| [kk[0], v] }
def blk; a = [1]; a[0] += yield; a[0] ||= yield; a; end
p blk { 5 }
a = [[[1]]]
a[0][0][0] += a[0][0][0] += 1
p a
b = [0, 1, 2]
b[b[b[1] += 1] -= 1] += 10
p b
s = Struct.new(:v, :w).new(1, [1, 2])
s.v += s.w[0] += s.w[1] *= 3
p s.to_a
s.v = s.w = nil
s&.v ||= s&.w ||= 4
p s.to_a
module M; end
c = nil
p((c&.foo += 1), (c&.foo ||= 1), (c&.foo &&= 2))
o = Object.new
class << o; attr_accessor :n; end
o.n = 5
r = (o.n += 1) + (o.n -= 2) * (o.n *= 3)
p r, o.n
x = o.n += 1 if true
p x
p [o.n += 1, o.n ||= 2, o.n &&= 7], (o.n += begin; 3; ensure; 4; end), (o.n += [1].sum { |q| next q + 1 }), o.n
def kw(o:) = o.n += 1
p kw(o: o)
def rest(*a, **k, &b) = (k[:x] ||= a[0] += 1; [a, k[:x]])
p rest(1), rest(3, x: 1)
z = ->(a, (b, *c), *d, e: a, **f) { [a, b, c, d, e, f] }
p z.(1, [2, 3, 4], 5, e: 6).first(5), z.(1, 2).first(5), z.([1], nil)[1]
def d(a, (b, (c, *e), *f), g = 1, *h, (i, *j)) = [a,b,c,e,f,g,h,i,j]
p d(1, [2, [3, 4], 5], [6, 7]), d(1, 2, 3, 4, 5)
def req(a:, b: a + 1, c:, d: c + b) = [a, b, c, d]
p req(a: 1, c: 5), req(c: 1, a: 2, d: 0), method(:req).arity
begin; req(b: 1); rescue ArgumentError => e; p e.message; end
begin; req(a: 1, c: 2, q: 3, r: 4); rescue ArgumentError => e; p e.message; end
def optreq(x, y = x * 2, *z, k:, l: k) = [x, y, z, k, l]
p optreq(1, k: 2), optreq(1, 2, 3, k: 4, l: 5), method(:optreq).arity, method(:optreq).parameters
def sup(k:, l: 2) = [k, l]
class Sp; def m(k:, l: 2, **o) = [k, l, o.keys]; end
class Sq < Sp; def m(l: 5, k:, **o) = super; end
p Sq.new.m(k: 1, z: 1)
puts [1, 2].map { |n| <<~A + <<~B }
  a#{n} #{[n].map { |q| q + n }.sum}
A
  b#{n + 1}
B
v = [<<~ONE, <<~'TWO'].each { |t| puts t }
  one #{v.inspect}
ONE
  two #{v}
TWO
def hd(x) = x.map { |y| <<~T.strip }
  #{x.size} #{y} #{<<~U.strip}
    in #{y}
  U
T
p hd([1, 2])

# == Its value
# The value of an assignment, wherever it is the last expression.
x = y = nil
p [5, 6].map { |i| x = i }, ->(v) { x = v if v > 1 }.(5), [1, 2].find { |i| x = i }, x
p [1, 2].map { |i| x += i }, [nil, 1].map { |i| x = nil; x ||= i }, [1, 2].map { |i| x = 1; x &&= i }, x
p [1, 2].map { |i| x, y = i, 2 }, [1, 2].map { |i| x, y = [i, 3] }, [[1, 2]].map { |a, b| x, y = b, a }, [x, y]
p [1, 2].map { |i| x = y = i }, [1, 2].map { |i| x = (y = i) + 1 }, [x, y]
p [1, 2].map { |i| x = [y = i, x] }, [1, 2].map { |i| *x = i }, [1, 2].map { |i| x, *y = i, i, i }, [1].map { |i| (x, y), z = [i, 2], 3 }
p [1, 2].map { |i| @iv = i }, [1, 2].map { |i| $gv = i }, [1, 2].map { |i| @iv ||= i }, [1, 2].map { |i| $gv += i }
class K
  LIST = [1, 2].map { |i| @@cv = i }
  p LIST, @@cv, [3].map { |i| @@cv ||= i }, [3].map { |i| @@cv += i }
end
p [4].map { |i| K::NEW = i }, K::NEW, [4].map { |i| TOP = i }, [9].map { |i| K::OTHER ||= i }, K::OTHER
h = { a: 1 }
o = Struct.new(:v).new(1)
p [5].map { |i| h[:b] = i }, [5].map { |i| h[:c] ||= i }, [5].map { |i| h[:b] += i }, [5].map { |i| o.v = i }, [5].map { |i| o.v ||= i }, [5].map { |i| o&.v = i }
def last(v)
  a = nil
  2.times { a = v }
  [a, [v].each { |i| a = i }, (1.times { a = v + 1 }), a]
end
p last(7)
def nested(v) = [1].map { |i| [2].map { |j| v = i + j; [3].map { |k| v = k } } }
p nested(0), nested(1)
def conditional(flag, v)
  r = nil
  l = lambda do |w|
    if flag then r = w else r = v end
  end
  m = lambda { |w| r = flag ? w : v }
  n = lambda { |w| case w when 1 then r = w else r = v end }
  o = lambda { |w| begin r = w rescue 0 ensure 1 end }
  q = lambda { |w| r = w unless flag }
  s = lambda { |w| flag && r = w }
  t = lambda { |w| r = w or 3 }
  [l, m, n, o, q, s, t].map { |f| f.(1) }
end
p conditional(true, 2), conditional(false, 2)
z = nil
p((z = 5), [1].map { |i| z = i; z }, [1].map { |i| (z = i) }, [1].map { |i| z = i if true }, [1].map { |i| begin; z = i; end })
i = 0
p((i += 1 while i < 3), i, [0].map { |j| while j < 2 do z = j; j += 1 end; z }, [1].each_with_index.map { |v, k| z = k })
p [1].map { |v| next(z = v) }, [1].each { |v| break(z = v) }, proc { |v| z = v }.call(3), [3].map(&->(v) { z = v }), [3].inject(1) { |a, b| z = b }, [4].sum { |v| z = v }
f = proc { |a = (z = 9)| a }
p f.call, z, [1, 2].each_slice(1).map { |a| z = a }, [2].map { |v| z = -v }, [2].map { |v| z = v.to_s }, [2].map { |v| z = !v }, [2].map { |v| z = v == 2 }
p [2].map { |v| z = self.class }, [2].map { |v| z = nil }, [2].map { |v| z = 7 }, [2].map { |v| z = :s }, [2].map { |v| z = "t" }, [2].map { |v| z = [] }, [2].map { |v| z = {} }, [2].map { |v| z = -> { 1 } }.first.call
p [2].select { |v| z = v }, [2].any? { |v| z = v }, [2].group_by { |v| z = v }.keys, [[2, 3]].map { |(a, b)| z = b }, [2].map { |v; w| w = z = v }, [[1]].map { |(k)| z = k }
p [[1, [2]]].map { |a, (b)| z = b }, { a: 1 }.map { |k, v| z = v }, { a: 1 }.each_with_object([]) { |(k, v), m| m << (z = v) }
define_singleton_method(:dm) { |v| z = v }
p dm(4), z, [6].map { |v| eval("z = v") }, binding.local_variable_get(:z)
class NilTest
  def a = nil? ? :yes : :no
  def b = (if nil? then 1 else 2 end)
  def c = (nil? && 1) || 3
  def d = (1 unless nil?)
  def e = (i = 0; i += 1 until nil? || i > 3; i)
  def f = (nil? or self.nil? or not nil?)
  def g(v) = [v.nil? ? 1 : 2, (v&.nil? ? 1 : 2), !v.nil?, (self.nil? ? 1 : 2), (3 if v.nil?), (3 unless v.nil?)]
end
t = NilTest.new
p t.a, t.b, t.c, t.d, t.e, t.f, t.g(nil), t.g(1), t.instance_eval { nil? ? 1 : 2 }, nil.instance_eval { nil? ? 1 : 2 }

# == Operands are evaluated once
# `op=` evaluates its receiver and its arguments once.
Item = Struct.new(:count, :tags)
queue = [Item.new(1), Item.new(5)]
queue.shift.count += 1
p queue.map(&:count)
i = 0
list = [1, 2, 3]
list[i += 1] *= 10
p list, i
calls = []
store = ->(name) { calls << name; $items ||= {}; $items }
store.call(:a)[:x] ||= 1
store.call(:b)[:x] += 4
store.call(:c)[:x] &&= 7
p $items[:x], calls
item = Item.new(nil, [])
p item.count ||= 3, item.count &&= item.count + 1, item.tags += ["new"], item.count -= 1, item.to_a
nobody = nil
p nobody&.count += 1, nobody&.count ||= 2, nobody
somebody = Item.new(1)
p somebody&.count += 1, somebody.count
grid = Array.new(2) { [0, 0] }
grid[1][0] += 1
grid[-1][-1] -= 1
p grid
word = +"abc"
word[0] += "z"
word[*[1, 2]] += "y"
p word
class Counter
  def run = (self.total ||= 1; self.total += 2; self.total)

  private

  attr_accessor :total
end
p Counter.new.run
