# Refinements: `refine` in a module and `using` at the top level of a script.
class Module
  # A refinement is what `using` puts before the methods of its class, from then on and everywhere.
  def refine(target, &block)
    (@__refinements ||= []) << [target, Module.new(&block)]
    @__refinements.last[1]
  end

  def __using = @__refinements&.each { |target, refinement| target.prepend(refinement) }
  private :refine

  # Within a module `using` would have to end with it.
  def using(_refinements)
    raise NotImplementedError, "a sandbox has no refinements for a part of a script (say `using` at its top level)"
  end
  private :using
end

module Kernel
  def using(refinements)
    refinements.__using
    self
  end
  private :using
end
