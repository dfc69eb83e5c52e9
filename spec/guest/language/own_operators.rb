# Operators of the core that a script defines, refines or puts a module before.

module Counted
  refine Float do
    def +(other) = "#{self} and #{other}"
    def ==(other) = :refined
  end
end

def before(n)
  sum = 0
  i = 0
  while i < n
    sum += i
    i += 1
  end
  sum
end
p before(10), 1.0 + 2.0, 1.5 == 1.5

using Counted
p 1.0 + 2.0, 1.5 == 1.5, 2.0 * 2

class Integer
  alias plus +
  def +(other) = plus(other).plus(1)
end
x = 5
x += 3
p 1 + 1, x, 40 + x, [1, 2].inject(:+), [1, 2, 3].inject { |a, b| a + b }, before(3)

class Integer
  alias below <
  def <(other) = other == 10 ? :ten : below(other)
  def /(other) = Rational(self, other)
end
p 2 < 10, 2 < 3, 1 / 3, 7.0 / 2

class String
  alias join_to +
  alias at []
  def +(other) = join_to(" ").join_to(other)
  def [](*place) = at(*place).to_s.upcase
end
p "a" + "b", "abc"[1], "abc"[0, 2], "abc"[7]

class Array
  alias at_index []
  def [](*place) = place == [:last] ? last : at_index(*place)
  alias put []=
  def []=(index, value)
    put(index, value.to_s)
  end
end
letters = %w[a b c]
letters[1] = :z
p letters[:last], letters[0], letters[0, 2], letters, letters.map { |l| l * 2 }, letters.each_slice(2).to_a

class Hash
  alias at []
  def [](key) = at(key.to_s)
end
p({ "a" => 1 }[:a], { "0" => 2 }[0])

class Symbol
  def ==(other) = to_s == other.to_s
end
p :x == "x", :x == :y, :x != "x"

module Minus
  def -(other) = "#{super} by Minus"
end
Integer.prepend(Minus)
p 5 - 3

class Integer
  def to_s(*) = "<#{inspect}>"
end
puts 1, "#{2}", [3, 4].join("-")

class Quiet < String
  def ==(other) = false
end
quiet = Quiet.new("q")
p quiet == quiet, [quiet].include?(quiet)

begin
  class Float
    undef_method :*
  end
  2.0 * 2
rescue NoMethodError => e
  puts e.message
end

class String
  def ==(other) = true
end
p "a" == "b", ["a"].include?("c"), ["a"].index("c"), ["a"] == ["b"]
case "x"
when "y" then p 1
else p 2
end
