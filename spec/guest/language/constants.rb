# Where a constant is looked up: the classes around the code, then what the innermost inherits, then Object.
require "stringio"
LIMIT = 1
ONLY_TOP = :top
module Outer
  LIMIT = 2
  IN_OUTER = :outer
  class Base
    LIMIT = 10
    INHERITED = :base
    def limit = LIMIT
  end
  class Kid < Base
    def limit = [LIMIT, INHERITED, ONLY_TOP, IN_OUTER]
    def block = [1].map { [2].map { LIMIT } }
    def lambda_limit = -> { LIMIT }.call
    def self.limit = LIMIT
    class << self
      def single = LIMIT
      INNER = :inner
      def inner = INNER
    end
    define_method(:defined) { LIMIT }
    def known = [defined?(LIMIT), defined?(INHERITED), defined?(NOPE)]
    def evaluated = eval("LIMIT")
    def missing = (NOPE rescue $!.message)
  end
end
kid = Outer::Kid.new
p kid.limit, kid.block, kid.lambda_limit, Outer::Kid.limit, Outer::Kid.single, Outer::Kid.inner, kid.defined, kid.known, kid.evaluated
class Base; LIMIT = 10; OWN = :own; end
class Kid < Base
  def limit = LIMIT
  def own = OWN
  def block = [1].map { LIMIT }
  def self.limit = LIMIT
  define_method(:defined) { LIMIT }
  VALUE = LIMIT
  DEFAULT = [LIMIT, OWN]
  def default(a = LIMIT, k: LIMIT) = [a, k]
  LIMIT_OF_BLOCK = [1].map { LIMIT }
  def self.interpolated = "#{LIMIT}"
  def evaluated = [eval("LIMIT"), binding.eval("LIMIT"), instance_eval("LIMIT"), instance_eval { LIMIT }]
  def nested(&block) = instance_eval(&block)
  def again = begin; raise; rescue; LIMIT; end
end
kid = Kid.new
p kid.limit, kid.own, kid.block, Kid.limit, kid.defined, Kid::VALUE, Kid::DEFAULT, kid.default, Kid::LIMIT_OF_BLOCK, Kid.interpolated, kid.evaluated, kid.again
p kid.nested { LIMIT }, kid.instance_eval { LIMIT }, Kid.class_eval { LIMIT }, Kid.class_exec { [1].map { LIMIT } }, kid.instance_exec(1) { |_| -> { LIMIT }.call }, Kid.class_eval("LIMIT")
p Kid::LIMIT, Kid.const_get(:LIMIT), Kid.const_defined?(:LIMIT), Kid.name, Object.const_get("Outer::Base::LIMIT")
module Mixin
  LIMIT = 20
  def mixed = LIMIT
  def block = [1].map { LIMIT }
end
class Mixing
  include Mixin
  def limit = LIMIT
  def top = ::LIMIT
end
class Prepending
  prepend Mixin
  def limit = LIMIT
end
class Extending
  extend Mixin
  def limit = LIMIT
end
p Mixing.new.limit, Mixing.new.mixed, Mixing.new.block, Mixing.new.top, Prepending.new.limit, Extending.new.limit, Extending.mixed
module Outer
  module Inner
    def self.limit = LIMIT
    def self.top = ONLY_TOP
    SAME = LIMIT
  end
end
module Outer::Inner
  def self.compact = LIMIT
end
class Outer::Kid
  def compact = LIMIT
end
p Outer::Inner.limit, Outer::Inner.top, Outer::Inner::SAME, Outer::Inner.compact, Outer::Kid.new.compact
made = Class.new(Base) do
  def limit = LIMIT
  define_method(:defined) { LIMIT }
  def self.limit = LIMIT
  FROM_BLOCK = :set_outside
end
p made.new.limit, made.new.defined, made.limit, FROM_BLOCK
Point = Struct.new(:x) do
  PLACE = :outside
  def limit = LIMIT
end
p Point.new(1).limit, PLACE
def Base.late = LIMIT
object = Base.new
def object.single = LIMIT
class << object
  def opened = LIMIT
  ODD = 7
  def odd = ODD
end
p Base.late, object.single, object.opened, object.odd
class Proxy < BasicObject
  LOCAL = 5
  def local = LOCAL
  def top = ::LIMIT
end
p Proxy.new.local, Proxy.new.top
def outer(&block) = Object.new.instance_eval(&block)
outer { outer { Row = Struct.new(:a); class Help; end; INSIDE = 3 } }
p Row.new(1).a, Help.name, INSIDE
[1].each { class InBlock; LIMIT = 30; def limit = LIMIT; BODY = [LIMIT, ONLY_TOP]; end }
p InBlock.new.limit, InBlock::BODY
class Later < Base
  COUNTER ||= LIMIT
  LIMIT = 40
  def limit = LIMIT
  OWN ||= :later
end
p Later::COUNTER, Later.new.limit, Later::OWN, Fiber.new { LIMIT }.resume, Kid.instance_method(:limit).bind(kid).call, kid.method(:limit).to_proc.call

# What private_constant hides
module Vault
  SECRET = 1
  class Box; end
  private_constant :SECRET, :Box
  def self.secret = SECRET
end

module Extended
  include Vault
  def self.through_self = self::SECRET
end
[-> { Vault::SECRET }, -> { Extended::SECRET }, -> { Extended.through_self }, -> { eval("class Vault::Box; end") },
 -> { eval("module Vault::Box; end") }].each do |reach|
  p reach.call
rescue NameError => e
  puts "#{e.class}: #{e.message.lines.first.chomp}, #{e.name.inspect}, #{e.receiver}"
end
p Vault.secret
def Vault.const_missing(name) = [:missing, name]
p Vault::SECRET, Vault::OTHER

# What is said of a constant that is set again
$VERBOSE = false
$stderr = StringIO.new
Vault.const_set(:TWICE, 1)
Vault.const_set(:TWICE, 2)
eval("LIMIT = 2")
$VERBOSE = nil
Vault.const_set(:TWICE, 3)
said = $stderr.string
$stderr = STDERR
puts said.scan(/warning: (already .*)/)
p Vault.constants.sort
