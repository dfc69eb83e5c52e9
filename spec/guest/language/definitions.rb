# Needs Ruby 4.0: how errors name what is frozen
# What `def`, `class <<`, super and yield do in unusual places.
class Target
  OBJECT = Object.new
  def OBJECT.define
    def inner = :inner
  end
end
Target::OBJECT.define
p Target.new.inner, Target::OBJECT.respond_to?(:inner)

object = Object.new
object.instance_eval do
  def outer(value)
    def own = :own
    value
  end
end
p object.outer(1), object.own, Object.method_defined?(:own)

def leaves
  class << self
    return :left
  end
  :stayed
end
def stays = (class << self; :value; end)
def leaves_block
  value = class << self
    [1, 2].each { |x| return x }
    :none
  end
  [value]
end
def leaves_twice
  class << self
    class << self
      return 1, 2
    end
  end
end
def ends
  class << self
    begin
      return :ended
    ensure
      puts "ensured"
    end
  end
end
p leaves, stays, leaves_block, leaves_twice, ends
p [1, 2].map { |x| class << self; 5; end }
p -> { class << self; return 7; end; 8 }.call

class Above
  def given(x) = x
  def named = 1
  def yields = yield
end
class Below < Above
  define_method(:given) { |x| super }
  define_method(:named) { yields { yields { [__method__, defined?(super)] } } }
end
begin
  Below.new.given(1)
rescue RuntimeError => e
  puts e.message
end
p Below.new.named

["1.times { yield }", "class Inside; yield; end", "-> { yield }"].each do |source|
  eval(source)
rescue SyntaxError => e
  puts e.message[/Invalid yield/]
end
def inside = eval("[1].each { |x| yield x }")
inside { |x| p x }

frozen = [Module.new, Class.new, Object.new].each(&:freeze)
kinds = frozen.map do |receiver|
  Module === receiver ? receiver.module_eval { def a; end } : (def receiver.a; end)
rescue FrozenError => e
  e.message[/can't modify frozen \w+/] + " #{e.receiver.equal?(receiver)}"
end
p kinds
begin
  frozen = frozen[0]
  def frozen.a; end
rescue FrozenError => e
  puts e.message[/can't modify frozen \w+/]
end

["", 1, Module.new, BasicObject.new].each do |above|
  eval("class New < above; end", binding)
rescue TypeError => e
  puts e.message
end

begin
  begin
    raise "first"
  rescue *[42]
  end
rescue TypeError => e
  puts e.message
end
begin
  raise "second"
rescue *[ArgumentError, RuntimeError]
  puts "rescued"
end

class Loud < String
  def +(other) = "#{super}!"
end
p Loud.new("a") + "b", Loud.new("a") + "b" + "c"
p :"\0", :"a\u0001", :"é\u0001"
