# Methods that get another name or another class, that are undefined, and those of nil.

class Base
  def foo = :base
  def gone = :inherited
end

class Middle < Base
  def foo(*given) = [:middle, super(), __method__, *given]
end

class Below < Middle
  define_method(:bar, Middle.instance_method(:foo))
  define_method(:foo, Middle.instance_method(:foo))
end
p Below.new.bar, Below.new.bar(1), Below.new.foo, Below.instance_method(:bar).name, Below.new.method(:bar).owner
p Below.new.method(:bar).arity, Below.new.respond_to?(:bar), Below.public_method_defined?(:bar)

other = Below.new
other.define_singleton_method(:single, Middle.instance_method(:foo))
p other.single

class Within < Base
  def foo = [:within, super]
  define_method(:again, instance_method(:foo))
  alias_method :third, :again
end
p Within.new.again, Within.new.third

class Middle
  define_method(:block, &:inspect)
  define_method(:moved, Base.instance_method(:gone))
end
p Middle.new.moved

class Undone < Base
  undef gone
  begin
    remove_method :gone
  rescue NameError => e
    puts e.message
  end
end
p Undone.method_defined?(:gone), (Undone.new.gone rescue :none)

class Redone < Base
  def gone = :own
  remove_method :gone
end
p Redone.new.gone

def nil.own = 1
def true.own = 2
p nil.own, true.own

class Hidden
  private

  def self.shown = :shown
end
p Hidden.shown
