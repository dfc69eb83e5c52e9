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

# Keys that are added to a hash which is being gone through.
def tell
  puts "#{yield.inspect}"
rescue RuntimeError => e
  puts "#{e.class}: #{e.message}"
end
def pairs = { a: 1, b: 2, c: 3 }
%i[each each_pair each_key each_value map flat_map select filter reject filter_map find any? all? none? count sum min_by max_by sort_by group_by partition
   each_with_index each_with_object inject to_h transform_values transform_keys each_slice each_cons each_entry delete_if keep_if select! reject! find_all zip
   take_while drop_while reduce one? find_index detect collect uniq].each do |name|
  hash = pairs
  arguments = { each_with_object: [[]], each_slice: [2], each_cons: [2], inject: [nil], reduce: [nil], zip: [[1]] }.fetch(name, [])
  tell { hash.public_send(name, *arguments) { hash[:"new_#{name}"] = 0 } && name }
  puts "#{name}: #{hash.size}"
end
large = (1..50).to_h { |i| [i, i] }
tell { large.each { |key, _| large[key + 50] = 0 } }
p large.size
tell { large.each { |key, _| large[key] = 1; large.delete(key) } }
p large.size, large[1], large[2]
hash = pairs
tell { hash.each { hash.each { 1 }; hash[:d] = 4 } }
tell { hash.each { hash.rehash } }
tell { hash.each { hash.merge!(z: 1) } }
tell { hash.each { hash.merge!(a: 9) } }
tell { hash.each { hash.store("s", 1) } }
tell { hash.each { hash.clear } }
tell { hash[:after] = 1 }
hash = pairs
hash.each { break }
hash[:after_break] = 1
begin
  hash.each { raise IOError }
rescue IOError
  hash[:after_raise] = 1
end
catch(:out) { hash.each { throw :out } }
hash[:after_throw] = 1
def leave(hash) = hash.each { return 1 }
leave(hash)
hash[:after_return] = 1
p hash.size, hash.keys.map { |key| hash[[key]] = 1 }.size, hash.to_a.each { |key, _| hash[key.to_s] = 1 }.size, hash.size
filled = Hash.new { |all, key| all[key] = key.to_s }
tell { pairs.each { |key, _| filled[key] } && filled.size }
tell { filled.each { |key, _| filled[:"#{key}#{key}"] } }
p filled.size, filled.each { |key, value| filled[key] = value * 2 }[:a]
tell { pairs.then { |h| h.each { |key, _| h.fetch(:x) { h[:y] = 1 } } } }
tell { pairs.then { |h| h.fetch(:x) { h[:y] = h.keys.size } } }
tell { pairs.then { |h| h.each { h.dup[:y] = 1 } } }
