# == Each
# included, extended, inherited, prepended, method_added, const_missing.
module Plugin
  def self.included(base)
    base.extend(ClassMethods)
    registry << base.name
    super
  end

  def self.registry = @registry ||= []

  module ClassMethods
    def option(name, default: nil)
      options[name] = default
      define_method(name) { instance_variable_get("@#{name}") || default }
      define_method("#{name}=") { |v| instance_variable_set("@#{name}", v) }
    end

    def options = @options ||= {}
  end
end

class Mailer
  include Plugin
  option :host, default: "localhost"
  option :port, default: 25
end
m = Mailer.new
m.port = 587
puts m.host, m.port, Mailer.options.keys.inspect, Plugin.registry.inspect

class Base
  @children = []
  class << self
    attr_reader :children

    def inherited(child)
      super
      Base.children << child.to_s
      child.instance_variable_set(:@label, child.name.downcase)
    end

    def label = @label
  end
end

class Left < Base; end
class Right < Base; end
class Deep < Left; end
puts Base.children.inspect, Deep.label

class Traced
  @added = []
  def self.method_added(name) = (@added << name)
  def self.added = @added
  def one; end
  attr_reader :two
  def three = 3
end
puts Traced.added.inspect

module Shout
  def self.prepended(base) = puts("prepended to #{base}")
  def greet = "#{super.upcase}!"
end
module Polite
  def self.extended(obj) = puts("extended #{obj.class}")
  def greet = "dear #{super}"
end
class Greeter
  prepend Shout
  def greet = "hello"
end
g = Greeter.new
puts g.greet, Greeter.ancestors.first(2).inspect
g.extend(Polite)
puts g.greet, g.singleton_class.include?(Polite), g.is_a?(Shout)

class Lazy
  def self.const_missing(name) = const_set(name, "made #{name}")
end
puts Lazy::Thing, Lazy::Thing, Lazy.const_defined?(:Thing), Lazy.constants.inspect

class Single
  def self.singleton_method_added(name) = (@@names ||= []) << name
  def self.names = @@names
  def self.a = 1
end
puts Single.names.inspect

# == With Class.new and Module.new
# Class.new, Module.new, const_get/const_missing, inherited/included/extended/prepended/method_added hooks.
module Registry
  def self.included(base)
    base.extend(ClassMethods)
    base.instance_variable_set(:@registry, {})
  end

  module ClassMethods
    attr_reader :registry

    def inherited(subclass)
      super
      key = subclass.name.to_s.gsub(/([a-z])([A-Z])/, '\1_\2').downcase.to_sym
      root.registry[key] = subclass
    end

    def root = superclass.respond_to?(:registry) && superclass.registry ? superclass.root : self
    def build(key, ...) = root.registry.fetch(key).new(...)
  end
end

class Shape
  include Registry
  def initialize(*sides) = @sides = sides
  def area = @sides.inject(:*)
end
class Square < Shape
  def area = super * @sides[0]
end
class WideBox < Shape; end
p Shape.registry.keys.sort, Shape.build(:square, 3).area, Shape.build(:wide_box, 2, 5).area, Square.registry, (Shape.build(:circle) rescue "no circle")

log = []
Tracker = Module.new do
  define_singleton_method(:extended) { |object| log << "extended #{object.class}" }
  define_singleton_method(:prepended) { |base| log << "prepended to #{base}" }
  define_method(:area) { |*args| "tracked #{super(*args)}" }
end
class Square
  prepend Tracker
end
Object.new.extend(Tracker)
class Watched
  @added = []
  class << self
    attr_reader :added
    def method_added(name) = @added << name
    def singleton_method_added(name) = (@singles ||= []) << name
    def singles = @singles
    def const_missing(name) = name.to_s.start_with?("Auto") ? const_set(name, Class.new { define_method(:to_s) { "made #{name}" } }) : super
  end
  def one; end
  attr_accessor :two
  define_method(:three) {}
  alias four one
  def self.factory = new
end
p log, Square.new(2).area, Square.ancestors.first(2), Watched.added, Watched::AutoThing.new.to_s, Watched::AutoThing.name, Watched.const_defined?(:AutoOther), Watched.constants
begin
  Watched::Other
rescue NameError => e
  p e.name, e.class
end

animal = Class.new do
  attr_reader :name
  define_method(:initialize) { |name, &block| @name = name; instance_eval(&block) if block }
  def self.create(...) = new(...)
  def <=>(other) = name <=> other.name
  include Comparable
end
p animal.name, animal.new("x").name, animal.create("y") { @name *= 2 }.name, animal.new("a") < animal.new("b")
Dog = animal
p animal.name, Dog.new("rex").class, Class.new(Dog).superclass, Class.new(Dog).new("z").is_a?(Dog)
Dog.class_eval do
  def bark = "#{name}!"
  private def whisper = "psst"
end
dog = Dog.new("rex")
p dog.bark, dog.respond_to?(:whisper), dog.send(:whisper), Dog.private_instance_methods(false).include?(:whisper), Dog.public_method_defined?(:bark), dog.public_methods(false).sort.first

%w[Integer Comparable Math::PI Float::INFINITY].each { |path| p Object.const_get(path) }
p Object.const_defined?(:Nope), Math.const_get(:E).floor, Module.new.name, Class.new.new.class.name, Comparable.class, Class.class, Dog.instance_of?(Class)
mod = Module.new { def self.call(x) = x + 1; const_set(:LIMIT, 9) }
p mod.(1), mod::LIMIT, mod.const_get(:LIMIT), mod.constants, mod.frozen?
Object.send(:remove_const, :Dog)
p defined?(Dog), dog.bark, Object.const_set(:Cat, Struct.new(:a)).new(1).a, Cat.members
sc = dog.singleton_class
sc.class_eval { def only_me = :mine }
sc.attr_accessor :tag
dog.tag = 5
p dog.only_me, dog.singleton_methods.sort, sc.instance_methods(false).sort, sc.singleton_class?, Class.singleton_class?, dog.tag, dog.instance_variables.sort
class Meta
  [:a, :b].each_with_index { |n, i| const_set(n.upcase, i); class_variable_set("@@#{n}", i); instance_variable_set("@#{n}", -i) }
end
p Meta.constants.sort, Meta.class_variables.sort, Meta.class_variable_get(:@@b), Meta.instance_variable_get(:@b), Meta.class_variable_defined?(:@@z), Meta.class_eval { @@a rescue "lexical" }.class
