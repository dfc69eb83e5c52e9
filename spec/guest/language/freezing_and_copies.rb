# == Frozen objects
NAMES = %w[ann bob].freeze
SETTINGS = { depth: 3, nested: { list: [1] } }.freeze

def attempt(label)
  puts "#{label}: #{yield.inspect}"
rescue FrozenError => e
  puts "#{label}: #{e.class}"
rescue => e
  puts "#{label}: unexpected #{e.class}"
end

attempt("push") { NAMES << "cid" }
attempt("store") { SETTINGS[:depth] = 4 }
attempt("nested") { SETTINGS[:nested][:list] << 2 }
attempt("element") { NAMES.first << "a" }
attempt("string") { "abc".freeze << "d" }
attempt("dup") { "abc".freeze.dup << "d" }
attempt("plus") { +"abc".freeze << "d" }
attempt("upcase!") { "abc".freeze.upcase! }
attempt("sort!") { NAMES.sort! }
attempt("map") { NAMES.map(&:upcase) }
attempt("delete") { SETTINGS.delete(:depth) }
attempt("merge") { SETTINGS.merge(depth: 9)[:depth] }
attempt("clone") { NAMES.clone << "x" }
attempt("clone unfrozen") { NAMES.clone(freeze: false) << "x" }

p :sym.frozen?, 1.frozen?, nil.frozen?, "lit".dup.frozen?, (1..2).frozen?, NAMES.frozen?, NAMES.first.frozen?, 1.5.frozen?

class Money
  attr_reader :cents

  def initialize(cents)
    @cents = cents
    freeze
  end

  def +(other) = Money.new(cents + other.cents)
  def double! = @cents *= 2
  def to_s = format("%d.%02d", *cents.divmod(100))
end

m = Money.new(1999) + Money.new(1)
puts m, m.frozen?
attempt("ivar") { m.double! }
attempt("ivar set") { m.instance_variable_set(:@cents, 0) }
puts m

def deep_freeze(object)
  case object
  when Hash then object.each { |k, v| deep_freeze(k); deep_freeze(v) }
  when Array then object.each { |v| deep_freeze(v) }
  end
  object.freeze
end
config = deep_freeze({ a: [1, { b: "text" }] })
attempt("deep array") { config[:a] << 1 }
attempt("deep hash") { config[:a][1][:b] = 2 }
attempt("deep string") { config[:a][1][:b] << "!" }
a = "shared"
b = a
b << " text"
c = a.dup
c << " copy"
p a, b.equal?(a), c, a.object_id == b.object_id, a.clone == a
x = [1, [2, 3]]
y = x.dup
y[1] << 4
y << 5
p x, y

# == What copies share
# Freezing, dup, clone, and what shares what.
CONFIG = { name: "app", tags: %w[a b].freeze }.freeze
[-> { CONFIG[:x] = 1 }, -> { CONFIG[:tags] << "c" }, -> { "lit".freeze << "x" }, -> { :sym.to_s << "ok" }].each do |change|
  puts change.call
rescue FrozenError => e
  puts e.class, e.receiver.class
end
puts CONFIG.frozen?, CONFIG[:name].frozen?, CONFIG[:tags].frozen?, :a.frozen?, 1.frozen?, nil.frozen?, (1..2).frozen?, "x".frozen?

def deep_freeze(object)
  case object
  when Hash then object.each { |k, v| deep_freeze(k); deep_freeze(v) }
  when Array then object.each { |v| deep_freeze(v) }
  end
  object.freeze
end
data = deep_freeze({ list: [{ a: +"text" }] })
puts data[:list][0][:a].frozen?

copy = CONFIG.dup
copy[:name] = "other"
puts CONFIG[:name], copy[:name], copy[:tags].equal?(CONFIG[:tags]), CONFIG.clone.frozen?, CONFIG.dup.frozen?
puts CONFIG.clone(freeze: false).frozen?, [1].clone(freeze: true).frozen?

class Point
  attr_accessor :x, :tags
  def initialize(x, tags) = (@x, @tags = x, tags)

  def initialize_copy(other)
    super
    @tags = other.tags.dup
  end
end
a = Point.new(1, ["t"])
b = a.dup
b.x = 2
b.tags << "u"
puts a.x, a.tags.inspect, b.tags.inspect
a.freeze
begin
  a.x = 5
rescue => e
  puts e.class
end
a.tags << "still"
puts a.tags.size, a.frozen?, a.dup.frozen?, a.clone.frozen?
begin
  def a.special = 1
rescue => e
  puts e.class
end
s = "shared"
t = s
t << "!"
puts s, s.equal?(t), s.dup.equal?(s), s.dup == s, s.object_id == t.object_id
h = { "key" => 1 }
puts h.keys.first.frozen?, Struct.new(:a).new(1).freeze.frozen?, [[1, 2], [3]].map(&:freeze).all?(&:frozen?)

# == Frozen literals and copies
# frozen_string_literal: true

# What is frozen, what dup and clone keep, deep freezing, copy on write, defensive copies.
CONST = "constant"
LIST = %w[a b].freeze
def attempt
  yield.inspect
rescue FrozenError => e
  "FrozenError for #{e.receiver.is_a?(Hash) ? e.receiver.to_a : e.receiver.inspect}"
