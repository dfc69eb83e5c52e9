# Kernel: clone(freeze:), Hash(), and the functions that are also methods of the module.
module Kernel
  module_function :Array, :String, :catch, :loop, :proc, :raise, :throw

  alias __clone clone

  # `freeze: false` gives a copy that can be changed, `freeze: true` one that cannot.
  def clone(freeze: nil)
    return __clone_unfrozen if freeze == false

    freeze ? __clone.freeze : __clone
  end

  def Hash(value)
    return {} if value.nil? || value == []
    return value.to_hash if value.respond_to?(:to_hash)

    raise TypeError, "can't convert #{value.class} into Hash"
  end

  private :Hash
end

class << Kernel
  def Hash(value) = Object.new.__send__(:Hash, value)
end
