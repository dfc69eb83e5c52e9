# What CRuby's Module and Exception have and mruby's have not.
class Module
  alias __method_defined? method_defined?

  def method_defined?(name, inherit = true) = __method_defined?(name) && !private_method_defined?(name, inherit)
  def public_method_defined?(name, inherit = true) = public_instance_methods(inherit).include?(name.to_sym)
  def private_method_defined?(name, inherit = true) = private_instance_methods(inherit).include?(name.to_sym)
  def protected_method_defined?(name, inherit = true) = protected_instance_methods(inherit).include?(name.to_sym)

  def private_class_method(*names)
    singleton_class.__send__(:private, *names.flatten)
    nil
  end

  def public_class_method(*names)
    singleton_class.__send__(:public, *names.flatten)
    nil
  end
end

class Exception
  def ==(other)
    equal?(other) || (other.class == self.class && message == other.message && backtrace == other.backtrace)
  end

  def full_message(**)
    lines = backtrace || []
    place = lines.empty? ? "" : "#{lines.first}: "
    ["#{place}#{message} (#{self.class})", *lines.drop(1).map { |line| "\tfrom #{line}" }].join("\n")
  end
end

module Kernel
  module_function :Array, :Complex, :String, :catch, :format, :loop, :p, :print, :printf,
                  :proc, :putc, :puts, :raise, :sprintf, :throw, :warn

  alias __clone clone

  # `freeze: false` gives a copy that can be changed, `freeze: true` one that cannot.
  def clone(freeze: nil)
    return __clone_unfrozen if freeze == false

    freeze ? __clone.freeze : __clone
  end
end

class FrozenError
  attr_reader :receiver

  def initialize(message = nil, receiver: nil)
    super(message)
    @receiver = receiver
  end
end

class Object
  # What Array, Hash and Struct ask of a value that there are more keys for.
  def __dig(keys)
    raise TypeError, "#{self.class} does not have #dig method" unless respond_to?(:dig)

    dig(*keys)
  end

  alias public_method method
end

class Method
  alias === call

  def curry(count = nil) = to_proc.curry(count || (arity < 0 ? -arity - 1 : arity))
  def __body = unbind.__body
end

class UnboundMethod
  # As the body of a method that define_method makes of it.
  def __body
    method = self
    lambda { |*args, **options, &block| method.bind_call(self, *args, **options, &block) }
  end
end

class Module
  alias public_instance_method instance_method

  # A refinement is what `using` puts before the methods of its class, from then on and everywhere.
  def refine(target, &block)
    (@__refinements ||= []) << [target, Module.new(&block)]
    @__refinements.last[1]
  end

  def __using = @__refinements&.each { |target, refinement| target.prepend(refinement) }
  private :refine

  # Within a module `using` would have to end with it.
  private def using(_refinements)
    raise NotImplementedError, "a sandbox has no refinements for a part of a script (say `using` at its top level)"
  end
end

module Kernel
  private def using(refinements)
    refinements.__using
    self
  end
end

class << Struct
  def keyword_init? = @__keyword_init__
end

# What a program that asks `__FILE__ == $0` is told.
$0 = $PROGRAM_NAME = "(eval)"
