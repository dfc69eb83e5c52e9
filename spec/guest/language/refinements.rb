# == Where they are active
# Refinements: active only where a file or a module says `using`.
module Money
  refine Integer do
    def euros = "€%d.00" % self
    def percent_of(total) = self * 100 / total
  end

  refine String do
    def shout(mark = "!") = upcase + mark
    def blank? = strip.empty?
    def length = super * 10
  end
end

module Deep
  refine Hash do
    def deep_keys = flat_map { |k, v| v.is_a?(Hash) ? [k, *v.deep_keys] : [k] }
  end
  refine NilClass do
    def blank? = true
  end
end

puts 5.respond_to?(:euros)
begin
  5.euros
rescue NoMethodError => e
  puts "before using: #{e.name}"
end

using Money
using Deep

puts 5.euros, 30.percent_of(60), "hi".shout, "hi".shout("?"), "  ".blank?, "x".blank?, nil.blank?
puts "abc".length, "abc".size
puts({ a: { b: { c: 1 } }, d: 2 }.deep_keys.inspect)
puts [1, 2, 3].map(&:euros).inspect
puts 5.respond_to?(:euros)

class Shop
  def initialize(prices) = @prices = prices
  def total = @prices.sum.euros
end
puts Shop.new([1, 2]).total

# == What does without them
# Extending objects without refinements: modules, singleton methods, wrappers, delegation.
module Titled
  def title = split.map(&:capitalize).join(" ")
end
text = "hello big world".extend(Titled)
puts text.title, text.singleton_class.include?(Titled), "plain".respond_to?(:title)

module Loud
  def speak = super.upcase
end
class Animal
  def speak = "hi"
end
quiet = Animal.new
loud = Animal.new.extend(Loud)
puts quiet.speak, loud.speak, loud.singleton_methods.inspect, loud.is_a?(Loud)

class Wrapper
  def initialize(inner, prefix:) = (@inner, @prefix = inner, prefix)
  def speak = "#{@prefix} #{@inner.speak}"
end
puts Wrapper.new(Wrapper.new(quiet, prefix: "b"), prefix: "a").speak

module Forward
  def delegate(*names, to:)
    names.each do |name|
      define_method(name) { |*args, **opts, &block| instance_variable_get(to).public_send(name, *args, **opts, &block) }
    end
  end
end
class Playlist
  extend Forward
  include Enumerable
  delegate :size, :<<, :first, :each, :[], to: :@songs
  def initialize(*songs) = @songs = songs
end
list = Playlist.new("x", "yy")
list << "zzz"
puts list.size, list.first, list.map(&:size).inspect, list[1], list.sort_by { |s| -s.size }.first, list.include?("yy"), list.first(2).inspect

# == Where they end
# A refinement holds in the file, module body or block that says `using`, from there to its end, also in what is called by name there.
module Loud
  refine(String) { def shout = upcase + "!" }
end
module Speaker
  using Loud
  WORD = "a".shout
  def self.say(text) = text.shout
  def self.by_name(texts) = texts.map(&:shout)
  def self.sent(text) = text.send(:shout)
end
puts Speaker::WORD, Speaker.say("b"), Speaker.by_name(%w[c d]).inspect, Speaker.sent("e")
puts ("f".shout rescue "unknown"), "g".respond_to?(:shout), (%w[h].map(&:shout) rescue "unknown"), String.method_defined?(:shout), String.instance_methods.include?(:shout)
module Speaker
  puts ("i".shout rescue "unknown in the module opened again")
end
puts eval("using Loud; 'j'.shout"), (eval("'k'.shout") rescue "unknown")
made = Module.new do
  using Loud
  def self.say = "l".shout
end
puts made.say

# == What they find
module Ints
  refine Integer do
    def +(other) = ["plus", super]
    def to_s = "number " + super
    def double = self * 2
    def twice = double
    private def hidden = 1
  end
  refine Enumerable do
    def halves = map { |x| x / 2 }
  end
  refine Array do
    def size = ["size", super]
    alias count_all size
  end
end
class Special < Array
  def size = :special
end
module Use
  using Ints
  p 1.send(:+, 2), 3.to_s, 4.twice, [2, 4].halves, (1..4).halves, [1].size, [1].count_all, Special.new.size
  p (5.hidden rescue "private"), [7, 8].map(&:twice), [9].sum(&:double)
end
puts 3.to_s, [1].size
module Later
  refine(Integer) { def first_name = :first }
end
module Reopened
  using Later
  module ::Later
    refine(Integer) { def second_name = :second }
  end
  puts 1.first_name, 1.second_name
end
module Two
  refine(Integer) { def to_s = "two" }
end
module One
  refine(Integer) { def to_s = "one" }
end
module Both
  using Two
  using One
  puts 1.to_s
end
begin
  def within = using(One)
  within
rescue RuntimeError => e
  puts e.message
end
[-> { Module.new { refine(5) {} } }, -> { Module.new { refine(String) } }, -> { Module.new { using Class.new } }].each do |wrong|
  wrong.call
rescue ArgumentError, TypeError => e
  puts e.message
end
