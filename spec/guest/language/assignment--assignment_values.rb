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
