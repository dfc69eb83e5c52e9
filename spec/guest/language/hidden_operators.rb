# == Private and protected
# Operators obey their visibility, those that have an instruction too.
def tell
  p yield
rescue NoMethodError => e
  puts e.message
end

class Sum
  def initialize(n) = @n = n
  def own = [self + 1, self == 1, self[1], self < 1, self - 1, self * 2]
  def of(other) = other + 1
  def same(other) = other == self

  private

  def +(other) = [:plus, other]
  def -(other) = [:minus, other]
  def *(other) = [:times, other]
  def /(other) = [:by, other]
  def <(other) = [:less, other]
  def <=(other) = [:at_most, other]
  def >(other) = [:more, other]
  def >=(other) = [:at_least, other]
  def [](index) = [:at, index]
  def []=(index, value)
    @n = [index, value]
  end
  def ==(other) = [:equal, other.class]
  def %(other) = [:modulo, other]
  def <<(other) = [:append, other]
  def -@ = :negative
end
one = Sum.new(1)
tell { one + 1 }
tell { one - 1 }
tell { one * 1 }
tell { one / 1 }
tell { one < 1 }
tell { one <= 1 }
tell { one > 1 }
tell { one >= 1 }
tell { one[0] }
tell { one[0] = 1 }
tell { one == 1 }
tell { one % 1 }
tell { one << 1 }
tell { -one }
tell { one.own }
tell { one.of(Sum.new(2)) }
tell { one.same(Sum.new(2)) }
tell { one.send(:+, 3) }

class Money
  attr_reader :cents

  def initialize(cents) = @cents = cents
  def plus(other) = (self + other).cents

  protected

  def +(other) = Money.new(cents + other.cents)
  def ==(other) = cents == other.cents
end
tell { Money.new(1) + Money.new(2) }
tell { Money.new(1) == Money.new(1) }
tell { Money.new(1).plus(Money.new(2)) }

class Ghost
  def method_missing(name, *arguments) = [name, arguments]
  def respond_to_missing?(*) = true
  private def +(other) = :hidden
end
tell { Ghost.new + 1 }

class Integer
  private :%
end
tell { 5 % 2 }
tell { 5.then { |five| five.instance_eval { self % 2 } } }

# == Not
# A `!` of one's own is asked in conditions.
class Never
  def ! = true
end
class Chatty
  def ! = (puts "asked") || super
end
n = Never.new
p((1 if !n), !n, (1 unless !n), (!n && 2), (not n) ? 1 : 2, (n && 3))
i = 0
i += 1 while !n && i < 3
p i
puts "none" unless !Chatty.new
p !Chatty.new, (!!Chatty.new ? 1 : 2)
require "delegate"
p((!SimpleDelegator.new(nil) ? :empty : :full), (SimpleDelegator.new(nil) ? :full : :empty))

# == Equal to nil, true and false
class NilClass
  def ==(other) = other == 0 ? :zero : super
end
x = nil
p x == 0, nil == 0, x == nil, x == 1, [nil] == [0]
class FalseClass
  def ==(other) = other.nil? || super
end
p false == nil, false == false, false == true
