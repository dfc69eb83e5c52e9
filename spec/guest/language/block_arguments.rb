# == More arguments than parameters, and fewer
def one = yield(1)
def two = yield(1, 2)
def three = yield(1, 2, 3)
def none = yield
def many = yield(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)
p one { 0 }, two { 0 }, three { 0 }, none { 0 }, many { 0 }
p two { |a| a }, three { |a| a }, none { |a| a }, many { |a| a }
p one { |a, b| [a, b] }, three { |a, b| [a, b] }, none { |a, b| [a, b] }, many { |a, b| [a, b] }
p one { |a, b = 5| [a, b] }, three { |a, b = 5| [a, b] }, none { |a, b = 5| [a, b] }, none { |a = 4, b = a| [a, b] }
p two { |a, b = 5, c = b| [a, b, c] }, one { |a, b, c = 9| [a, b, c] }, many { |a, b = 0, c = 0| [a, b, c] }
p one { |a, b, c, d, e, f, g, h, i, j| [a, b, c, d, e, f, g, h, i, j] }
p many { |a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, q| [a, n, o, q] }
p two { |a, &b| [a, b] }, two { |&b| b }, none { |a, k: 3| [a, k] }, three { |a, k: 3| [a, k] }
p two { |a| b = c = nil; [a, b, c] }, one { x = y = nil; [x, y] }

# == An array is taken apart
def list(of) = yield(of)
[[], [1], [1, 2], [1, 2, 3], [nil, nil], [[1, 2], 3], (1..12).to_a].each do |of|
  p list(of) { 0 }, list(of) { |a| a }, list(of) { |a, b| [a, b] }, list(of) { |a, b = 7| [a, b] }
  p list(of) { |a = 6, b = 7| [a, b] }, list(of) { |(a, b), c| [a, b, c] }, list(of) { |a, b, k: 1| [a, b, k] }
  p list(of) { |a, | a }, list(of) { |a, *b| [a, b] }, list(of) { |a, b, &c| [a, b, c] }
  p list(of) { |a, b, c, d, e, f, g, h, i, j| [a, b, j] }
end
of = [1, 2]
list(of) { |a, b| a = b = of = 0 }
p of
of = [1, 2]
list(of) { |a, b| of << a + b }
p of
class List < Array
end
p list(List.new([1, 2])) { |a, b| [a, b] }
class Couple
  def to_ary = [:x, :y]
end
p list(Couple.new) { |a, b| [a, b] }, list(nil) { |a, b| [a, b] }, list(5) { |a, b = 2| [a, b] }
p list({ a: 1 }) { |a, b| [a, b] }, list("text") { |a, b| [a, b] }

# == Blocks that a routine was given stay those
def given(&block) = block
def through(of, &block) = block.call(of) { :inner }
p through([1, 2]) { |a, b, &c| [a, b, c.call] }, through([1]) { |a, b = 3, &c| [a, b, c.call] }
p through(1) { |&c| c.call }, through([[1, 2, 3]]) { |a, b, &c| [a, b, c.call] }
def around
  [1, 2].map { yield }
end
p around { 8 }, around { |x| x }
def around_many
  { a: 1 }.map { |k, v| [k, v, yield(k, v)] }
end
p around_many { |k| k }, around_many { |k, v, w| [k, v, w] }

# == Procs, lambdas and methods
loose = proc { |a, b| [a, b] }
p loose.call, loose.call(1), loose.call(1, 2, 3), loose.call([1, 2, 3]), loose.(*[1, 2]), loose.yield([4])
p [[1, 2], [3]].map(&loose), [[1, 2]].each_with_index.map(&loose), [1, 2].each_with_index.map { |a| a }
strict = ->(a, b) { [a, b] }
[-> { strict.call(1) }, -> { strict.call(1, 2, 3) }, -> { strict.call([1, 2]) }, -> { [1].map(&->() { 0 }) }].each do |call|
  p call.call
rescue ArgumentError => e
  puts e.message
end
def method_of(a, b) = [a, b]
p [[1, 2]].map { |x| method_of(*x) }
begin
  [[1, 2]].each(&method(:method_of))
rescue ArgumentError => e
  puts e.message
end
class Own
  define_method(:own) { |a, b = 3| [a, b] }
end
p Own.new.own(1), Own.new.own([1, 2]), (Own.new.own rescue $!.message)

# == Loops that give more than is taken
3.times { print "." }
2.upto(3) { print "u" }
5.downto(4) { print "d" }
0.step(4, 2) { print "s" }
{ a: 1, b: 2 }.each { print "h" }
{ a: 1 }.each { |k| p k }
{ a: 1 }.each_with_index { |(k, v), i| p [k, v, i] }
{ a: 1 }.each_with_index { |k| p k }
[1, 2].each_with_index { |x| print x }
[[1, 2]].each_with_object([]) { |(a, b), o| p [a, b, o] }
[1, 2].each_with_object([]) { |a| print a }
p [3, 1].sort_by { 0 }.size, [3, 1].inject { |a| a }, [1, 2].zip([3, 4]).map { |a, b| a * b }
p [[1, 2], [3, 4]].each_slice(1).map { |a| a }, [[1, 2], [3, 4]].each_slice(1).map { |a, b| [a, b] }
p [1, 2, 3].each_cons(2).map { |a, b| a + b }, { a: 1 }.map { |k, v| [k, v] }, { a: 1 }.to_h { |k, v| [v, k] }
p [[1, [2, 3]]].map { |a, (b, c)| a + b + c }, { a: { b: 1 } }.map { |k, v| [k, v] }
loop { break print("l\n") }
