require "pp"
require "delegate"

class Point
  def initialize(x) = @x = x

  def pretty_print(q)
    q.group(1, "<point", ">") do
      q.breakable
      q.pp @x
    end
  end
  alias inspect pretty_print_inspect
end

p Point.new(1)
pp Point.new([2]), [Point.new("three")]
begin
  Object.new.pretty_print_inspect
rescue RuntimeError => e
  puts e.message
end

list = [1]
list << SimpleDelegator.new(list)
pp list
pp SimpleDelegator.new([1, 2])
puts SimpleDelegator.new({ a: 1 }).pretty_inspect

PP.sharing_detection = true
pp [nil, nil, 1, 1, true, :a, :a, Integer, Integer]
PP.sharing_detection = false
shared = ["s"]
pp [shared, shared]

Odd = Struct.new(:class, :members, :name)
pp Odd.new(1, 2, 3)
