# Needs Ruby 4.0: parameters that are patterns
# Method objects, UnboundMethod, curry, composition, to_proc, arity, parameters, owner, super_method.
class Greeter
  def initialize(word) = @word = word
  def greet(name, punctuation = "!", *others, loud: false, **rest, &block) = [@word, name, *others].join(" ").then { |s| (loud ? s.upcase : s) + punctuation }
  def simple(a, b) = a + b
  def none; end
  def block_only(&block) = block
end
class Polite < Greeter
  def simple(a, b) = "please #{super}"
end

hello = Greeter.new("hello").method(:greet)
p hello.call("ann"), hello.("bob", "?", loud: true), hello["cyd"], hello === "dan", hello.arity, hello.name, hello.owner, hello.receiver.class, hello.parameters, hello.unbind.class
p %w[a b].map(&hello), [[1, 2], [3, 4]].map { |pair| Greeter.new("").method(:simple).(*pair) }, Greeter.instance_method(:simple).arity, Greeter.instance_method(:none).parameters, Greeter.instance_method(:block_only).parameters
sm = Polite.new("x").method(:simple)
p sm.call(1, 2), sm.super_method.call(1, 2), sm.super_method.owner, sm.super_method.super_method, sm.owner, sm.unbind.bind(Polite.new("q")).call("a", "b"), sm == Polite.new("x").method(:simple)
um = Greeter.instance_method(:simple)
p um.bind_call(Polite.new("z"), 5, 6), um.name, (um.bind(Object.new) rescue "wrong receiver"), um.owner, Greeter.public_instance_method(:none).name, (Greeter.instance_method(:nope) rescue "no such method")

add = ->(a, b, c) { a + b + c }
p add.curry[1][2][3], add.curry.(1, 2).(3), add.curry[1].arity, add.method(:curry).call(3)[1, 2][3], ->(*n) { n.sum }.curry(3)[1][2][3], (add.curry(2) rescue "lambda arity"), :+.to_proc.call(2, 3), 5.method(:+).to_proc.(1), 2.method(:**).curry[3]
double = ->(x) { x * 2 }
incr = proc { |x| x + 1 }
p (double >> incr).(5), (double << incr).(5), (method(:Integer) >> double).("21"), (:upcase.to_proc >> :reverse.to_proc).("abc"), [double, incr, :to_s.to_proc].reduce(:>>).(4), (double >> method(:String)).(4), (incr << { a: 5 }.to_proc).(:a)
p %w[1 2].map(&method(:Integer)), %w[3 x].map { |s| Integer(s, exception: false) }, [1, 2].each_with_index.map(&:*), { a: 1 }.map(&:first), %i[a b].map(&{ a: 1, b: 2 }), [[1, 2]].map(&:sum), %w[a b].each_with_index.to_a.map(&:join)

def helper(x) = x * 100
def self.single = :single
p [1, 2].map(&method(:helper)), method(:single).call, method(:helper).owner, method(:puts).owner, method(:helper).unbind.bind(self).call(2), respond_to?(:helper, true), public_methods(false).include?(:single)
define_singleton_method(:from_method, &method(:helper))
define_singleton_method(:from_lambda) { |x = 3, *r| [x, r] }
p from_method(3), from_lambda, from_lambda(1, 2), singleton_methods.sort
Greeter.define_method(:copied, Greeter.instance_method(:simple))
Greeter.define_method(:twice, &double)
Greeter.send(:alias_method, :total, :simple)
p Greeter.new("").copied(1, 1), Greeter.new("").twice(8), Greeter.new("").total(2, 2), Greeter.instance_method(:total).name, Greeter.instance_method(:total).original_name, Greeter.new("").method(:twice).arity
counter = 0
bump = -> { counter += 1 }
3.times(&bump) rescue 3.times { bump.call }
p counter, bump.lambda?, proc { |a, b| [a, b] }.call([1, 2]), lambda { |a, b = 5| [a, b] }.call(1), proc { return_value = 1; next return_value + 1 }.call, proc { |x| x }.curry.arity, proc { |a, (b, c), *d, e: 1, &f| }.parameters, lambda(&bump).equal?(bump), bump.to_proc.equal?(bump)
p proc { |x, y = 1| }.arity, proc { |*a| }.arity, proc { || }.arity, lambda { |x, y| }.arity, lambda { |k:| }.arity, lambda { |a, k: 1| }.arity, lambda { |a, k:| }.arity, proc { |(a, b), c| }.arity, :upcase.to_proc.arity, :upcase.to_proc.lambda?
memo = Hash.new { |h, n| h[n] = n < 2 ? n : h[n - 1] + h[n - 2] }
fib = memo.to_proc
p fib.(40), [10, 20].map(&memo), memo.size, method(:p).unbind.inspect.class, 3.method(:succ).unbind.bind_call(9), [3, 1].method(:sort).to_proc.call, "abc".method(:sub).arity, [].method(:push).call(1, 2), "a-b".public_method(:split).call("-")
