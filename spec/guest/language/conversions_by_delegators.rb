# What answers by respond_to_missing? and method_missing converts, coerces and compares as what it stands for.
require "delegate"

def told
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end

def of(value) = SimpleDelegator.new(value)

p "12" == of("12"), [1, 2] == of([1, 2]), { a: 1 } == of({ a: 1 }), "12" == of("1"), [1] == of({}), { a: 1 } == of([])
p 5 <=> of(5), 5 <=> of(7), 1.5 <=> of(1.5), (1..9) === of(5), (1..9).cover?(of(10)), 5 == of(5), 5.0 == of(5)
p 1 + of(5), 1.5 * of(2), 2**of(3), 7 & of(3), 7.divmod(of(2)), 3 > of(2), 3 <= of(2), 10 - of(4), 9 / of(2), 9 % of(4)
p 1.step(of(5), 2).to_a, [3, 1].max(of(1)), Rational(3, of(2)), 3.fdiv(of(2)), 10.pow(of(2)), 5.clamp(of(1), of(3))
p [1, 2].map(&of(proc { |x| x * 2 }))
p "x12y".sub(of("12"), "z"), "x12y".index(of("1")), "a,b".split(of(",")), "ab".start_with?(of("a")), "ab" + of("c")
p "ab".tr(of("a"), of("z")), "ab".include?(of("b")), ["a", "b"].join(of("-")), "ab" * of(2), "%s %d" % [of("x"), of(3)]
p (1..of(3)).to_a, (of(1)..3).include?(2), [1, 2, 3][of(1)], [1, 2, 3].first(of(2)), [0] * of(2), Array.new(of(2), 0)
p told { raise of(RuntimeError.new("told")) }, 5.send(of("to_s")), 5.respond_to?(of("to_s"))
p Class.new { define_method(of("made")) {} }.instance_methods(false), { a: 1 }.merge(of({ b: 2 })), [1] + of([2])
p [[1, 2]].to_h { |pair| of(pair) }, [3, 4].zip(of([5, 6])), [of([1, 2])].flatten, [1, 2] & of([2]), [1] <=> of([2])
a, b = of([1, 2])
p a, b, [*of([3, 4])], Integer(of("12")), Float(of("1.5")), String(of("s")), Array(of([1])), format("%d", of("12"))

class Missing < BasicObject
  def initialize(value) = @value = value
  def method_missing(name, *arguments) = @value.__send__(name, *arguments)
  def respond_to_missing?(name, all) = @value.respond_to?(name, all)
end
p 1 + Missing.new(5), [1, 2] + Missing.new([3]), "a" + Missing.new("b"), [3, 4][Missing.new(1)], 5 <=> Missing.new(5)

class Quiet
  def method_missing(name, *) = name == :to_str ? "quiet" : super
end
p told { "a" + Quiet.new }, told { 1 + Quiet.new }, told { [1] + Quiet.new }, "quiet" == Quiet.new

class Like
  def to_hash = { a: 1 }
  def to_str = "like"
  def to_ary = [1]
  def ==(other) = true
end
p({ a: 1 } == Like.new, "x" == Like.new, [2] == Like.new, 1 == Like.new)

class Denies
  def respond_to?(name, all = false) = name != :to_str && super
  def to_str = "denied"
end
p told { "a" + Denies.new }, "denied" == Denies.new
