# Module, Method, Kernel, Struct, Symbol, and pattern matching.
class Shy
  def open = 1
  def closed = 2
  private :closed
  SECRET = 1
end
same Shy.method_defined?(:open), true
same Shy.method_defined?(:closed), false
same Shy.private_method_defined?(:closed), true
same "x".freeze.clone(freeze: false).frozen?, false
same "x".clone(freeze: true).frozen?, true
same 5.method(:+).curry[2], 7
same defined?(missing_name).nil?, true
same :abc[1], "b"
same :abc.start_with?("a"), true
Point = Struct.new(:x, :y)
case Point.new(1, 2)
in [x, y] then same x + y, 3
end
case { a: 1 }
in { a: Integer => a } then same a, 1
end
raises(NoMatchingPatternError, "5: String === 5 does not return true") { 5 => String }
same Kernel.format("%03d", 7), "007"
same Module.new.set_temporary_name("a shape").inspect, "a shape"
raises(ArgumentError, "the temporary name must not be a constant path to avoid confusion") do
  Module.new.set_temporary_name("A::B")
end
raises(ArgumentError, "empty class/module name") { Module.new.set_temporary_name("") }
raises(RuntimeError, "can't change permanent name") { Shy.set_temporary_name("shy") }
temporary = Module.new.set_temporary_name("outer part")
temporary.const_set(:Inner, Module.new)
same temporary::Inner.name, "outer part::Inner"
Permanent = temporary.itself
same [temporary.name, temporary::Inner.name], ["Permanent", "Permanent::Inner"]
Rounded = Module.new { refine(Float) { def half = self / 2 } }
same [Rounded.refinements.map(&:target), Rounded.refinements.map(&:class)], [[Float], [Refinement]]
same Rounded.refinements.first.inspect, "#<refinement:Float@Rounded>"
raises(TypeError, "wrong argument type refinement (expected Module)") do
  Class.new { include Rounded.refinements.first }
end
Imported = Module.new { def twice = [self, same_again] }
Imported.class_eval("def same_again = self")
Doubled = Module.new { refine(Integer) { import_methods Imported } }
same Module.new { using Doubled; def self.try = 3.twice }.try, [3, 3]
same [].method(:push).inspect, "#<Method: Array#push(*)>"
same 5.method(:+).unbind.inspect, "#<UnboundMethod: Integer#+(_)>"
same caller_locations(0, 1).first.class.name, "Thread::Backtrace::Location"
