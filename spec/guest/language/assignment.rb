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
