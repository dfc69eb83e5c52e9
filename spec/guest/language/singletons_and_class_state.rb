# Class variables, class instance variables, self methods, singleton classes, constants.
class Counter
  @@total = 0
  @instances = []
  LIMITS = { low: 1, high: 10 }.freeze
  class << self
    attr_reader :instances
    attr_accessor :prefix

    def create(*args) = new(*args).tap { |c| instances << c }
    def total = @@total
    def reset! = (@@total = 0)

    private

    def secret = 42
  end
  self.prefix = "c"

  attr_reader :id
  def initialize(step = 1)
    @@total += step
    @id = "#{self.class.prefix}#{@@total}"
  end
  def limits = LIMITS.values_at(:low, :high)
end
class Special < Counter
  @instances = []
  self.prefix = "s"
  LIMITS = { low: 5, high: 6 }.freeze
  def wide = LIMITS[:low]
end
puts Counter.create.id, Special.create(4).id, Counter.create.id, Counter.total, Special.total, Counter.instances.size, Special.instances.size
puts Special.new.limits.inspect, Special.new.wide, Counter.class_variable_get(:@@total), Counter.class_variables.inspect
puts (Counter.secret rescue "private"), Counter.respond_to?(:secret), Counter.send(:secret), Counter.singleton_methods.include?(:total)
Counter.reset!
puts Special.total, Counter.const_get(:LIMITS)[:high], Special.const_defined?(:LIMITS), Counter::LIMITS.frozen?, Counter.name, Counter.to_s
obj = Object.new
class << obj
  def greet = "hi from #{self.class}"
  attr_accessor :mood
end
obj.mood = :calm
puts obj.greet, obj.mood, obj.singleton_methods.sort.inspect, obj.singleton_class.instance_methods(false).sort.inspect
module Registry
  @items = {}
  def self.register(key, &maker) = @items[key] = maker
  def self.[](key) = (@cache ||= {})[key] ||= @items.fetch(key) { raise KeyError, "no #{key}" }.call
  def self.each(&) = @items.each_key(&)
  extend Enumerable
end
Registry.register(:time) { "made once #{Object.new.class}" }
Registry.register(:zone) { "UTC" }
puts Registry[:time].equal?(Registry[:time]), Registry[:zone], Registry.map(&:to_s).inspect, Registry.include?(:time), (Registry[:x] rescue $!.message)
class Singleton1
  private_class_method :new
  def self.instance = @instance ||= new
end
puts Singleton1.instance.equal?(Singleton1.instance), (Singleton1.new rescue "no new")
module Outer
  DEPTH = 1
  module Inner
    DEPTH = 2
    def self.show = [DEPTH, Outer::DEPTH, ::RUBY_ENGINE.class].inspect
    class Leaf; def path = Module.nesting rescue nil; end
  end
  def self.show = DEPTH
end
puts Outer::Inner.show, Outer.show, Outer.constants.sort.inspect, Outer::Inner.name
puts [1, "a", nil, :b, 2.5, [1], { a: 1 }, 1..2, Object, Kernel].map { |o| o.class }.join(" "), 5.instance_of?(Integer), Integer === 5, Comparable === "s"

# Variables of two classes of one line, and at top level
class Elder; end

class Younger < Elder
  @@shared = 1
  def shared = @@shared
  def shared=(value)
    @@shared = value
  end
end
Elder.class_variable_set(:@@shared, 2)
[-> { Younger.new.shared }, -> { Younger.new.shared = 3 }, -> { Younger.class_variable_get(:@@shared) },
 -> { Elder.class_variable_get(:@@shared) }, -> { eval("@@top") }, -> { eval("@@top = 1") }].each do |use|
  p use.call
rescue RuntimeError => e
  puts "#{e.class}: #{e.message}"
end
p defined?(@@top)
