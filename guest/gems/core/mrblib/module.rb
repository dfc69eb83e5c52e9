# Module: visibility of methods and of constants, accessors and names.
class Module
  def method_defined?(name, inherit = true) = instance_methods(inherit).include?(__name(name))
  def public_method_defined?(name, inherit = true) = public_instance_methods(inherit).include?(__name(name))
  def private_method_defined?(name, inherit = true) = private_instance_methods(inherit).include?(__name(name))
  def protected_method_defined?(name, inherit = true) = protected_instance_methods(inherit).include?(__name(name))

  def public_instance_method(name)
    name = __name(name)
    method = instance_method(name)
    return method if public_method_defined?(name)

    visibility = private_method_defined?(name) ? "private" : "protected"
    raise NameError.new("method '#{name}' for #{self.class.name.downcase} '#{self}' is #{visibility}", name,
                        receiver: self)
  end

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
    names.each { |name| (@__private_constants ||= {})[__own_constants([name])[0]] = true }
    nil
  end

  def public_constant(*names)
    __own_constants(names).each { |name| @__private_constants&.delete(name) }
    nil
  end

  def deprecate_constant(*names)
    __own_constants(names)
    self
  end

  alias __constants constants

  def constants(inherit = true)
    hidden = (@__private_constants || {}).keys
    hidden.empty? ? __constants(inherit) : __constants(inherit) - hidden
  end

  # The keywords in the rest of these methods are handed on as keywords.
  def ruby2_keywords(*names)
    names.each do |name|
      kinds = instance_method(__name(name)).parameters.map(&:first)
      next __hand_keywords(name) if kinds.include?(:rest) && !kinds.intersect?(%i[key keyreq keyrest])

      warn "Skipping set of ruby2_keywords flag for #{name} (method accepts keywords or method does not accept " \
           "argument splat)", uplevel: 0
    end
    nil
  end
  private :ruby2_keywords

  # A name for a class or module without one, until a constant gives it another; nil takes it away.
  def set_temporary_name(name, &_block)
    raise "can't change permanent name" if __permanent_name?
    return __set_temporary_name(nil) if name.nil?

    name = String(name)
    raise ArgumentError, "empty class/module name" if name.empty?
    if name.delete_prefix("::").split("::", -1).all? { |part| part.match?(/\A[A-Z][A-Za-z0-9_]*\z/) }
      raise ArgumentError, "the temporary name must not be a constant path to avoid confusion"
    end

    __set_temporary_name(name.dup.freeze)
  end

  private

  # As a symbol, which may be given as anything that to_str makes a name of.
  def __name(name)
    return name if Symbol === name
    return name.to_sym if String === name

    text = __try_string(name) or raise TypeError, "#{name.inspect} is not a symbol nor a string"
    text.to_sym
  end

  def __own_constants(names)
    names.map do |name|
      name = __name(name)
      const_defined?(name, false) or raise NameError.new("constant #{self}::#{name} not defined", name, receiver: self)
      name
    end
  end
end
