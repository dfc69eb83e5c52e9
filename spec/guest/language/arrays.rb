# == Loops
# Needs Ruby 3.3: how many arguments inject takes
def tell(label)
  puts "#{label}: #{yield.inspect}"
rescue StandardError => e
  puts "#{label}: #{e.class}: #{e.message}"
end

words = %w[pear fig apple date kiwi plum cherry fig]

puts "-- arrays that grow or shrink meanwhile"
growing = [1, 2, 3]
tell("map") { growing.map { |x| growing << x * 10 if growing.size < 6; x } }
tell("each_with_index") { list = [1, 2]; list.each_with_index { |x, i| list << i if list.size < 4 } }
tell("select") { list = [1, 2, 3, 4]; list.select { |x| list.pop if x == 1; true } }
tell("inject") { list = [1, 2, 3]; list.inject { |sum, x| list.clear; sum + x } }
tell("any?") { list = [1, 2, 3]; list.any? { |x| list.shift; x > 2 } }

puts "-- ways out"
tell("break") { words.map { |word| break word if word.size == 3 } }
tell("next") { words.select { |word| next true if word.size == 3 } }
tell("return") { ->(list) { list.each_with_index { |word, i| return i if word == "date" } }.(words) }
tell("throw") { catch(:found) { words.partition { |word| throw :found, word if word > "k" } } }

puts "-- pairs"
pairs = { a: 1, b: 2, c: 3 }
tell("map") { pairs.map { |key, value| [value, key] } }
tell("flat_map") { pairs.flat_map { |key, value| [key] * value } }
tell("sum") { pairs.sum { |_, value| value } }
tell("sort_by") { pairs.sort_by { |key, value| [-value, key] } }
tell("min_by") { pairs.min_by { |_, value| -value } }
tell("group_by") { pairs.group_by { |_, value| value.odd? }.to_a }
tell("partition") { pairs.partition { |_, value| value > 1 } }
tell("inject") { pairs.inject(0) { |sum, (_, value)| sum + value } }
tell("each_with_index") { pairs.each_with_index.map { |(key, value), i| "#{key}#{value}#{i}" } }
tell("each_with_object") { pairs.each_with_object([]) { |(key, value), list| list << key << value } }
tell("nested") { [[1, [2, 3]], [4, [5, 6]]].map { |a, (b, c)| a + b + c } }
tell("one of two") { [[1, 2], [3, 4]].map { |a| a } }
tell("zip") { [1, 2, 3].zip([4, 5], 6..9) }
tell("zip with a number") { [1].zip(2) }
tell("each_slice") { (1..7).to_a.each_slice(3).to_a }
tell("each_cons") { [1, 2, 3, 4].each_cons(2).map(&:sum) }
tell("each_slice gives") { [1, 2, 3].each_slice(2) { |slice| slice << 9 } }

puts "-- equal elements keep their order"
tell("sort_by") { words.sort_by(&:size) }
tell("max_by") { words.max_by(&:size) }
tell("min_by") { words.min_by(&:size) }
tell("sort_by with many") { (0...40).to_a.sort_by { |x| [x % 3, x] } }

puts "-- orders"
tell("floats") { [2.5, 1.5, 2.0].sort { |a, b| b - a } }
tell("mixed numbers") { [2, 1.5, 3r, 2**70, -1].sort }
tell("downwards") { (1..30).to_a.shuffle(random: Random.new(3)).sort { |a, b| b <=> a } }
tell("texts") { words.sort }
tell("arrays") { [[2, "b"], [1, "z"], [2, "a"]].sort }
tell("nil") { [1, nil].sort }
tell("text and number") { [3, "a"].sort }
tell("nan") { [0.0, Float::NAN].sort.size }
tell("nan max") { [0.0, Float::NAN].max }
tell("max of mixed") { [1, "a"].max }
tell("min by nil") { [1, 2].min_by { nil } }
tell("block without order") { [1, 2].sort { nil } }
tell("frozen") { [2, 1].freeze.sort! }
tell("extremes of none") { [[].min, [].max, [].minmax, [].min_by { 1 }, [].sum, [].inject(:+), [].sort] }
tell("two greatest") { [3, 1, 2].max(2) }
tell("by a block") { words.max { |a, b| a.size <=> b.size } }

