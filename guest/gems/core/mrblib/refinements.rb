# Refinements: `refine` in a module and `using` at the top level of a script.
class Module
  # A refinement is what `using` puts before the methods of its class, from then on and everywhere.
  def refine(target, &block)
    (@__refinements ||= []) << [target, Module.new(&block)]
    @__refinements.last[1]
  end

  def __using = @__refinements&.each { |target, refinement| target.prepend(refinement) }
  private :refine

  def using(_refinements) = __using_in_part
  private :using
end

module Kernel
  private

  # Within a module, a snippet or a text for `eval`, `using` would have to end with it.
  def __using_in_part
    raise NotImplementedError, "refinements hold for a whole program here (say `using` at its top level, " \
                               "not in a snippet, a module, a method or an eval)"
  end

  def using(refinements)
    __using_in_part unless __at_top_level?
    refinements.__using
    self
  end
end
