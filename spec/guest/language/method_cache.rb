# == A method that was not there comes
class Late; end
late = Late.new
p late.respond_to?(:greet)
begin
  late.greet
rescue NoMethodError => e
  puts e.message
end
class Late
  def greet = "from the class"
end
p late.respond_to?(:greet), late.greet

# == It comes to a class above, to a module that is there already, and to one object
class Above; end
class Below < Above; end
module Beside; end
Below.include(Beside)
below = Below.new
p %i[one two three four].map { |name| below.respond_to?(name) }
class Above
  def one = 1
end
module Beside
  def two = 2
end
def below.three = 3
module Added
  def four = 4
end
Below.prepend(Added)
p %i[one two three four].map { |name| below.respond_to?(name) && below.send(name) }
p %i[one two three four].map { |name| Below.new.respond_to?(name) }

# == It comes by include into Object and Kernel, after Integers were asked
p 5.respond_to?(:told_of_late), nil.respond_to?(:told_of_late)
module Told
  def told_of_late = "told"
end
Object.include(Told)
p 5.told_of_late, nil.told_of_late, "".told_of_late
module Kernel
  def told_by_kernel = "kernel"
end
p 5.respond_to?(:told_by_kernel)

# == It goes: removed, undefined, private
class Leaving
  def a = 1
  def b = 2
  def c = 3
end
leaving = Leaving.new
p [leaving.a, leaving.b, leaving.c]
class Leaving
  remove_method :a
  undef_method :b
  private :c
end
%i[a b c].each do |name|
  leaving.public_send(name)
rescue NoMethodError => e
  puts e.message
end
class Leaving
  def a = "again"
  def b = "again"
  public :c
end
p [leaving.a, leaving.b, leaving.c]

# == A name asks method_missing until there is a method
class Ghost
  def method_missing(name, *rest) = name == :spook ? [:missing, rest] : super
  def respond_to_missing?(name, all = false) = name == :spook || super
end
ghost = Ghost.new
p ghost.spook(1), ghost.respond_to?(:spook)
class Ghost
  def spook(*rest) = [:there, rest]
end
p ghost.spook(1)

# == Conversions that come late
class Number
  def initialize(n) = @n = n
end
number = Number.new(2)
begin
  [1, 2, 3].first(number)
rescue TypeError => e
  puts e.message
end
class Number
  def to_int = @n
  def to_str = "x" * @n
  def coerce(other) = [other, @n]
end
p [1, 2, 3].first(number), "a" + number, 5 + number

# == Copies of a class have what it had
class Original
  def hello = "hello"
end
copy = Original.dup
p copy.new.hello
class Original
  def hello = "changed"
  def more = "more"
end
p copy.new.hello, Original.new.hello, copy.new.respond_to?(:more)
Other = Class.new
p Other.new.respond_to?(:hello)
again = Class.allocate
begin
  again.new
rescue TypeError => e
  puts e.class
end

# == Many names of many classes, again and again
classes = Array.new(40) { |i| Class.new { 20.times { |k| define_method("m#{k}") { i * 100 + k } } } }
objects = classes.map(&:new)
sum = 0
3.times { 20.times { |k| objects.each { |o| sum += o.send("m#{k}") } } }
p sum, objects.count { |o| o.respond_to?(:m20) }
classes[7].define_method(:m20) { :late }
p objects.count { |o| o.respond_to?(:m20) }, objects[7].m20
