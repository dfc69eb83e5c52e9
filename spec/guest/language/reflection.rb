# == Hidden methods and method_missing
# What a caller may not call goes to method_missing, as what is not there; a private method_missing is called all the same.
class Quiet
  def open = :open

  private

  def secret = :secret
  def method_missing(name, *rest) = [:missing, name, *rest]
  def respond_to_missing?(*) = true

  protected

  def shared = :shared
end
quiet = Quiet.new
p quiet.open, quiet.secret, quiet.secret(1), quiet.shared, quiet.nothing, quiet.send(:secret), quiet.public_send(:secret), quiet.public_send(:shared, 2)
class Plain
  def ask(other) = other.shared
  private def secret = 1
  protected def shared = 2
end
p Plain.new.ask(Plain.new)
[:secret, :shared].each do |name|
  Plain.new.public_send(name)
rescue NoMethodError => e
  p e.name, e.receiver.class, e.message[/private|protected/]
end

# == What private, module_function and their like answer
class Answers
  p private, public, private(:puts), (public def a = 1), private(:a, :puts), protected([:a])
  p attr_accessor(:b, :c), attr_reader(:d), alias_method(:e, :a), define_method(:f) { 1 }, undef_method(:e)
end
module Helpers
  p module_function
  def one = 1
  define_method(:two) { 2 }
  p module_function(:one), module_function(:one, :two)
end
p Helpers.one, Helpers.two, Helpers.instance_method(:one).owner, Helpers.private_method_defined?(:one), Helpers.private_instance_methods(false).sort
class Parent
  def hook = 1
  def self.method_added(name) = (@added ||= []) << name
  def self.added = @added
end
class Child < Parent
  private :hook
  public :hook
end
p Child.added, Child.instance_methods(false), Child.new.hook
begin
  Module.new { module_function :nothing }
rescue NameError => e
  p e.name
end

# == Names by to_str
class Name
  def initialize(text) = @text = text
  def to_str = @text
end
class Named
  attr_accessor Name.new("value")
  define_method(Name.new("twice")) { value * 2 }
  alias_method Name.new("double"), Name.new("twice")
  const_set(Name.new("LIMIT"), 3)
end
named = Named.new
named.value = 4
p named.double, named.method(Name.new("value")).call, named.instance_variable_get(Name.new("@value")), Named.const_get(Name.new("LIMIT")), Named.method_defined?(Name.new("twice")), named.respond_to?(Name.new("double")), named.send(Name.new("twice")), named.public_send(Name.new("value"))
[5, nil, Object].each { |name| named.instance_variable_get(name) rescue p $!.class }
begin
  named.method(Class.new { def to_str = 5 }.new)
rescue TypeError => e
  p e.class
end

# == Paths of constants
module Outer
  class Inner
    DEPTH = 2
  end
  LIMIT = 10
end
class Within < Outer::Inner; end
p Object.const_get("Outer::Inner::DEPTH"), Outer.const_get("::Outer::LIMIT"), Within.const_get(:DEPTH), Within.const_get(:Outer), Outer.const_get(:Inner, false)
p Object.const_defined?("Outer::Inner::DEPTH"), Object.const_defined?("Outer::Nope::DEPTH"), Outer.const_defined?("Inner::String", false), Within.const_defined?(:DEPTH, false), Outer.const_defined?("::String")
[-> { Within.const_get(:DEPTH, false) }, -> { Outer.const_get("Inner::Outer") }, -> { Outer.const_get("Inner::") }, -> { Outer.const_get("Inner::x") }, -> { Outer.const_get(:"Inner::DEPTH") }, -> { Outer.const_get("") }, -> { Object.const_get("Outer::LIMIT::X") }].each do |get|
  p get.call
rescue NameError, TypeError => e
  p e.class
end
class Lazy
  def self.const_missing(name) = [:missing, name]
