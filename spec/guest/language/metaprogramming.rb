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
