# frozen_string_literal: true

# The methods of the guest's core whose code is read when one of them is called: what kobako-mrbc is told of them, and
# where it leaves their bytecode for the pack.
class UnreadMethods
  # Of the tree in `root`, in mruby's folder `build`.
  def initialize(root, build)
    @root = root
    @build = build
  end

  # The list of those that are in memory from the start.
  def resident = File.join(@root, "guest/gems/resident")

  # A folder for each gem, with a file for each group.
  def folder = File.join(@build, "unread")

  def environment = { "KOBAKO_RESIDENT" => resident, "KOBAKO_UNREAD" => folder }
end