end
p Lazy.const_get("Whatever"), Lazy.const_get(:Other), Lazy::Third
module Kept
  OPEN = 1
  SHUT = 2
  private_constant :SHUT
end
p Kept.constants, (Kept.private_constant(:NOPE) rescue $!.name)
outer = Module.new
inner = outer.const_set(:Part, Module.new)
deep = inner.const_set(:Leaf, Class.new)
p outer.name, deep.name.end_with?("::Part::Leaf")
Whole = outer
p deep.name, inner.name

# == What is called when modules are added
order = []
feature = Module.new do
  define_singleton_method(:append_features) { |into| order << :append; super(into) }
  define_singleton_method(:included) { |_| order << :included }
  define_singleton_method(:prepend_features) { |into| order << :prepend; super(into) }
  define_singleton_method(:extend_object) { |object| order << :extend; super(object) }
  def help = :helped
end
p Class.new { include feature }.new.help, Class.new { prepend feature }.new.help, Object.new.extend(feature).help, order
silent = Module.new { def self.append_features(_) = nil }
p Class.new { include silent }.include?(silent), [:include, :prepend, :extend].map { |name| Class.new.send(name) rescue $!.class }, (Class.new { include Class.new } rescue $!.class)
p Class.respond_to?(:append_features, true), Module.private_method_defined?(:append_features), Class.new.singleton_class.private_method_defined?(:module_function)
Watch = Class.new do
  define_singleton_method(:inherited) { |sub| order << [:inherited, sub.name]; super(sub) }
end
Class.new(Watch) { order << :body }
p order.last(2)

# == Variables of strings, arrays, structs, ranges and procs
# Needs Ruby 3.2: variables of procs
Total = Struct.new(:a) do
  def total = @total ||= a * 2
end
class Stack < Array
  attr_reader :max

  def initialize(max, *items) = (super(items); @max = max)
end
class Label < String
  attr_accessor :note
end
p Total.new(2).total, Stack.new(3, 1, 2).max, Stack.new(3, 1, 2), Stack.new(4).dup.max, Stack.new(5).instance_variables
label = Label.new("x")
label.note = "n"
p label.note, label.clone.note, label.dup.note, Label.new("x").note, label == "x", label.upcase.class, label.instance_variable_defined?(:@note), label.remove_instance_variable(:@note), label.note
text = +"plain"
text.instance_variable_set(:@tag, [1])
GC.start
p text.instance_variable_get(:@tag), (text << "er").instance_variable_get(:@tag), "other".instance_variable_get(:@tag)
many = Array.new(3000) { |i| (+"s").tap { |s| s.instance_variable_set(:@i, [i]) } }
many.select!.with_index { |_, i| i % 7 == 0 }
GC.start
p many.all? { |s| s.instance_variable_get(:@i)[0] % 7 == 0 }, many.sum { |s| s.instance_variable_get(:@i)[0] }
block = proc { 1 }
block.instance_variable_set(:@name, :block)
p block.instance_variable_get(:@name), block.dup.instance_variable_get(:@name), [1].instance_variables
[:sym, 5, nil, 2.5, "lit".freeze, [1].freeze].each { |value| value.instance_variable_set(:@a, 1) rescue p $!.class }

# == Copies
class Page
  attr_reader :log

  def initialize = @log = []
  def initialize_copy(other) = @log = other.log + [:copy]
  def initialize_dup(other) = (super; @log << :dup)
  def initialize_clone(other, freeze: nil) = (super; @log << [:clone, freeze])
end
p Page.new.dup.log, Page.new.clone.log, Page.new.clone(freeze: true).log, Page.new.freeze.clone(freeze: false).log
p Page.new.freeze.clone.frozen?, Page.new.freeze.dup.frozen?, Page.new.clone(freeze: true).frozen?, Page.new.freeze.clone(freeze: false).frozen?
p (Page.new.clone(freeze: 1) rescue $!.class), (:a.clone(freeze: false) rescue $!.class), 5.clone, 1r.dup.equal?(1r), Page.private_method_defined?(:initialize_clone)
error = (raise "kept" rescue $!)
p error.dup.message, error.dup.backtrace == error.backtrace, error.exception("new").message, error.exception("new").backtrace == error.backtrace
p (BasicObject.dup rescue $!.class), (Object.new.freeze.instance_eval { initialize_copy(Object.new) } rescue $!.class)

