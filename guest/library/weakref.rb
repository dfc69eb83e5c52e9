require "delegate"

# A reference that a collection of garbage would not count. As nothing is to be seen of collections in a sandbox, what it
# refers to stays.
class WeakRef < Delegator
  VERSION = "0.1.3"

  class RefError < StandardError
  end

  def initialize(object) = super

  def __getobj__ = @object

  def __setobj__(object)
    @object = object
  end

  def weakref_alive? = true
end
