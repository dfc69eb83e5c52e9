# Refinement: how it shows itself, and what it may not be used for.
class Refinement
  def inspect = "#<refinement:#{target.inspect}@#{__owner.inspect}>"
  alias to_s inspect

  def instance_methods(inherit = true) = inherit ? super | target.instance_methods : super

  private

  def include(*) = raise(TypeError, "Refinement#include has been removed")
  def prepend(*) = raise(TypeError, "Refinement#prepend has been removed")
end
