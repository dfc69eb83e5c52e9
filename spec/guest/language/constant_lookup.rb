# Needs Ruby 3.2: modules beside those that Object includes
# Where constants are looked for, private ones, and definitions in them.
module Shared; IN_OBJECT = :of_module; end
class Object; include Shared; end
class Alone; end
p Alone::IN_OBJECT
begin
  Alone::String
rescue NameError => e
  puts e.message
end

AROUND = :object
class Parent; AROUND = :parent; end
class Object
  class Child < Parent
    def self.seen = AROUND
  end
end
class Other < Parent
  def self.seen = AROUND
end
p Child.seen, Other.seen

class Keeper
  HIDDEN = 1
  module Within; end
  private_constant :HIDDEN, :Within
end
class Heir < Keeper
  def self.named = self::HIDDEN
  def self.bare = HIDDEN
end
def said
  yield
rescue NameError, TypeError => e
  puts e.message
  p e.name, e.receiver if e.is_a?(NameError)
end
p Heir.bare
said { Heir.named }
said { Keeper::HIDDEN }
said { eval "module Keeper::Within; end" }
said { eval "class Keeper::HIDDEN; end" }
def Keeper.const_missing(name) = "missing #{name}"
p Keeper::HIDDEN, Keeper::NOTHING

said { eval "class nil::Foo; end" }
said { eval "module 3::Foo; end" }
said { 1::FOO }

named = Module.new
def named.name = "Named"
said { named::NOTHING rescue (puts($!.message); raise TypeError, "done") }
shown = Module.new
def shown.name = nil
def shown.inspect = "<shown>"
said { shown::NOTHING rescue (puts($!.message); raise TypeError, "done") }

class << Object
  def const_missing(name) = "asked for #{name}"
end
p defined?(Nowhere), defined?(Nowhere::Else), defined?(Alone::Nowhere), defined?(::Nowhere), Nowhere
Late ||= 1
Alone::Late ||= 2
p Late, Alone::Late
class << Object
  remove_method :const_missing
end

module Lent; module Opened; end; end
class Object; include Lent; end
module Opened; end
p Opened.equal?(Lent::Opened)

letters = Module.new
letters.const_set("Éa", 1)
p letters.const_get("Éa"), eval("Ärger = 2; Ärger")
begin
  letters.const_set("éa", 1)
rescue NameError => e
  puts e.message
end
