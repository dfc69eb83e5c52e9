# defined? on everything, inside methods and out.
puts defined?(undefined_thing).inspect, defined?(puts), defined?(String), defined?(Missing::Thing).inspect
local = 1
puts defined?(local), defined?(local + 1), defined?(local.nothing).inspect, defined?(local.size).inspect
puts defined?(@ivar).inspect
@ivar = nil
puts defined?(@ivar), defined?($unset_global).inspect, defined?(yield).inspect, defined?(self)
puts defined?(x = 5), defined?(3), defined?(Math::PI)

def block_state = defined?(yield) ? "with block" : "without"
puts block_state, block_state {}

class Base
  def hello = "hello"
end

class Child < Base
  def hello = defined?(super) ? "#{super} child" : "none"
  def other = defined?(super) ? "super" : "none"
  def cache = defined?(@cache) ? "cached #{@cache}" : (@cache = 42; "computed")
end
c = Child.new
puts c.hello, c.other, c.cache, c.cache
puts "missing" unless defined? nothing_here
puts (defined?(local) && local > 0) ? "positive" : "other"
Limit = 10 unless defined?(Limit)
puts Limit
puts [defined?(String.new), defined?(String.nope), defined?([].first.foo.bar)].inspect
