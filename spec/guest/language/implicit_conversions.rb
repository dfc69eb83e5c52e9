# == Arrays ask for to_ary, to_int and to_str
class Pair
  def initialize(*items) = @items = items
  def to_ary = @items
  def inspect = "Pair"
end
class Two; def to_int = 2; end
class Dash; def to_str = "-"; end
pair = Pair.new(1, 2)
p [0].concat(pair, pair), [0] + pair, [1, 2] == pair, [1, 3] <=> pair, [3, 1] - pair, [1, 5] & pair, [5] | pair, [2].intersect?(pair)
p Array.new(pair), [[pair, 3]].flatten, [pair].to_h, [pair, [3, 4]].transpose, [7, 8].zip(pair), [5].product(pair), [pair].assoc(1), Array.try_convert(pair)
a = [9, 9, 9]
a[0, 2] = pair
p a, a.replace(pair), [[5, 6], pair].flat_map { |x| x }
p [1, 2, 3, 4].first(Two.new), [1, 2, 3][Two.new], [1, 2, 3][Two.new, Two.new], [1, 2, 3, 4][Two.new..], [1, 2, 3].rotate(Two.new), [1, 2, 3].values_at(Two.new), [5] * Two.new, [1, 2, 3].drop(Two.new), [1, [2, [3, [4]]]].flatten(Two.new), [1, 2, 3].fetch(Two.new), Array.new(Two.new, 0), [1, 2, 3].cycle(Two.new).to_a
p [1, 2].join(Dash.new), [1, Dash.new, [2, [Dash.new]]].join(Dash.new), [1, 2] * Dash.new
# == What is no array, and what only says so
class Nothing; def to_ary = nil; end
class Wrong; def to_ary = 1; def to_int = "1"; def to_str = :a; def to_hash = []; end
[-> { [1] + Object.new }, -> { [1].concat(nil) }, -> { [1] + Wrong.new }, -> { [1].first(Wrong.new) }, -> { [1].join(Wrong.new) }, -> { {}.merge(Wrong.new) }, -> { [1] - 5 }].each do |call|
  call.call
rescue TypeError => e
  puts e.message
end
p [[1, Nothing.new].flatten.size, ([1, 2] == Nothing.new)]
class Proxy
  def initialize(target) = @target = target
  def method_missing(name, *args) = @target.respond_to?(name) ? @target.__send__(name, *args) : super
  def respond_to_missing?(name, all = false) = @target.respond_to?(name, all)
end
p [0] + Proxy.new([1, 2]), [[1], Proxy.new([2])].flatten, ["a", "b"].join(Proxy.new("-")), { a: 1 }.merge(Proxy.new({ b: 2 })), [Proxy.new(5)].flatten.size, [5, 6, 7][Proxy.new(1)]
# == Hashes ask for to_hash and to_ary
class Opts; def to_hash = { b: 2 }; end
class KeyValue; def to_ary = [:k, 1]; end
p({ a: 1 }.merge(Opts.new), { b: 1 }.update(Opts.new) { |_, x, y| x + y }, Hash[Opts.new], { b: 2 } <= Opts.new, { b: 2, c: 3 } > Opts.new, {}.replace(Opts.new), Hash.try_convert(Opts.new))
p [1].to_h { KeyValue.new }, { a: 1 }.to_h { KeyValue.new }, [KeyValue.new].each_entry.to_h, Hash[[KeyValue.new]], %w[a b].tally(Class.new { def to_hash = { "a" => 1 } }.new)
h = {}
h.default_proc = Class.new { def to_proc = ->(hash, key) { [key] } }.new
p h[:x]
# == Conversions that change what they are asked for
class Emptying
  def initialize(ary) = @ary = ary
  def to_int = (@ary.clear; 1)
end
%i[first last pop shift drop take rotate fetch delete_at values_at].each do |name|
  a = (1..50).to_a
  begin
    p [name, a.__send__(name, Emptying.new(a))]
  rescue IndexError => e
    puts e.message
  end
end
a = (1..50).to_a
p a[Emptying.new(a), 40], a[Emptying.new(a)..]
# == Comparing arrays and hashes
class Always; def ==(_) = false; end
x = Always.new
p [x] == [x], [[1, x]] == [[1, x]], [1, 2.0] == [1.0, 2], [1].eql?([1.0])
class Odd; def <=>(_) = 7; end
p [Odd.new] <=> [1], [1, 2] <=> [1, 2, 3], [1] <=> [:a], [[1, 2], 3] <=> [[1, 2], 2]
one = [1]
one << one
two = [1]
two << two
p one == two, one.eql?(two), one <=> two
h = { a: 1 }
h[:h] = h
g = { a: 1 }
g[:h] = g
p h == g, { a: 1, b: 1 }.hash == { a: 2, b: 2 }.hash, { a: 1, b: 2 }.hash == { b: 2, a: 1 }.hash
