# A place of a backtrace, as `caller_locations` and `backtrace_locations` give it.
location = Class.new do
  attr_reader :path, :lineno, :label

  def initialize(line)
    place, name = line.split(":in ", 2)
    colon = place.rindex(":")
    @line = line
    @path = colon ? place[0, colon] : place
    @lineno = colon ? place[colon + 1..].to_i : 0
    @label = name ? name.delete_prefix("'").delete_suffix("'") : "<main>"
  end

  # The method without its class and without the blocks in it.
  def base_label
    name = label.delete_prefix("block in ")
    name.start_with?("<") ? name : name.split(/[#.]/).last || name
  end

  def absolute_path = nil
  def to_s = @line.dup
  def inspect = to_s.inspect
end

# Its name in CRuby; a sandbox has no other use for Thread.
location.__send__(:__set_temporary_name, "Thread::Backtrace::Location")

Kernel.define_method(:__location) { |line| location.new(line) }
Kernel.__send__(:private, :__location)
