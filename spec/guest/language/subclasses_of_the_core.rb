# Needs Ruby 4.0: a Set takes the members of an Array without its `each`
# Subclasses of Array, Hash, Range, String and Struct that have methods of their own: what the core does itself does not
# ask them, what Enumerable does asks `each`.

class Attributes < Hash
  def [](name) = fetch(name.to_s, nil)&.upcase
  def []=(name, value)
    super(name.to_s, value)
  end
  def key?(name) = super(name.to_s)
  def keys = super.map(&:to_sym)
  def size = super * 100
end
a = Attributes.new
a[:x] = "v"
a.store("y", "w")
p a[:x], a.key?(:y), a.keys, a.size, a
p a.fetch("x"), a.values_at("x"), a.dig("x"), a.slice("y"), a.merge("z" => "u"), a.select { |k, _| k == "x" }
p a.to_a, a.map { |k, v| [k, v] }, a.min_by { |_, v| v }, a.find { |k, _| k == "y" }, a.any? { |k, _| k == :x }
p a.each_with_index.to_a, a.sum { |_, v| v.size }, a.sort_by { |k, _| k }, a.to_h { |k, v| [v, k] }, a.invert, a.count
p a.transform_values(&:to_sym), a.reject { |k, _| k == "x" }, a.empty?, a.assoc("x"), a.length, a.group_by { |_, v| v }
a.delete("x")
p a.each_pair.to_a, a.filter_map { |k, _| k }, a.reduce([]) { |all, (k, _)| all << k }

class Shouting < Hash
  def each
    super { |k, v| yield [k.to_s.upcase, v] }
  end
end
s = Shouting[a: 1, b: 2]
p s.map { |k, _| k }, s.to_a, s.first, s.find { true }, s.sort_by { |_, v| -v }, s.inject { |x, y| x + y }
p s.each_with_index.to_a, s.each_slice(1).to_a, s.group_by { 1 }, s.min_by { |_, v| v }, s.zip([3]), s.count, s.to_set
p s.select { |k, _| k == :a }, s.partition { |k, _| k == "A" }, s.sum { |_, v| v }, s.each_with_object([]) { |x, all| all << x }
p s.flat_map { |k, _| [k] }, s.take_while { true }, s.all? { |k, _| k == k.upcase }, s.uniq { 1 }, s.reduce(0) { |n, x| n + x[1] }

h = { a: 1 }
def h.each = yield([:other, 2])
p h.map { |k, v| [k, v] }, h.first, h.to_a, h.sum { |_, v| v }, h.each_with_index.to_a

class Tens < Array
  def each
    super { |x| yield x * 10 }
  end
end
t = Tens[1, 2]
p t.inject(:+), t.each_with_index.to_a, t.group_by { 1 }, t.partition { |x| x > 10 }, t.each_slice(1).to_a, t.min_by { |x| x }
p t.flat_map { |x| [x] }, t.tally, t.sort_by { |x| -x }, t.each_with_object([]) { |x, all| all << x }, t.entries, t.each_cons(2).to_a
p t.map { |x| x }, t.select { true }, t.first, t.sum, t.max, t.include?(10), t.member?(10), t.drop(1), t.to_a, t.index(2)
p t.reduce(0) { |sum, x| sum + x }, t.filter_map { |x| x if x > 10 }, t.to_set.to_a, t.any? { |x| x == 10 }

class FromOne < Array
  def [](index) = super(index - 1)
  def size = super + 1
end
f = FromOne[5, 6, 7]
p f[1], f.size, f.index(7), f.inject(:+), f.find { |x| x == 5 }, f.rindex(5), f.fetch(0), f.dig(0), f.first, f.last
p f.each_slice(2).to_a, f.each_cons(2).to_a, f.map! { |x| x }, f.reverse_each.to_a, f.sum, f.each_with_index.to_a, f.sort_by { |x| -x }
p f.take_while { true }, f.max_by { |x| x }, f.bsearch { |x| x >= 6 }, f.values_at(0), f.rotate, f.each_index.to_a

class Quiet < Array
  def map = raise("map")
  def any?(*) = raise("any?")
  def replace(*) = raise("replace")
end
q = Quiet[3, 1, 2]
p q.flat_map { |x| [x] }, q.max_by { |x| x }, q.none?, q.reject! { |x| x == 1 }, q.sort_by { |x| x }, q.delete_if { |x| x == 3 }

class Letters < String
  def size = 99
  def [](*) = "?"
  def each_char = raise("each_char")
end
l = Letters.new("hello")
p l.center(9), l.tr("l", "L"), l.capitalize, l.scan(/l/), l.sub("h", "j"), l.chars, l.partition("l"), l.start_with?("he"), l.succ

Point = Struct.new(:x, :y) do
  def [](name) = "own #{name}"
  def to_a = [:none]
end
point = Point.new(1, 2)
p point.each.to_a, point.to_h, point.x, point == Point.new(1, 2), point.values_at(0), point.select { |v| v > 1 }

class Steps < Range
  def each
    yield :step
  end
end
r = Steps.new(1, 3)
p r.map { |x| x }, r.each_slice(2).to_a, r.inject { |a, b| [a, b] }, r.select { true }, r.find { true }, r.to_a, r.first, r.min

class Array
  alias each_of_core each
  def each(&)
    each_of_core(&)
    self
  end
end
p [1, 2].each_with_index.to_a, [1, 2].inject(:+)