end
puts attempt { CONST << "x" }, attempt { "literal".upcase! }, attempt { +"unfrozen" << "!" }, attempt { "a#{1}b" << "c" }, attempt { LIST << "c" }, attempt { LIST[0] << "c" }, attempt { "x".dup << "y" }, attempt { String.new("s") << "t" }, attempt { :sym.to_s << "x" }, attempt { 1.to_s << "2" }, attempt { [1, 2].freeze.map! { |x| x } }, attempt { { a: 1 }.freeze.delete(:a) }, attempt { "a".freeze.clone << "b" }, attempt { "a".freeze.clone(freeze: false) << "b" }, attempt { "a".freeze.dup << "b" }
p "lit".frozen?, "i#{1}".frozen?, String.new.frozen?, :s.frozen?, 1.frozen?, 1.5.frozen?, nil.frozen?, (1..2).frozen?, [].frozen?, {}.frozen?, "a".dup.frozen?, "a".clone.frozen?, (+"a").frozen?, (-"a").frozen?, "a".to_s.frozen?, "a".itself.frozen?, %w[x].first.frozen?, <<~T.frozen?, "a".+("b").frozen?, ("a" * 2).frozen?, "abc"[0].frozen?, "a b".split.first.frozen?, Struct.new(:a).new(1).frozen?, Object.new.freeze.frozen?, [1].freeze.dup.frozen?, [1].freeze.clone.frozen?, true.frozen?, /a/.frozen?, CONST.equal?(CONST.itself), CONST.dup.equal?(CONST)
  heredoc
T
def deep_freeze(object)
  case object
  when Hash then object.each { |k, v| deep_freeze(k); deep_freeze(v) }
  when Array, Struct then object.each { |v| deep_freeze(v) }
  end
  object.freeze
end
def deep_dup(object)
  case object
  when Hash then object.to_h { |k, v| [k, deep_dup(v)] }
  when Array then object.map { |v| deep_dup(v) }
  when String then object.dup
  else object
  end
end
config = deep_freeze({ name: +"app", list: [+"x", { deep: +"y" }] })
copy = deep_dup(config)
copy[:list][1][:deep] << "!"
copy[:list] << :new
p config[:list][1].frozen?, config[:list][1][:deep], copy[:list].last(2).map { |x| x.is_a?(Hash) ? x.to_a : x }, attempt { config[:list][0] << "z" }, config.frozen?, copy.frozen?, attempt { config.merge(a: 1).size }, attempt { config[:list] + [1] && 1 }
shared = Array.new(2, +"s")
separate = Array.new(2) { +"s" }
shared[0] << "!"
separate[0] << "!"
p shared, separate, shared.map(&:object_id).uniq.size, ([[0] * 2] * 2).tap { |g| g[0][0] = 1 }, Array.new(2) { [0] * 2 }.tap { |g| g[0][0] = 1 }
class Money
  attr_reader :cents
  def initialize(cents)
    @cents = cents
    freeze
  end
  def add(n) = self.class.new(cents + n)
  def with(cents: @cents) = dup.tap { |m| m.instance_variable_set(:@cents, cents) }.freeze
  def cents=(n)
    @cents = n
  end
end
m = Money.new(5)
p m.add(3).cents, m.frozen?, m.with(cents: 9).cents, attempt { m.cents = 1 }.sub(/#<Money.*>/, "#<Money>"), m.dup.frozen?, m.clone.frozen?, (m.dup.cents = 7), m.cents
class Tagged
  attr_accessor :tags, :name
  def initialize(name, *tags) = (@name, @tags = name, tags)
  def initialize_copy(source)
    super
    @tags = source.tags.dup
  end
  def tags_view = @tags.dup.freeze
end
a = Tagged.new(+"a", :x)
b = a.dup
b.tags << :y
b.name << "!"
def a.special = :only_a
p a.tags, b.tags, a.name, a.special, (a.dup.special rescue "lost by dup"), a.clone.special, attempt { a.tags_view << 1 }, a.tags_view.equal?(a.tags)
begin
  def CONST.oops = 1
rescue TypeError, FrozenError => e
  puts e.class
end
begin
  LIST.instance_variable_set(:@x, 1)
rescue FrozenError => e
  puts e.class
end
begin
  module Sealed; X = 1; freeze; end
  Sealed.const_set(:Y, 2)
rescue FrozenError => e
  puts e.class
end
s = +"copy"
t = s
t << "!"
u = s + ""
u << "?"
s2 = "#{s}"
p s, t.equal?(s), u, s2.equal?(s), s2 == s, [s].include?("copy!"), s.replace("new"), t, s.freeze.frozen?, t.frozen?, (s.sub!("n", "m") rescue "frozen now"), s.sub("n", "m"), s.upcase, s.frozen?
buffer = String.new(capacity: 64)
3.times { |i| buffer << "row " << i.to_s << "\n" }
p buffer, buffer.lines.map(&:chomp), String.new("é").encoding.to_s, String.new.encoding.to_s, [+"a", +"a"].map(&:object_id).uniq.size, "a".hash == (+"a").hash, { "k" => 1 }.keys.first.frozen?, "lit".equal?("lit"), :"a b".to_proc.frozen?.class

# == Of classes
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
