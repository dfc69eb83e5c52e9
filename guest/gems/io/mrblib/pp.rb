# Pretty printing is loaded when it is first asked for.
module Kernel
  def pretty_inspect
    require "pp"
    pretty_inspect
  end

  private

  def pp(*objects)
    require "pp"
    pp(*objects)
  end
end
