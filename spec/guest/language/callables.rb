# == Methods as values
class Base
  def to_be(a) = a
  def other(a) = a
  alias again to_be
end
class Kid < Base
  public :to_be
end
base = Base.new
p base.method(:to_be) == base.method(:again), base.method(:to_be) == base.method(:other), base.method(:to_be).hash == base.method(:again).hash, base.method(:to_be).eql?(base.method(:to_be)), base.method(:to_be) == Base.new.method(:to_be)
p [].method(:push).arity, "".method(:length).arity, 5.method(:+).arity, 5.method(:+).parameters, [].method(:push).parameters, Struct.new(:a).new(1).method(:a).arity
class Accessors
  attr_accessor :name
end
p Accessors.instance_method(:name).arity, Accessors.instance_method(:name=).arity, Accessors.new.method(:name=).to_proc.arity, base.method(:to_be).to_proc.parameters, base.method(:to_be).to_proc.lambda?
module Polite
  def greet = "please #{super}"
end
class Inn
  def greet = "hello"
end
class Guest < Inn
  include Polite
end
p Guest.new.method(:greet).call, Guest.new.method(:greet).to_proc.call, Polite.instance_method(:greet).bind(Inn.new).call, Polite.instance_method(:greet).bind_call(Guest.new)
p Guest.new.method(:greet).super_method.owner, Guest.new.method(:greet).super_method.super_method
p (Guest.new.method(:to_s).unbind.bind_call(BasicObject.new).sub(/\h{4,}/, "...") rescue :unbound)
class Chain
  def a = :chain
  alias b a
end
class Link < Chain
  def a = :link
  private :b
end
p Link.new.method(:a).super_method.call, Link.new.method(:b).call, Link.new.method(:b).super_method
class Target
  define_method(:copied, Base.instance_method(:to_be)) rescue p $!.class
  define_method(:helped, Polite.instance_method(:greet))
end
class Grown < Base
  define_method(:copied, Base.instance_method(:to_be))
end
p Grown.new.copied(3), Grown.instance_method(:copied).arity, Grown.instance_method(:copied).parameters
p (Base.new.public_method(:puts) rescue $!.class), Base.public_instance_method(:again).name, (Base.public_instance_method(:puts) rescue $!.class)

# == Procs
# Needs Ruby 3.2: parameters(lambda:)
add = ->(a, b, c = 0) { a + b + c }
p add.curry[1][2], add.curry(3)[1][2][3], (add.curry(4) rescue $!.message), (add.curry(1) rescue $!.message), ->(*a) { a }.curry(2)[1][2], proc { |a, b| [a, b] }.curry[1][2], add.curry.lambda?, proc { |a, b| }.curry.lambda?, add.curry.parameters
p proc { |a, b = 1| }.parameters, proc { |a, b = 1| }.parameters(lambda: true), ->(a, b = 1) {}.parameters(lambda: false), :upcase.to_proc.parameters, :upcase.to_proc.arity
p (proc { |a| a } << proc { |b| b }).lambda?, (->(a) { a } >> proc { |b| b }).lambda?, (proc { |a| a } >> ->(b) { b }).lambda?, (proc { |a| a } >> ->(b) { b + 1 }).call(1), (:upcase.to_proc >> :to_sym.to_proc).call("a")
p ([1, 2].method(:push) << 5 rescue $!.message), (proc {} >> :sym rescue $!.message), proc { |a, b| [a, b] } === [1, 2], proc { |a, k: 0| [a, k] }.yield(1, k: 2)
block = proc { 1 }
p Proc.new(&block).equal?(block), (Proc.new rescue $!.message), (proc rescue $!.message), (lambda rescue $!.message)
class Tagged < Proc
  attr_reader :tag

  def initialize(tag) = (super(); @tag = tag)
end
tagged = Tagged.new(:t) { |x| x * 2 }
p tagged.class, tagged.tag, tagged.call(4), [1, 2].map(&tagged)
p :upcase.to_proc.inspect[/\(&:upcase\) \(lambda\)>\z/], :+.to_proc.lambda?, method(:p).to_proc.lambda?

