# == Methods
require "set" unless Object.const_defined?(:Set)

a = Set.new([1, 2, 3, 4])
b = Set[3, 4, 5]

puts (a | b).to_a.sort.inspect
puts (a & b).to_a.inspect
puts (a - b).to_a.inspect
puts (a ^ b).to_a.sort.inspect
puts a.include?(3), a.member?(9), a === 1
puts a.subset?(Set[1, 2, 3, 4, 5]), a.superset?(Set[1]), a <= a, a < a
puts a.disjoint?(Set[9]), a.intersect?(b)

a << 2 << 10
a.add(11)
p a.add?(11), a.add?(12).equal?(a)
a.delete(1)
puts a.size, a.length, a.count(&:even?)
puts a.map { |x| x * x }.sum
puts a.group_by(&:odd?).map { |k, v| "#{k}: #{v.to_a.inspect}" }
odd, even = a.partition(&:odd?)
p odd, even

words = %w[apple bob civic kayak apple level banana]
unique = words.to_set
puts unique.size
puts unique.select { |w| w == w.reverse }.to_a.join(" ")
puts unique.reject { |w| w.size > 4 }.to_a.join(" ")

seen = Set.new
first_repeat = words.find { |w| !seen.add?(w) }
puts first_repeat

p Set[1, 2] == Set[2, 1], Set[1, [2]].include?([2]), Set[1].eql?(Set[1])
h = { Set[1, 2] => :found }
p h[Set[2, 1]]
p Set[[1, 2], [3, 4]].flatten.size, Set[Set[1], Set[2, Set[3]]].flatten.to_a.sort
p a.empty?, Set.new.empty?, Set.new([3, 1, 2]).sort, Set.new([1, 2]) { |x| x * 10 }.to_a
s = Set[1, 2, 3].freeze
begin
  s << 4
rescue => e
  puts e.class
end
s = Set.new("a".."e")
s.delete_if { |c| c > "c" }
s.merge(["x", "y", "z"])
puts s.to_a.join, s.min, s.max
s.each_slice(2) { |pair| puts pair.join("+") }
p s.inject(:+), s.first, s.first(2), s.sort_by { |c| -c.ord }

# == Without an order
# Set operations that do not show an order.
require "set"
admins = Set[:ann, :bob]
editors = Set.new(%i[bob cyd])
puts (admins & editors).to_a.inspect, (admins | editors).size, (admins - editors).to_a.inspect, (admins ^ editors).to_a.sort.inspect
puts admins.subset?(admins | editors), admins.superset?(Set[:ann]), admins.disjoint?(Set[:zed]), admins.intersect?(editors), admins.proper_subset?(admins)
puts admins.add?(:ann).inspect, admins.add?(:dan).nil?, admins.include?(:dan), admins === :ann, admins.delete(:dan).size, admins.length
s = [3, 1, 2, 3, 1].to_set
puts s.size, s.sort.inspect, s.map { |x| x * 2 }.sort.inspect, s.group_by(&:odd?)[true].sort.inspect, s.partition { |x| x > 1 }.map(&:sort).inspect, s.sum, s.min, s.max, s == Set[1, 2, 3], s.eql?(Set[1, 2, 3])
s << 4 << 4
s.merge([5, 6, 7])
s.reject! { |x| x.even? }
puts s.sort.inspect, s.select { |x| x > 3 }.class, s.to_a.sort.inspect, s.empty?, Set.new.empty?, s.any? { |x| x > 6 }, s.find { |x| x == 5 }, s.count(&:odd?), s.dup.clear.size, s.size
puts Set[[1, 2], [1, 2]].size, Set["a", "A"].map(&:downcase).uniq.size, { Set[1] => :one }[Set[1]], Set[1, 2].hash == Set[2, 1].hash, [1, 2].to_set.superset?(Set[]), Set[1] < Set[1, 2], Set[1, 2] >= Set[2], Set[3, 4].inject(:+)
case 5
when Set[1, 5] then puts "in set"
end
class Role
  attr_reader :name
  def initialize(name) = @name = name
  def eql?(other) = name == other.name
  def hash = name.hash
