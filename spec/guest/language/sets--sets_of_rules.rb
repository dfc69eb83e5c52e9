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
