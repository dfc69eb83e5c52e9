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
