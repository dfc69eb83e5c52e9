# frozen_string_literal: true

require "delegate"

# A reference that a collection of garbage would not count. As nothing of collections is to be seen in a sandbox, what
# it refers to stays.
class WeakRef < Delegator
  VERSION = "0.1.3"

  class RefError < StandardError
  end

  def __getobj__ = @object

  def __setobj__(object)
    @object = object
  end

  def weakref_alive? = true
end
