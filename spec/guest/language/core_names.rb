# == Constants of the core's own
# Needs Ruby 3.2: Regexp::TimeoutError
# What the core's methods have for themselves hides no name of a script.
NONE = :none
ALONE = :alone
SLASH = "/"
MONTHS = 12
UNITS = %w[m kg]
ESCAPED = "\\"
REPLACEMENT = "?"
READABLE = true
ENDLESS = (1..)

class List
  include Enumerable
  def none = NONE
  def each = yield(1)
end

class Names < String
  def all = [ESCAPED, REPLACEMENT]
end

class Moments < Time
  def self.all = [MONTHS, UNITS]
end

class Patterns < Regexp
  def slash = SLASH
end

class Steps < Enumerator
  def alone = ALONE
end
p List.new.none, Names.new.all, Moments.all, Patterns.new("x").slash, Steps.new { |y| y << 1 }.alone
p [List, Names, Moments, Patterns, Steps].map { |c| c.constants(false) }
p Enumerable.constants, Regexp.constants.sort, Enumerator.constants.grep(/__/), String.constants
# == Names that are not there
# Needs Ruby 3.2: older ones have Fixnum
p defined?(Fixnum), defined?(Bignum), {}.respond_to?(:slice!)
begin
  Fixnum
rescue NameError => e
  puts e.message
end
# == What has Enumerable is a key by itself
class Endless
  include Enumerable
  def each = loop { yield 1 }
end
first = Endless.new
second = Endless.new
p first.hash == second.hash, first.hash == first.hash, { first => 1 }[first], { first => 1 }[second]
p [first, second, first].uniq.size, Set[first, second].size

class Growing
  include Enumerable
  def initialize = @all = []
  def add(n) = @all << n
  def each(&) = @all.each(&)
end
growing = Growing.new
seen = { growing => :seen }
growing.add(1)
p seen[growing], seen.key?(growing)
e = [1, 2].each
p({ e => 1 }[e], [1].each.hash == [1].each.hash)
p [1, 2].hash == [1, 2].hash, (1..2).hash == (1..2).hash, Set[1].hash == Set[1].hash, { a: 1 }.hash == { a: 1 }.hash
Point = Struct.new(:x)
p Point.new(1).hash == Point.new(1).hash
# == Ancestors
# Needs Ruby 4.0: the judge of older ones loads pp
p Integer.ancestors, String.ancestors, Array.ancestors, Class.ancestors, Object.included_modules
p Object.new.respond_to?(:pretty_print), defined?(pp)
pp({ a: 1 })
# == Paths of constants
module Outer
  KIND = :outer
  class Inner; end
end
p Object.const_defined?("Outer::KIND"), Object.const_defined?("Outer::String"), Object.const_defined?("::Outer::Inner")
p Outer.const_defined?(:String), Outer.const_defined?("Inner::String"), Object.const_defined?("Float::INFINITY")
begin
  Object.const_get("Outer::String")
rescue NameError => e
  puts e.message
end
p Object.const_get("Outer::Inner"), Outer.const_get("String")
p Outer.const_defined?("Inner::KIND")
# == Constants before and behind
module M
  KIND = :module
  ONLY = :module
end

class C
  KIND = :class
  prepend M
  def kind = KIND
end

class D < C; end
p C::KIND, C.const_get(:KIND), C.new.kind, C::ONLY, D::KIND, C.const_defined?(:ONLY, false), D.const_get(:ONLY)
# == Global variables
$mine = 1
alias $yours $mine
names = global_variables
p names.include?(:$mine), names.include?(:$yours), names.all? { |name| name.start_with?("$") }, names.uniq == names
p %i[$stdout $stderr $stdin $! $@ $~ $& $` $' $+ $_ $0 $/ $, $; $\ $. $: $" $PROGRAM_NAME $DEBUG $VERBOSE] - names
p Kernel.global_variables.include?(:$mine), defined?($mine), defined?($nothing)
