# Metaprogramming: define_method, send, Module.new, Class.new, instance variables by name.
class Model
  def self.fields(*names)
    names.each do |name|
      define_method(name) { @data[name] }
      define_method(:"#{name}=") { |value| @data[name] = value }
      define_method(:"#{name}?") { !!@data[name] }
    end
    const_set(:FIELDS, names.freeze)
  end

  def initialize(**data) = @data = data
end

class Person < Model
  fields :name, :email
end
pr = Person.new(name: "Ann")
puts pr.name, pr.email?, pr.name?
pr.email = "ann@example.com"
puts pr.email, Person::FIELDS.inspect, Person.instance_methods(false).sort.inspect
puts pr.send(:name), pr.public_send(:email?), pr.__send__(:name=, "Z"), pr.name

Greeting = Module.new do
  def greet(other = "you") = "hi #{other}"
end
Robot = Class.new do
  include Greeting
  attr_accessor :id
  def initialize(id) = @id = id
end
puts Robot.new(7).greet("Bo"), Robot.name, Robot.new(1).id
anon = Class.new(StandardError) { def message = "anonymous" }
begin
  raise anon
rescue StandardError => e
  puts e.message, e.class.name.inspect, e.class.superclass
end

obj = Object.new
obj.instance_variable_set(:@a, 1)
obj.instance_variable_set(:@b, [2])
puts obj.instance_variables.inspect, obj.instance_variable_get(:@b).inspect, obj.instance_variable_defined?(:@c)
puts obj.remove_instance_variable(:@a), obj.instance_variables.inspect
obj.define_singleton_method(:twice) { |x| x * 2 }
puts obj.twice(4), obj.singleton_methods.inspect

def obj.hello = "singleton hello"
puts obj.hello

String.class_eval { def shout = upcase + "!" }
puts "abc".shout
class Integer
  def minutes = self * 60
  alias_method :minute, :minutes
end
puts 5.minutes, 1.minute

class Robot
  remove_method :id=
  undef_method :greet
end
puts Robot.method_defined?(:id=), Robot.method_defined?(:id), (Robot.new(1).greet rescue "undefined")
puts Robot.instance_method(:id).class, 5.method(:+).call(3), [1, 2, 3].map(&10.method(:+)).inspect
puts Comparable.instance_of?(Module), Robot.class_variable_defined?(:@@x), Kernel.respond_to?(:puts, true)
um = Array.instance_method(:size)
puts um.bind([1, 2, 3]).call
puts 3.then { |x| x + 1 }, Object.const_get(:Person).instance_method(:name).owner
puts pr.instance_eval { @data.size }
