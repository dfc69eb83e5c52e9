# Methods of a script that call the built-in ones by super, or by another name.
class Pair < Array
  def inspect = "Pair#{super}"
  def hash = super
end

class Table < Hash
  def inspect = "Table#{super}"
end

Point = Struct.new(:x) do
  def inspect = "Point#{super}"
  def hash = super
end

class Node
  def initialize = @me = self
  def inspect = "Node#{super}"
end

p Pair[1, 2], Table[:a, 1], Point.new(1)
p [1].extend(Module.new { def inspect = "extended#{super}" })
puts Node.new.inspect.gsub(/0x\h+/, "0x")
p Pair[1].hash == Pair[2].hash, Pair[1].hash == [1].hash, Point.new(1).hash == Point.new(2).hash

# What has itself is shown once.
pair = Pair[1]
pair << pair
table = Table[:a, 1]
table[:b] = table
point = Point.new(1)
point.x = point
p pair, table, point
plain = [1]
plain << plain
p plain, plain.hash == plain.hash

class Array
  alias plain_inspect inspect
  def inspect(...) = "<#{plain_inspect(...)}>"
end
p [1, [2]], plain

# An own to_s of a class is asked.
class Shop
  def self.to_s = "the shop"
end
class Branch < Shop; end
module Tools
  def self.to_s = "tools"
end
puts "#{Shop} #{Branch} #{Tools}", Shop, [Shop, Tools].join("+"), format("%s", Shop), :"#{Shop}".inspect
print Shop, "\n"
puts "#{Integer} #{Comparable}", Shop.name
p Shop
