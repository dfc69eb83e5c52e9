# Needs Ruby 3.4: the owners of methods in backtraces
# Where the lines of a backtrace are said to be.
class Foo
  def bar = raise("x")
  def baz(a) = [1].map { |x| [2].each { |y| bar } }
  def self.make = new.baz(1)
  module In; def self.deep = yield; end
  class << self; def through = Foo.make; end
  define_method(:defined) { bar }
end
module Helper; def helped = raise("h"); end
class Foo
  include Helper
  extend Helper
end
def top = Foo.through
def down(n) = n == 0 ? raise("r") : down(n - 1)
def show
  yield
rescue => e
  puts e.backtrace.map { |line| line[/\d+:in .*/] }.take_while { |line| !line.end_with?("'Object#show'") }, "--"
end
show { top }
show { 1 + nil }
show { Foo.new.defined }
show { Foo::In.deep { raise "deep" } }
show { [1, 2].each { |a| nil.foo } }
show { Class.new { def z = raise("q") }.new.z }
show { o = Object.new; def o.single = raise("s"); o.single }
show { class Body; raise "in class"; end }
show { module Bodies; [1].each { raise "in module" }; end }
show { class << Foo; raise "in single"; end }
show { -> { raise "l" }.call }
show { { a: 1 }.each { |k, v| raise "h" } }
show { 3.times { raise "t" } }
show { loop { raise "t" } }
show { Foo.new.send(:bar) }
show { [Foo.new].each(&:bar) }
show { {}.fetch(:a) }
show { nil.foo(1) }
show { Foo.new.helped }
show { Foo.helped }
show { down(2) }
