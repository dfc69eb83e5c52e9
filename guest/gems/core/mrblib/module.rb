# Module: visibility of methods and of constants.
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

  # For within the module, where no `Module::` stands before the name.
  def private_constant(*names)
    deprecate_constant(*names)
    names.each { |name| (@__private_constants ||= {})[name.to_sym] = true }
    nil
  end

  def public_constant(*names)
    deprecate_constant(*names)
    names.each { |name| @__private_constants&.delete(name.to_sym) }
    nil
  end

  def deprecate_constant(*names)
    names.each { |name| const_defined?(name) or raise NameError, "constant #{self}::#{name} not defined" }
    self
  end

  alias public_instance_method instance_method
end
