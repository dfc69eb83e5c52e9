module Greeting
  def self.included(base)
    base.extend(ClassMethods)
  end

  module ClassMethods
    def greeting(text = nil)
      text ? @greeting = text : @greeting || "Hello"
    end
  end

  def greet = "#{self.class.greeting}, #{name}!"
end

module Loud
  def greet = super.upcase
end

module Counting
  def self.extended(object)
    object.instance_variable_set(:@calls, 0)
  end

  def greet
    @calls += 1
    "#{super} (#{@calls})"
  end
end

class Person
  include Greeting
  attr_accessor :name

  def initialize(name) = @name = name
end

class Pirate < Person
  prepend Loud
  greeting "Ahoy"
end

ann = Person.new("Ann")
jack = Pirate.new("Jack")
puts ann.greet, jack.greet
jack.extend(Counting)
puts jack.greet, jack.greet
puts Pirate.ancestors.take(4).inspect, Pirate.include?(Greeting), Person.instance_methods(false).sort.inspect
puts jack.singleton_class.include?(Counting), jack.is_a?(Loud), Greeting === ann, Person.method_defined?(:greet)

module Registry
  @items = {}

  class << self
    attr_reader :items

    def register(key, &block) = @items[key] = block
    def build(key, *args) = @items.fetch(key).call(*args)
  end

  register(:double) { |x| x * 2 }
  register(:join) { |*xs| xs.join("-") }
end
puts Registry.build(:double, 21), Registry.build(:join, 1, 2, 3), Registry.items.keys.inspect

module Geometry
  PI2 = Math::PI * 2

  module_function

  def circumference(radius) = (PI2 * radius).round(2)

  class Shape
    def self.inherited(child)
      (@children ||= []) << child.name
      super
    end

    def self.children = @children
    def area = raise(NotImplementedError, "#{self.class} must define area")
    def to_s = "#{self.class.name.split('::').last} #{area}"
  end

  class Square < Shape
    def initialize(side) = @side = side
    def area = @side**2
  end

  class Blob < Shape; end
end
puts Geometry::Square.new(3), Geometry::Shape.children.inspect, Geometry.constants.sort.inspect
begin
  Geometry::Blob.new.area
rescue NotImplementedError => e
  puts e.message
end
puts Geometry.circumference(2)

class Base
  def template = "#{before}-#{body}-#{after}"
  def before = "b"
  def after = "a"

  private

  def body = "base"
end

class Derived < Base
  def body = "derived(#{super})"
end
puts Base.new.template, Derived.new.template, Derived.superclass, Derived.instance_method(:body).owner
puts Base.new.respond_to?(:body), Base.private_instance_methods(false).inspect

# Aliases of inherited methods and super
class Greeter
  def text = [:base]
end

class Noisy < Greeter
  def text = [:loud, *super]
end

class Noisiest < Noisy
  alias_method :plain, :text
  def text = [:louder, *plain]
end
p Noisiest.new.plain, Noisiest.new.text

one = Noisy.new
one.singleton_class.alias_method :again, :text
p one.again

module Low
  def name_of = :low
end

module High
  def name_of = [:high, super]
end

class Holder
  extend Low
  extend High
end

class Held < Holder
  class << self
    def outer = inner
    alias inner name_of
    alias name_of outer
  end
end
p Held.name_of

implicit = Class.new(Greeter) { define_method(:text) { |*| super } }
p((implicit.new.text rescue [$!.class, $!.message]))
explicit = Class.new(Greeter) { define_method(:text) { [:block, *super()] } }
p explicit.new.text
