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
