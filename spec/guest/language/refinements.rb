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
