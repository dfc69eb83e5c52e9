# == Of missing names
# What a message says of the receiver, and of words alone.
def tell
  yield
rescue Exception => e
  puts "#{e.class}: #{e.message.gsub(/0x\h+/, "0x")}"
  p [e.name, (e.receiver.class.name rescue "none")] if e.is_a?(NameError)
end

class Foo
  def bar = baz
  def self.make = zzz
  def above = super
  def called = self.baz(1)
  private def hidden = 1
  protected def guarded = 1
end
module Mod; end
singular = Object.new
def singular.run = missing
extended = Object.new.extend(Comparable)

tell { Foo.new.bar }
tell { Foo.make }
tell { Foo.new.above }
tell { Foo.new.called }
tell { Foo.new.hidden }
tell { Foo.new.guarded }
[nil, true, false, 1, 1.5, "s", :s, [], {}, 1..2, Foo.new, Foo, Mod, Class, Kernel, proc {}].each { |object| tell { object.foo(1) } }
tell { missing }
tell { missing(1) }
tell { singular.run }
tell { extended.foo(1) }
tell { Class.new.foo(1) }
tell { Class.new.new.foo(1) }
tell { BasicObject.new.foo(1) }
tell { Object.new.instance_eval { missing } }
tell { Foo.new.instance_exec { bar } }
tell { Foo.new.public_send(:hidden) }
tell { Foo::Bar }
tell { Foo.instance_method(:nope) }
tell { Mod.instance_method(:nope) }
tell { Foo.new.method(:nope) }
tell { Foo.method(:nope) }
tell { Foo.alias_method(:nope, :none) }
tell { Mod.alias_method(:nope, :none) }
tell { Foo.undef_method(:nope) }
tell { Foo.remove_method(:nope) }
tell { Foo.new.instance_variable_get("x") }
class Ghost
  def method_missing(name, *arguments) = name == :known ? :ghost : super
  def respond_to_missing?(name, all = false) = name == :known || super
  def call = unknown
end
tell { p Ghost.new.known }
tell { Ghost.new.foo(1) }
tell { Ghost.new.call }

# == Shown
# Exceptions as inspect shows them.
p RuntimeError.new("a"), RuntimeError.new(""), RuntimeError.new, RuntimeError.new("a\nb"), Class.new(StandardError).new("x").message
p ArgumentError.new(nil), StandardError.new(:sym), KeyError.new("k\n"), StopIteration.new("tab\there")

# == Of arguments
# Needs Ruby 4.0: names in messages
class Named
  def self.name = "Other"
  private def hidden = 1
  protected def shielded = 1
end

class Doubled < Range
  def each = super { |value| yield value * 2 }
end
[
  -> { Named.new.missing }, -> { Named.new.public_method(:hidden) }, -> { Named.new.public_method(:shielded) },
  -> { 5.ceildiv(nil) }, -> { caller(nil) }, -> { caller("x") }, -> { "ab".match(/a/).match(1) },
  -> { "ab".match(/a/).match_length(2) }, -> { Regexp.new("a\\") }, -> { (1..3).first(1, 2) }, -> { (1..3).first(-1) },
  -> { (..3).first }, -> { Doubled.new(1, 3).first(2) }, -> { Doubled.new(1, 3).first },
  -> { "héllo".match(/l(l)/).then { |m| [m.bytebegin(0), m.byteend(1)] } }
].each do |code|
  p code.call
rescue => e
  puts "#{e.class}: #{e.message}"
end
