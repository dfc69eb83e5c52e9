# Method and UnboundMethod: what they show, how they compose, and what define_method makes of them.
class Proc
  # What stands behind a name of `parameters`.
  PARAMETERS__ = {
    req: ->(name) { (name || "_").to_s }, opt: ->(name) { "#{name || "_"}=..." },
    rest: ->(name) { "*#{name unless name == :*}" }, keyreq: ->(name) { "#{name}:" },
    key: ->(name) { "#{name}: ..." }, keyrest: ->(name) { "**#{name unless name == :**}" },
    block: ->(name) { "&#{name unless name == :&}" }, nokey: ->(_name) { "**nil" }
  }.freeze

  def self.__signature(parameters)
    "(#{parameters.map { |kind, name| PARAMETERS__[kind].call(name) }.join(", ")})"
  end
end

# What both kinds of method objects have.
module Kernel
  def __describe_method(kind, place, method)
    alias_of = method.original_name == method.name ? "" : "(#{method.original_name})"
    file, line = method.source_location
    "#<#{kind}: #{place}#{method.name}#{alias_of}#{Proc.__signature(method.parameters)}#{" #{file}:#{line}" if file}>"
  end
  private :__describe_method
end

class Method
  def inspect
    return __describe_method(self.class, "#{receiver.inspect}.", self) if __singleton?

    from = Module === receiver ? receiver.singleton_class : Kernel.instance_method(:class).bind_call(receiver)
    __describe_method(self.class, owner == from ? "#{owner.inspect}#" : "#{from.inspect}(#{owner.inspect})#", self)
  end
  alias to_s inspect
  alias === call

  def to_proc
    method = self
    proc = ->(*args, **options, &block) { method.call(*args, **options, &block) }
    proc.__origin = self
    proc
  end

  def curry(count = nil) = to_proc.curry(count)

  def __singleton? = owner.singleton_class? && owner.attached_object.equal?(receiver)

  def <<(other) = to_proc << other
  def >>(other) = to_proc >> other
  def __body(into) = unbind.__body(into)
end

class UnboundMethod
  def inspect = __describe_method(self.class, "#{owner.inspect}#", self)
  alias to_s inspect

  # As the body of a method that define_method makes of it in a class or module.
  def __body(into)
    if Class === owner && !into.ancestors.include?(owner)
      raise TypeError, "can't bind singleton method to a different class" if owner.singleton_class?

      raise TypeError, "bind argument must be a subclass of #{owner}"
    end
    code = __proc
    return code if code

    method = self
    ->(*args, **options, &block) { method.bind_call(self, *args, **options, &block) }
  end
end
