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
