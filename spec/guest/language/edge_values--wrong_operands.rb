# Operands that are no numbers, orders with NaN, rounding to tens, recursive arrays, arrays changed under way.
def error
  yield.inspect
rescue StandardError => e
  "#{e.class}"
end

class Ten
  def coerce(other) = [other, 10]
end
p 3 | Ten.new, 3 & Ten.new, 3 ^ Ten.new, 2**70 | Ten.new, 3 | 2**70, 2**70 ^ 2**70, -1 & 2**65
[nil, "a", [1], :sym, 1..3, Object.new, {}].each { |other| puts [error { 3 | other }, error { 3 & other }, error { 2**70 ^ other }].join(" ") }
p error { 5.to_s("a") }, error { [1, 2].last("a") }, error { [1, 2].first(nil) }, error { 1 << "a" }, error { 1 >> nil }
p 300.ceil(-2), 11110.ceil(-1), 301.ceil(-2), -300.floor(-2), -301.floor(-2), 5.floor(-19), 5.round(-19), (9 * 10**18).round(-19), -5.truncate(-19), 0.ceil(-3), (10**30 + 1).ceil(-5), (10**30 - 1).truncate(-5)
nan = Float::NAN
p 1.0 <=> nan, nan <=> 1, nan.send(:>=, 1), 1.send(:<, nan), nan == nan, 1.fdiv(0), -1.fdiv(0), 0.fdiv(0).nan?, (10**25).fdiv(10**24), (2**80).fdiv(3), (2**70).div(1.5)
p error { [1, nan].sort }, error { [3, nan, 1].min }
deep = [1]
deep << [deep]
p error { deep.flatten }, deep.flatten(1).size, [[1, [2]], [3, [4, [5]]]].flatten, error { deep.dup.flatten! }
a = [0, 1, 2]
seen = []
p a.cycle { |x| seen << x; a.clear }, seen, [1, 2].cycle(2).to_a, [1, 2].cycle.first(5), [].cycle { }, [3].cycle(-1).to_a
p "こんにちは".delete_suffix("ちは"), "こんにちは".delete_prefix("こん"), "é: x".delete_prefix("é: "), "naïve".delete_suffix("x")

class Shrinking
  def initialize(list) = @list = list
  def ==(other) = @list.clear.nil? || true
end
list = [1, 5, 5, 2]
list << Shrinking.new(list)
p list.delete(5).class, list.size
p [1, 2, 3, 4].first(5 / 2r), Integer(7 / 2r), Integer(-7 / 2r), Integer(10**30 / 3r), Array.new(5 / 2r, 0), "ab" * (5 / 2r)
p -(2**64 - 1) - 1, -62 + (-(2**64) + 1), (2**64 - 1) + 1, -(2**128 - 1) - 1, error { (0..10).step(-1) { } }, (0..10).step(5).to_a
