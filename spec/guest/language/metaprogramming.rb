# == Classes and methods
class Recorder
  def initialize = @log = []
  attr_reader :log

  def method_missing(name, *args, **options, &block)
    if name.to_s.end_with?("=")
      @log << [:set, name.to_s.chomp("=").to_sym, args.first]
    elsif name.to_s.start_with?("do_")
      @log << [name, args, options, block ? block.call : nil]
      self
    else
      super
    end
  end

  def respond_to_missing?(name, include_private = false) = name.to_s.start_with?("do_") || super
end

r = Recorder.new
r.do_this(1, 2).do_that(3, speed: :fast) { "result" }
r.colour = "red"
r.log.each { |entry| puts entry.map(&:to_s).join(" / ").delete("{}") if entry.first == :set }
puts r.log[0].take(2).inspect, r.log[1].last
puts r.respond_to?(:do_anything), r.respond_to?(:other)
begin
  r.unknown
rescue NoMethodError => e
  puts e.name.inspect, e.class
end

class Model
  def self.attribute(name, type, default: nil)
    attributes[name] = type
    define_method(name) { instance_variable_defined?("@#{name}") ? instance_variable_get("@#{name}") : default }
    define_method("#{name}=") { |value| instance_variable_set("@#{name}", Kernel.respond_to?(type) ? send(type, value) : value) }
    define_method("#{name}?") { !!send(name) }
  end

  def self.attributes = @attributes ||= {}

  def initialize(**values) = values.each { |key, value| public_send("#{key}=", value) }
  def to_h = self.class.attributes.keys.to_h { |name| [name, send(name)] }
end

class Product < Model
  attribute :title, :String
  attribute :price, :Float, default: 1.5
  attribute :stock, :Integer
end

product = Product.new(title: :kettle, stock: "12")
puts product.title.inspect, product.price, product.stock + 1, product.title?, product.to_h.to_a.inspect
puts Product.attributes.map { |k, v| "#{k}:#{v}" }.join(","), Product.instance_methods(false).sort.first(3).inspect
puts product.instance_variables.inspect

klass = Class.new do
  %w[north south].each_with_index { |dir, i| define_method("go_#{dir}") { |steps = 1| "#{dir} #{steps * (i + 1)}" } }
end
explorer = klass.new
puts explorer.go_north, explorer.go_south(5), explorer.public_send(:go_north, 2)
explorer.define_singleton_method(:rest) { "zzz" }
puts explorer.rest, explorer.singleton_methods.inspect
puts explorer.instance_eval { self.class == klass }
String.class_eval { def shout = upcase + "!" }
puts "hey".shout, "x".respond_to?(:shout), 5.respond_to?(:shout)
puts [1, 2].send(:map) { |x| x * 3 }.inspect, 5.method(:+).call(3), [1, 2, 3].map(&10.method(:+)).inspect, %w[1 2].map(&method(:Integer)).inspect
Object.const_set(:Answer, 42)
puts Answer, Object.const_get(:Answer), Object.const_defined?(:Nothing)
puts defined?(foo).inspect, defined?(puts), defined?(String), defined?(@a).inspect, defined?(yield).inspect
c = Class.new(StandardError) { def message = "custom" }
begin
  raise c
rescue => e
  puts e.message
end
puts 5.instance_of?(Integer), 5.kind_of?(Comparable), Integer <= Numeric, Integer.instance_method(:+).class
class Product
  undef_method :stock
  alias_method :cost, :price
  remove_method :title?
end
puts product.cost, product.respond_to?(:stock), product.respond_to?(:title?)

# == define_method and send
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