# == Where blocks were written
def named = [__method__, [1].map { __method__ }, instance_exec { __method__ }]
p named, __method__, instance_exec { __method__ }
self.class.send(:define_method, :made) { [__method__, [1].map { __method__ }] }
p made
def located = caller_locations(1, 1).first
spot = located
p spot.lineno, spot.path == __FILE__, caller_locations(0).size == caller(0).size, caller(0, 1).size, caller(1000), (caller(-1) rescue $!.class), caller_locations(0..0).size
def failing = raise("x")
begin
  failing
rescue => e
  p e.backtrace_locations.first.lineno, e.backtrace_locations.size == e.backtrace.size, $@ == e.backtrace
end
p RuntimeError.new("x").backtrace_locations, RuntimeError.new.tap { |fresh| fresh.set_backtrace(["a:1"]) }.backtrace_locations
set = RuntimeError.new
p set.set_backtrace("a:1"), set.backtrace, set.set_backtrace(nil), set.backtrace, (set.set_backtrace(5) rescue $!.class)

# == Conversions
class Listy
  def to_ary = nil
  def to_a = [7]
end
class Secret
  private def to_ary = [8]
end
class Wrong
  def to_ary = 5
  def to_a = 5
  def to_s = 5
  def to_hash = 5
end
p Array(Listy.new), Array(Secret.new), Array(nil), Array({ a: 1 }), Array("a"), Kernel.Array(1..2), Hash(nil), Hash([]), Kernel.Hash([[1, 2]].to_h), String(:a), Kernel.String(5)
[-> { Array(Wrong.new) }, -> { String(Wrong.new) }, -> { Hash(Wrong.new) }, -> { Hash(5) }, -> { String(BasicObject.new) }].each do |convert|
  p convert.call
rescue TypeError, NoMethodError => e
  puts e.message
end

# == Errors with what they are about
errors = [NameError.new("n", :x, receiver: 5), NoMethodError.new("m", :y, [1], receiver: "r"), KeyError.new("k", receiver: {}, key: :z), FrozenError.new("f", receiver: [1])]
p errors.map(&:receiver), errors.first(2).map(&:name), errors[1].args, errors[2].key
p [NameError, KeyError, FrozenError].map { |type| type.new("x").receiver rescue $!.class }, (KeyError.new("x").key rescue $!.message)
p SystemExit.new.status, SystemExit.new(3).status, SystemExit.new(false, "bye").then { |e| [e.status, e.message, e.success?] }, SystemExit.new("why").message, SystemExit.new(true).success?, SystemExit.new(2, "m").message
begin
  exit(4)
rescue SystemExit => e
  p e.status
end
p [1].freeze.then { |list| list << 2 rescue $!.receiver.equal?(list) }, (Object.new.freeze.instance_variable_set(:@a, 1) rescue $!.class), (:sym.instance_variable_set(:@a, 1) rescue $!.receiver)
whole = RuntimeError.new("whole")
whole.set_backtrace(["a.rb:1:in x", "b.rb:2"])
puts whole.full_message(highlight: false), whole.full_message(highlight: false, order: :bottom), whole.full_message(highlight: true), (whole.full_message(highlight: 1) rescue $!.message)
begin
  begin
    raise "cause"
  rescue
    raise IndexError, "effect\nsecond line"
  end
rescue => e
  puts e.full_message(highlight: false).lines.grep(/cause|effect|second/).map { |line| line[/(cause|effect|second).*/] }
end

# == Methods and lambdas as blocks
# Needs Ruby 4.0: what find and to_h give to a lambda
def first_of(a, b) = a
def three_of(a, b, c) = c
[->(k, v) { v }, ->(pair) { pair }, ->(k, v = :d) { [k, v] }, ->(k, *rest) { rest }, ->(*all) { all }, ->((k, v)) { v },
 method(:first_of), method(:three_of), ->(a, b, c) { c }, -> { 0 }, :first.to_proc].each do |callable|
  p({ x: 1, y: 2 }.map(&callable))
rescue ArgumentError => e
  puts e.message
end
p({ x: 1 }.find(&->(k, v) { v == 1 }), { x: 1 }.find(&-> { true }), { x: 1 }.detect { |k, v| v == 2 })
[->(a, b) { [b, a] }, ->(a, *b) { [a, b] }, ->(a, b = 3) { [a, b] }, ->(pair) { pair }].each do |callable|
  p [[:x, 1], [:y, 2]].to_h(&callable)
end
p(([[1, 2]].to_h(&->(a, b, c) { [a, b, c] }) rescue $!.message))
