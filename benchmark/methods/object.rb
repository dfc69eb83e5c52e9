class Spot
  include Comparable
  attr_accessor :x
  def initialize(x) = @x = x
  def to_s = "spot"
  def <=>(other) = x <=> other.x
  def keyword(k: 1) = k
end
o, o2 = Spot.new(1), Spot.new(2)
l = ->(x) { x }
pr = proc { |x| x }
me = o.method(:x)

Spot.new(1)
o.x
o.x = 1
o.keyword(k: 2)
o.send(:x)
o.public_send(:x)
o.respond_to?(:x)
o.is_a?(Spot)
o.class
o.class.name
o.dup
o.hash
o.object_id
o.inspect
o == o2
o < o2
o.clamp(o, o2)
o.frozen?
o.tap { |x| x }
o.then { |x| x }
o.instance_variable_get(:@x)
o.instance_variable_set(:@x, 1)
o.instance_variables
o.methods.size
o.method(:x)
me.call
l.call(1)
l.(1)
pr.call(1)
pr.arity
l.curry
(l >> l).call(1)
Spot.instance_methods(false)
Spot.ancestors
o.instance_eval { @x }
Class.new(Spot)
catch(:a) { throw :a, 1 }
(begin; raise ArgumentError, "x"; rescue => e; e.message; end)
loop { break }
Integer === 1
Comparable === o
Array(1)
String(1)
Hash([])
rand
rand(10)
rand(1..6)
Random.new(1).rand
binding.local_variables.size
caller.size