# == Answers about methods, constants and blocks
# Needs Ruby 3.3: answers that came with it
class Shown
  def open = 1
  private def closed = 2
end
class Fewer < Shown
  undef_method :closed
  private :open
end
p Fewer.private_method_defined?(:closed), Fewer.private_instance_methods.include?(:closed), Fewer.public_method_defined?(:open), Fewer.private_method_defined?(:open), Fewer.new.public_methods.include?(:open)
p Shown.const_get(:String), Shown.const_get(:Comparable), (Shown::Nowhere rescue $!.name), (BasicObject.clone rescue $!.class)
p Fewer.singleton_class <= Shown.singleton_class, Shown.singleton_class < Class, (Shown <= 1 rescue $!.message)
p loop.size, [-> { 1.instance_exec }, -> { Shown.class_exec }].map { |call| call.call rescue $!.class }
p Shown.method_defined?(Class.new { def to_str = "open" }.new), (Shown.method_defined?(1) rescue $!.message)
define = ->(from, into) { into.define_method(:given, from.instance_method(:open)) rescue $!.message }
p define.(Shown, Class.new(Shown)), define.(Shown, Class.new), define.(Comparable.dup.tap { |copy| copy.define_method(:open) { 3 } }, Class.new)
class Near
  include Comparable
  def initialize(by) = @by = by
  def <=>(_) = @by
end
p Near.new(0) == 1, Near.new(0.0) == 1, Near.new(nil) == 1, Near.new(2**70) == 1, (Near.new("x") == 1 rescue $!.class)
p ("abc".dup.[]=("x", "y") rescue [$!.class, $!.message]), ("abc".dup.[]=(7..8, "y") rescue [$!.class, $!.message])
p (proc { |a| a } << proc { |b| b }).lambda?, (proc { |a| a } << 5.method(:+)).lambda?, proc { |a = 2| a }.curry.call(3), -> { 4 }.curry.call
copy = proc { 1 }.tap { |block| block.instance_variable_set(:@a, 2) }.dup
p copy.instance_variable_get(:@a), SystemExit.new.message, { a: 1 }.map(&:first), { a: 1 }.map(&->(k, v) { [v, k] })
p Hash.new(5).merge({ a: nil, b: 1 }).compact[:c], String(7), (String(BasicObject.new) rescue $!.message)
errors = [-> { Shown.class_variable_get(:@@x) }, -> { Shown.new.instance_variable_get("x") }, -> { Shown.const_set(:a, 1) }, -> { Shown.remove_method(:none) }].map { |call| call.call rescue $! }
p errors.map { |error| [error.name, error.receiver.class] }

# == No helpers among the names
def shown(names) = names.grep(/\A__/).sort

p [String, Array, Hash, Module, Proc, Enumerator].flat_map { |type| shown(type.instance_methods(false)) }
p shown(Object.new.methods), shown(Object.new.private_methods), shown("".public_methods), shown([].singleton_methods)
p shown(Class.private_instance_methods), String.method_defined?(:__tr), String.method_defined?(:tr)

class Own
  attr_accessor :__mine

  def __map = 1
  private def __set = 2
end
p Own.instance_methods(false).sort, Own.private_instance_methods(false), shown(Own.new.methods)
o = Object.new
def o.__tr = 1
p o.singleton_methods, o.methods(false), Symbol.all_symbols.include?(:each), Symbol.all_symbols.all?(Symbol)
p [].method(:map!).original_name, [].method(:collect).name
