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
