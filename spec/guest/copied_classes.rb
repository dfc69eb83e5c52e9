# Copies of classes and of objects with singleton methods, modules of a class of their own, visibility and prepended modules.
def row(name)
  puts "#{name}: #{yield.inspect}"
rescue StandardError => e
  puts "#{name}: #{e.class}"
end

row("a copy of a class with a prepended module") do
  first = Class.new { prepend(Module.new { def both = [:before, super] }); def both = 1; def one = 1 }
  copy = first.dup
  copy.class_eval { def both = 2; def one = 2; def more = 3 }
  again = copy.clone
  again.class_eval { prepend(Module.new { def one = [:again, super] }) }
  [first.new.both, first.new.one, first.method_defined?(:more), copy.new.both, copy.new.one, again.new.one, again.new.both,
   first.ancestors.include?(copy), copy.ancestors.include?(first), copy.ancestors[1] == copy, copy.instance_methods(false).sort, first.instance_methods(false).sort]
end
row("a copy of a module with a prepended module") do
  first = Module.new { prepend(Module.new { def x = [:before, super] }); def x = 1 }
  copy = first.dup
  copy.module_eval { def x = 2 }
  [Class.new { include first }.new.x, Class.new { include copy }.new.x]
end
row("a singleton class of a clone") do
  $added = []
  object = Object.new
  def object.one = 1
  def object.singleton_method_added(name) = $added << [equal?($clone), name]
  $clone = object.clone
  def $clone.two = 2
  $added.last
end
row("a clone of what is frozen") { object = Object.new; def object.one = 1; object.freeze; clone = object.clone(freeze: false); def clone.two = 2; [clone.one, clone.two] }
row("what is frozen after it was cloned") { object = Object.new; def object.one = 1; clone = object.clone; object.freeze; def clone.two = 2; [clone.one, clone.two, (def object.two = 2)] }
row("a clone of a class with methods of its own") { first = Class.new { def self.one = 1 }; copy = first.clone; def copy.two = 2; [copy.one, copy.two, first.respond_to?(:two), first.singleton_class.inspect == copy.singleton_class.inspect] }
row("modules that were not initialized") do
  kind = Class.new(Module) { def initialize = nil }
  one, other = kind.new, kind.new
  user = Class.new { include one; include other }
  one.module_eval { def a = 1 }
  other.module_eval { def b = 2 }
  [user.new.a, user.new.b, (user.ancestors & [one, other]).size]
end
row("private before a prepended module") { Class.new { prepend(Module.new { def x = super + 1 }); def x = 1; private :x; public :x }.new.x }
row("private behind a prepended module") { Class.new { prepend(Module.new { def x = 2 }); def y = 1; private :y }.new.y }
row("visibility of what is frozen") { frozen = Class.new { def x = 1 }.freeze; frozen.class_eval { private :x } }
row("a name of a number that is another class") { [SystemCallError.new("x", Errno::ENOENT::Errno).class, SystemCallError.new("x", Errno::EPERM::Errno).message.end_with?(" - x")] }
