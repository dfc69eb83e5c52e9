# == Of strings, arrays, structs and others
class Name < String
  attr_accessor :origin
  def initialize(text, origin)
    super(text)
    @origin = origin
  end
end
n = Name.new("ann", :list)
p n, n.origin, n.class, n.instance_variables, n.upcase, n == "ann", n.length
d = n.dup
d.origin = :copy
c = n.clone
c << "!"
p d.origin, n.origin, c.origin, c, n, d.class

class Stack < Array
  def initialize(limit) = (super(); @limit = limit)
  def push(value) = size < @limit ? super : raise("full")
end
s = Stack.new(1)
s.push(1)
begin
  s.push(2)
rescue => e
  p e.message, s
end

Point = Struct.new(:x, :y) do
  def far = @far ||= x + y
end
q = Point.new(3, 4)
p q.far, q.instance_variables, q == Point.new(3, 4), q.dup.far

text = "text".dup
text.instance_variable_set(:@note, [1, 2])
p text.instance_variable_get(:@note), text.instance_variable_defined?(:@note), text.instance_variable_get(:@none), text.instance_variables
p text.remove_instance_variable(:@note), text.instance_variables
block = proc { 1 }
block.instance_variable_set(:@kind, :odd)
p block.instance_variable_get(:@kind), block.call
begin
  "frozen".freeze.instance_variable_set(:@a, 1)
rescue FrozenError => e
  p e.message
end
begin
  :a.instance_variable_set(:@a, 1)
rescue FrozenError => e
  p e.message
end

# == Of many that are gone
kept = []
total = 0
4000.times do |i|
  kept << "kept #{i}"
  text = "x#{i}".dup
  text.instance_variable_set(:@a, i)
  total += text.instance_variable_get(:@a)
  GC.start if i % 20 == 0
end
p total
