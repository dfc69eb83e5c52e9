# What `defined?` asks, and what `super` and `rescue` do where the interpreter has no instruction for it.
module Kernel
  def __callable?(name) = respond_to?(name, true)
  def __global?(name) = global_variables.include?(name)
  def __super?(name) = !name.nil? && !method(name).super_method.nil?

  # `super` alone in a block that is no part of what `def` defines; `name` is the method that runs it.
  def __implicit_super(name)
    raise "super called outside of method" unless name

    raise "implicit argument passing of super from method defined by define_method() is not supported. " \
          "Specify all arguments explicitly."
  end
end

class Array
  # `rescue *self`
  def __rescue?(exception)
    any? do |type|
      raise TypeError, "class or module required for rescue clause" unless Module === type

      type === exception
    end
  end
end
