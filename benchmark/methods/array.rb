a = (0...100).to_a
b = (50...150).to_a
w = %w[pear fig apple kiwi plum]
small, other = [1, 2, 3], [3, 1, 2]
nested = [[1, [2, 3]], [4, [5]]]
floats = a.map { |x| x * 1.5 }
pairs = a.map { |x| [x, x.to_s] }
twice = a + a

x = [1, 2, 3]
x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
x = %w[a b c d e]
a[5]
a[-1]
a[2, 5]
a[2..5]
a.first
a.first(3)
a.last(3)
a.size
a.dup
a + b
a - b
a & b
a | b
a == b
small == other
small <=> other
small.hash
a.include?(50)
a.index(50)
a.find_index { |x| x == 50 }
a.rindex(50)
a.count(5)
a.count(&:even?)
a.max
a.min
a.minmax
a.sum
small.max
small.min
[3, 5].max
a.max(3)
a.min(3)
a.max { |x, y| x <=> y }
floats.sum
floats.max
w.max
w.max_by(&:size)
w.sort
w.sort_by(&:size)
w.sort { |x, y| y <=> x }
a.sort
a.reverse
a.rotate(3)
a.shuffle
a.sample
a.sample(3)
a.uniq
twice.uniq
nested.flatten
nested.dig(0, 1, 0)
a.compact
a.push(1).pop
a.unshift(1).shift
a.dup.concat(b)
a.dup.delete(5)
a.dup.delete_at(5)
a.dup.delete_if { |x| x > 50 }
a.dup.insert(5, 1)
a.dup.fill(0)
a.take(5)
a.drop(5)
a.take_while { |x| x < 50 }
a.drop_while { |x| x < 50 }
a.each { |x| x }
a.each_with_index { |x, k| x }
a.map { |x| x + 1 }
a.map(&:to_s)
a.map.with_index { |x, k| k }
a.flat_map { |x| [x, x] }
a.select { |x| x > 5 }
a.reject { |x| x > 5 }
a.filter_map { |x| x if x > 5 }
a.partition { |x| x > 5 }
a.group_by { |x| x % 3 }
a.chunk_while { |x, y| y == x + 1 }.to_a
a.slice_when { |x, y| y % 10 == 0 }.to_a
a.each_slice(3).to_a
a.each_cons(3).to_a
a.inject { |x, y| x + y }
a.reduce(:+)
a.each_with_object([]) { |x, m| m << x }
a.any? { |x| x > 50 }
a.all? { |x| x < 500 }
a.find { |x| x == 50 }
a.tally
a.zip(b)
pairs.transpose
pairs.to_h
a.to_h { |x| [x, x] }
a.cycle.first(5)
a.lazy.map { |x| x + 1 }.first(3)
a.sum { |x| x * 2 }
a.min_by { |x| -x }
a.minmax_by { |x| -x }
a.bsearch { |x| x >= 50 }
small.permutation.to_a
small.combination(2).to_a
small.product(other)
a.values_at(1, 3, 5)
a.join(",")
w.join
a.inspect
a.pack("C*")
Array.new(10) { |x| x }
Array.new(10, 0)
x, y, z = small
x, *y = a
[*a, 1]
a.intersect?(b)
a.sort_by { |x| [-x, x] }
a.sort_by { |x| -x }
pairs.sort_by(&:last)
pairs.sum(&:first)
pairs.each { |x, y| x }
pairs.map { |x, y| y }