puts "-- sums"
tell("integers") { [1, 2, 3].sum }
tell("past 64 bits") { [2**62, 2**62, 2**62].sum }
tell("floats") { [0.1] * 10 == [0.1] * 10 && ([0.1] * 10).sum }
tell("floats and integers") { [1, 0.1, 2, 0.2, 3r].sum }
tell("infinite") { [Float::INFINITY, 1, -Float::INFINITY].sum.nan? }
tell("texts") { words.first(2).sum("") }
tell("text and number") { [1, "a"].sum }
tell("arrays") { [[1], [2]].sum([]) }
tell("float start") { [1, 2].sum(0.0) }
tell("a block") { words.sum(&:size) }
tell("range") { [(1..100).sum, (1...1).sum, (5..1).sum, (1..4).sum { |x| x * x }, (1..3).sum(0.5), (-3..2).sum] }

puts "-- folds"
tell("symbol") { [1, 2, 3].inject(:+) }
tell("start and symbol") { [1, 2, 3].inject(10, :*) }
tell("text as operator") { [1, 2, 3].inject("+") }
tell("start and block") { [1, 2].reduce(:start) { |memo, x| [memo, x] } }
tell("one element") { [7].inject { raise } }
tell("range") { [(1..5).inject(:*), (1..5).reduce(1) { |a, b| a * b }, (1..30).inject(:*), (3..1).inject(:+)] }
tell("too many") { [1].inject(1, 2, 3) }

puts "-- membership and counts"
tell("include?") { [[1, 2.0, "a", nil].include?(2), [1].include?(1.0), ["a"].include?("a"), [nil].include?(false)] }
tell("asks its elements") { even = Object.new; def even.==(other) = other == 2; [[even].include?(2), [even].include?(3)] }
tell("count") { [[1, 2, 2].count, [1, 2, 2].count(2), [1, 2, 2].count(&:even?)] }
tell("any all none") { [[nil, 1].any?, [nil, 1].all?, [].none?, [1, "a"].any?(String), [1, 2].all?(Integer), [1].none?(3..4)] }
tell("tally") { words.tally.select { |_, count| count > 1 }.to_a }
tell("filter_map") { [1, 2, 3].filter_map { |x| x * 2 if x.odd? } }

puts "-- without a block"
tell("enumerators") { [[1].map, [1].select, [1].reject, [1].each_with_index, [1].sort_by, [1].group_by].map(&:class).uniq }
tell("map.with_index") { %w[a b].map.with_index(1) { |text, i| "#{i}#{text}" } }
tell("each_with_index.select") { %w[a b c].each_with_index.select { |_, i| i.even? } }
tell("range steps") { (1..4).map.with_index { |x, i| x * i } }

puts "-- subclasses"
class Pile < Array; end
tell("map") { Pile.new([1, 2]).map { |x| x }.class }
tell("sort") { Pile.new([2, 1]).sort.class }
tell("select") { Pile.new([2, 1]).select { true }.class }
tell("ranges of more") { [(1..5000).map { |x| x }.size, (1..5000).select(&:even?).size, (1..5000).reduce(:+)] }