end
puts Set[Role.new("a"), Role.new("a"), Role.new("b")].size, Set[Role.new("x")].include?(Role.new("x")), Set.new([1, 2]) { |x| x * 10 }.sort.inspect, Set[1, [2]].flatten.size, Set[1, 2].each { |x| x }.class, Set[5].first, Set[1, 2, 3].each_slice(2).to_a.map(&:size).inspect

# == Order
# Sets in the order in which their members came.
require "set"

colours = Set["red", "green", "blue", "red"]
p colours.to_a, colours.size, colours.include?("green"), colours === "pink", colours.add?("red"), colours.add?("pink").to_a
colours.delete("green")
colours << "green"
p colours.to_a, colours.first, colours.first(2), colours.map(&:size), colours.sort, colours.min_by(&:size), colours.to_set.equal?(colours)
a = Set[5, 3, 1]
b = Set.new([1, 2, 3]) { |n| n * 1 }
p (a | b).to_a, (a & b).to_a, (a - b).to_a, (a ^ b).to_a.sort, a + [9], a.subset?(Set[1, 3, 5, 7]), a < Set[1, 3, 5], a <= Set[1, 3, 5], a.superset?(Set[5]), a.disjoint?([8]), a.intersect?(Set[3])
p a <=> Set[5, 3, 1, 0], a <=> Set[9], a == Set[1, 3, 5], a.hash == Set[1, 3, 5].hash, a.eql?(Set[1, 3, 5]), { a => 1 }[Set[3, 1, 5]], [Set[1, 2], Set[2, 1]].uniq.size
p Set[3, 1].inspect, Set[Set[1], [2]].to_s, Set[1, [2, Set[3]]].flatten.to_a.size, Set[1, 2, 3].group_by(&:odd?).map { |odd, of| [odd, of.to_a] }
p a.classify(&:odd?).map { |odd, of| [odd, of.to_a] }, a.partition { |n| n > 2 }, Set[1, 2, 3, 4].divide(&:even?).map(&:to_a), a.sum, a.join("-"), a.each_slice(2).to_a
c = Set.new(1..6)
p c.delete_if(&:even?).to_a, c.select! { |n| n < 4 }.to_a, c.reject! { |n| n > 9 }, c.map! { |n| n * 10 }.to_a, c.merge([7, 8]).to_a, c.subtract([7]).to_a, c.keep_if { |n| n > 8 }.to_a, c.replace([1]).to_a, c.clear.empty?
copy = a.dup << 7
p a.include?(7), copy.include?(7), a.each { |n| n }.equal?(a), a.each.next
frozen = Set[1].freeze
[-> { frozen << 2 }, -> { frozen.delete(1) }, -> { frozen.merge([3]) }, -> { Set.new(5) }].each do |wrong|
  wrong.call
rescue StandardError => e
  puts e.class
end
p frozen.to_a, frozen.frozen?, frozen.dup.add(2).to_a
case 3 when Set[1, 3] then puts "three" end
# == Identity, division and recursion
# Needs Ruby 3.3: merge of several
s = Set.new.compare_by_identity
a = "a"
s << a << a.dup
p s.size, s.include?(a), s.compare_by_identity?, s.dup.compare_by_identity?, Set[1] == Set[1].compare_by_identity
p Set[1, 3, 4, 6, 9, 10, 11].divide { |x, y| (x - y).abs == 1 }.map { |part| part.to_a.sort }.sort, Set[1, Set[2, Set[3]]].flatten.to_a, Set[1, 2].merge([3], [4]).to_a, Set[3, 1].first, Set[3, 1].first(1), Set[1, 2].disjoint?([3]), Set[1, 2].intersect?([2])
r = Set[1]
r << r
p (r.flatten rescue $!.class), (Set[1].freeze.merge([2]) rescue $!.class), (Set.new(5) rescue $!.message), (Set[1] <= [1] rescue $!.message)
