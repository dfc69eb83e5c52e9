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