# == Methods
# The array methods that reports and puzzles use.
a = [5, 3, 9, 1, 7]
puts a.sort.inspect, a.sort { |x, y| y <=> x }.inspect, a.max(2).inspect, a.min(2).inspect, a.minmax.inspect, a.sum, a.take(2).inspect, a.drop(3).inspect, a.first, a.last(2).inspect, a.rotate(2).inspect, a.rotate(-1).inspect
puts a.each_slice(2).to_a.inspect, a.each_cons(2).map { |x, y| y - x }.inspect, a.partition(&:even?).inspect, a.each_with_index.max.inspect, a.index(9), a.find_index { |x| x > 5 }, a.values_at(0, -1, 9).inspect, a.fetch(1), a.fetch(9, :none), a.dig(0)
puts [1, [2, [3, [4]]]].flatten.inspect, [1, [2, [3]]].flatten(1).inspect, [1, nil, 2, nil].compact.inspect, [1, 1, 2].uniq.inspect, %w[a B b].uniq(&:downcase).inspect, [3, 1, 2].sort!.inspect, [1, 2, 3].reverse.inspect
puts ([1, 2] + [3]).inspect, ([1, 2, 2, 3] - [2]).inspect, ([1, 2] | [2, 3]).inspect, ([1, 2] & [2, 3]).inspect, ([1, 2] * 2).inspect, [1, 2] * ",", ([1, 2] <=> [1, 3]), [1, 2] == [1, 2.0], [[1, 2], [3]].sum([]).inspect, [1, 2].union([3], [1]).inspect, [1, 2].difference([2]).inspect, [1, 2].intersection([2]).inspect, [1, 2].intersect?([2]) rescue puts "no intersect?"
b = [1, 2, 3, 4, 5, 6]
puts b.select.with_index { |_, i| i.even? }.inspect, b.each_with_object([]) { |x, m| m << x if x > 4 }.inspect, b.inject { |s, x| s * x }, b.take_while { |x| x < 4 }.inspect, b.drop_while { |x| x < 4 }.inspect, b.slice_when { |x, y| y > x + 1 }.to_a.inspect, b.chunk { |x| x > 3 }.to_a.inspect, b.group_by { |x| x % 3 }.values.inspect, b.zip(b.rotate).first(2).inspect, b.transpose rescue puts "transpose #{$!.class}"
c = b.dup
c.delete(3)
c.delete_at(0)
c.insert(1, :x, :y)
c.push(7).unshift(0)
c.concat([8], [9])
puts c.inspect, c.pop, c.shift, c.slice!(1, 2).inspect, c.inspect, c.fill(0, 1, 2).inspect, c.delete_if { |x| x == 0 }.inspect, c.clear.empty?, c.replace([1, 2]).inspect, c.reject! { |x| x > 5 }.inspect, c.select! { |x| x > 1 }.inspect, c.map! { |x| x * 3 }.inspect, c.compact!.inspect, c.uniq!.inspect, c.flatten!.inspect
c[4] = 1
puts c.inspect, c[1..2].inspect, c[-2..].inspect, c[9].inspect, c[5, 1].inspect, c[6, 1].inspect, c[0...-1].inspect, c.first(0).inspect
c[1..2] = [:a, :b, :c]
c[0, 1] = []
puts c.inspect, b[..2].inspect, b[2..].inspect, b.each_index.to_a.inspect, b.bsearch { |x| x >= 4 }, b.sum { |x| x / 2.0 }, b.count(&:even?), b.count(3), b.tally.values.uniq.inspect, b.none? { |x| x > 6 }, b.one? { |x| x > 5 }, b.all?(Integer), b.any?(7..), b.include?(6), b.find { |x| x > 2 }, b.reverse_each.first(2).inspect, b.cycle(2).to_a.size, b.step rescue puts "step #{$!.class}"
puts [1, 2, 3].combination(2).to_a.inspect, [1, 2, 3].permutation(2).first(3).inspect, [1, 2].product([3, 4], [5]).inspect, [1, 2, 3].each_entry.to_a.inspect, [[1, 2], [3, 4]].transpose.inspect, [[1, :a]].to_h.keys.inspect, Array.new(2) { |i| i * i }.inspect, Array.new(2, 0).inspect, [0] * 3 == Array.new(3, 0), [1, 2, 3].repeated_combination(2).count, %w[x y z].each_with_index.to_h.values.inspect, [3, 5].pack("C*").bytes.inspect, [1, 2, 3, 4].sum.fdiv(4), [[3, "c"], [1, "a"]].sort.inspect, [[2, 1], [1, 2]].sort_by(&:last).inspect, [0.1] * 2 == [0.1, 0.1], ["a", "b"].join("-"), [1, [2, [nil, 3]]].join(","), [nil, true, false].compact.inspect, [1, 2, 3].inspect, [].max.inspect, [].sum, [].first.inspect, [].inject(:+).inspect, [[]].flatten.inspect, [1, 2, 3, 4, 5].filter_map { |x| x * 2 if x.odd? }.inspect, [4, 5].each_with_index.map { |x, i| x * i }.inspect, %w[a b c].each_slice(2).map(&:first).inspect, [1, 2, 3].assoc(2).inspect, [[1, :x], [2, :y]].assoc(2).inspect, [1, 2, 3].flat_map { |x| [x] * x }.inspect, [1, 2, 3].zip([4, 5, 6]).map { |x, y| x * y }.sum
first, (second, *rest), *others, last = 1, [2, 3, 4], 5, 6, 7
puts first, second, rest.inspect, others.inspect, last
*init, tail = [1, 2, 3]
head, = [9, 8]
puts init.inspect, tail, head, [*1..3, *[4]].inspect, [*"a".."c"].inspect

# == Counting and looking for an item
p [1, 2, 2.0, nil, "a"].count(2), [1, 2].count(nil), [[1], [1]].count([1]), [3, 4, 4].find_index(4), [3].find_index(9)
p [1, 2, 3].find_index { |x| x > 1 }, [1, 2].find_index.class, [1, 2].count, [1, 2].count { |x| x > 1 }
class Same
  def ==(other) = true
end
p [1, Same.new].count(5), [Same.new].find_index(3), [5, 6].find_index.with_index { |x, i| i == 1 }
[-> { [1].count(1, 2) }, -> { [1].find_index(1, 2) }, -> { (1..2).find_index(1, 2) }, -> { {}.find_index(1, 2) }].each do |call|
  p call.call
rescue ArgumentError => e
  puts e.message
end
