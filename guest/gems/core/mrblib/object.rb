# Object: public_method, and what `dig` asks of a member.
class Object
  # What Array, Hash and Struct ask of a value that there are more keys for.
  def __dig(keys)
    raise TypeError, "#{self.class} does not have #dig method" unless respond_to?(:dig)

    dig(*keys)
  end
end

module Kernel
  def public_method(name)
    found = method(name)
    name = found.name
    return found if respond_to?(name)

    type = Kernel.__class_of(self)
    visibility = found.owner.private_method_defined?(name) ? "private" : "protected"
    raise NameError.new("method '#{name}' for class '#{type.name || type}' is #{visibility}", name, receiver: self)
  end
end
