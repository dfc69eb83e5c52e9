# Methods that a script calls while the interpreter is in the middle of something.

class Object
  def self.down(levels) = levels == 0 ? 0 : down(levels - 1)
end

# A default proc that needs more room than there was.
best = Hash.new { |hash, i| hash[i] = i >= 30 ? 0 : [hash[i + 1], i + hash[i + 2]].max }
p best[0]

# A hook that does.
module Settings
  def self.const_added(name)
    Object.down(400)
    super if defined?(super)
  end
  ADDED = 5
end
p Settings::ADDED

# Blocks that nothing but the call holds.
def rest_then(a, *rest, b, c, &block) = [a, rest, b, c, block.call]
p (1..1000).all? { |i| rest_then(1, 2, 3) { i } == [1, [], 2, 3, i] }

def forget(&block)
  block = nil
  GC.start
  Array.new(1000) { Object.new }.size
end
p (1..5).map { forget { 1 } }.uniq

# A method under another name.
class Greeter
  def greet(name, greeting = "hello", *more, loud: false) = "#{greeting} #{name}"
  alias welcome greet
  alias_method :salute, :welcome
end
%i[greet welcome salute].each do |name|
  method = Greeter.instance_method(name)
  p method.arity, method.parameters
  p method.bind_call(Greeter.new, "you")
end

class Silent
  def shown = "shown"
  alias seen shown
end
class << (seen = Silent.new.method(:seen))
  alias inspect call
end
p seen.inspect, "#{seen.call}"

# Variables that inspect adds.
class Noted
  def initialize(owner) = @owner = owner
  def inspect
    6.times { |i| @owner.instance_variable_set("@later#{i}", i) }
    GC.start
    "noted"
  end
end
owner = Object.new
owner.instance_variable_set(:@noted, Noted.new(owner))
owner.instance_variable_set(:@after, 2)
p owner.inspect.include?("@noted=noted"), owner.instance_variables.size

# Keys that change the hash which holds them.
class Key
  attr_reader :number

  def initialize(number) = @number = number
  def hash = @number
  def eql?(other) = @number == other.number
end
numbers = {}
40.times { |i| numbers[Key.new(i)] = i.odd? ? nil : i }
numbers.compact!
p numbers.size, numbers[Key.new(3)], numbers[Key.new(4)], numbers.key?(Key.new(5))
numbers[Key.new(3)] = 9
p numbers.size, numbers[Key.new(3)], numbers.delete(Key.new(3)), numbers.size

a, b = [1], [2]
table = { a => :a, b => :b }
30.times { |i| table[i] = i }
b[0] = 1
table.rehash
p table.size, table[[1]], table.keys.first
table.default = 5
p table.rehash[:none], table.compare_by_identity.size, table[a]

# What include has above a class.
module Above
  def place = "above"
end
class Below
  include Above
  def place = "below"
end
p Below.new.method(:place).super_method.owner, Below.new.method(:place).super_method.call

# A method that asks who calls it, called by no script.
class << Module
  alias inspect constants
end
[Module].inspect
p Module.name
