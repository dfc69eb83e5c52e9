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
end
