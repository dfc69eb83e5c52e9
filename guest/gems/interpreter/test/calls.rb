# Calls by name, readers, and methods of C that are answered without a call.
class Item
  attr_reader :name

  def initialize(name) = @name = name
end
items = [Item.new("a"), Item.new(nil)]
same items.map(&:name), ["a", nil]
same items.map { |item| item.name.nil? }, [false, true]
same [1, 2, 3, 4].select(&:even?), [2, 4]
same (1..5).map { |n| n % 3 }, [1, 2, 0, 1, 2]
same [-7 % 3, 7 % -3, -7 / 2, 7 / -2], [2, -2, -4, -4]
same [1 << 40, 1 << 62, 1 << 64, -8 >> 1, 5 & 3, 5 | 3, 5 ^ 3], [1 << 40, 1 << 62, 2**64, -4, 1, 7, 6]
same [String === "a", Comparable === 1, Integer === 1.0, NilClass === [nil].first], [true, true, false, true]
frozen = [1].freeze
raises(FrozenError, "can't modify frozen Array: [1]") { frozen << 2 }
raises(NoMethodError, "private method 'puts' called for an instance of Integer") { [1].each(&:puts) }
class Integer
  alias plain_even even?
  def even? = "mine"
end
same [2].map(&:even?), ["mine"]
Integer.alias_method(:even?, :plain_even)
same [2].map(&:even?), [true]
