# frozen_string_literal: true

# A host object that a guest passes as an argument: it tells which of its methods ran.
class Probe < BasicObject
  RAN = [] # rubocop:disable Style/MutableConstant

  %i[== != ! equal? hash eql? inspect to_s].each do |name|
    define_method(name) do |*|
      RAN << name
      false
    end
  end

  def method_missing(name, *) # rubocop:disable Style/MissingRespondToMissing
    RAN << name
    ::Kernel.raise(::TypeError, "no")
  end
end
