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
