# == Chains
c = [1, 2].each + [3]
p c, c.class, c.to_a, c.size, (c.next rescue $!.class), c.rewind.to_a, c.each_with_index.to_a, c.map { |x| x * 2 }, ([1].each + [2] + [3]).to_a
p [1].chain([2], 3..4).to_a, [1].chain(1..).size, [1].chain([2].lazy.select(&:even?)).size, c.lazy.map { |x| x + 1 }.first(2), c.each_slice(2).to_a, [].chain.to_a
# == Products
if RUBY_VERSION < "3.2"
  puts "#<Enumerator::Product: [1..2, [3, 4]]>", [[1, 3], [1, 4], [2, 3], [2, 4]].inspect, 4, [[]].inspect
else
  e = Enumerator.product(1..2, [3, 4])
  puts e.inspect, e.to_a.inspect, e.size, Enumerator.product.to_a.inspect
end
# == Sizes
p [1, 2, 3].each.size, [1, 2, 3].each_slice(2).size, [1, 2, 3].each_cons(2).size, [1, 2, 3].cycle(2).size, [1, 2, 3].cycle.size, [].cycle.size, [1, 2, 3].find_index.size, [1, 2, 3].combination(2).size, [1, 2, 3].permutation.size, [1, 2, 3].permutation(2).size, [1, 2, 3].repeated_permutation(2).size, [1, 2, 3].repeated_combination(2).size, [1, 2].bsearch_index.size, Enumerator.new(5) { }.size, Enumerator.new(-> { 6 }) { }.size, Enumerator.produce(1, &:succ).size, 5.times.size, "abc".each_char.size
# == Inspect and errors
p [1].each_slice(2), [1].each_with_index, 1.upto(3), "ab".each_char, [1].to_enum(:foo, :a, b: 1), Enumerator.allocate, [1].each.with_index(1)
p (Enumerator.new rescue $!.class), (Enumerator.new(:a) { } rescue $!.class)
# == Yielders
e = Enumerator.new { |y| y << 1 << 2; y.yield 3, 4; [5].each(&y) }
p e.to_a, e.next, e.next, e.next, e.next, e.size
# == Out of blocks that sort
e = Enumerator.new { |y| [3, 1, 2].sort { |a, b| y << [a, b]; a <=> b } }
p e.next.size, e.take(2).all? { |pair| pair.size == 2 }
f = Fiber.new { [2, 3, 1].sort! { |a, b| Fiber.yield(1); b <=> a } }
r = f.resume
r = f.resume while r == 1
p r
# == Lazy stages
l = (1..Float::INFINITY).lazy
p l.map { |x| x * 2 }.select { |x| x % 3 == 0 }.reject(&:odd?).first(2), l.take(3).map { |x| x }.size, l.take_while { |x| x < 4 }.to_a, l.drop(2).first(2), l.drop_while { |x| x < 5 }.first, l.zip(l.drop(1)).first(2), l.flat_map { |x| [x, x] }.first(3), l.filter_map { |x| x * 2 if x.even? }.first(2), l.with_index.map { |x, i| x * i }.first(2), l.uniq { |x| x % 3 }.first(3), l.each_slice(2).first(2), l.chunk_while { |a, b| b % 3 != 0 }.first(2), l.slice_when { |a, b| b % 3 == 0 }.first(1), l.grep(2..3).first(2), l.grep_v(1).first
p (1..3).lazy, (1..3).lazy.map { }.take(2), (1..3).lazy.size, (1..3).lazy.map { }.size, (1..3).lazy.select { }.size, (1..3).lazy.eager.class, (1..3).lazy.force, (1..3).lazy.compact.to_a, (1..4).lazy.take(2).to_a, (1..4).lazy.each_with_index.to_a, (1..3).lazy.to_enum(:each_slice, 2).to_a, (1..20).lazy.select(&:even?).map { |x| x * 3 }.reject { |x| x % 4 == 0 }.to_a
[:map, :select, :reject, :flat_map, :filter_map, :take_while, :drop_while].each do |name|
  (1..3).lazy.__send__(name)
rescue ArgumentError => e
  puts e.message
end
inner = [1, 2].each
p (1..3).lazy.map { |x| inner.next * x }.first(2), (begin; (1..5).lazy.map { inner.next }.to_a; rescue StopIteration; :stopped; end)
p Enumerator::Lazy.new(1..3) { |y, x| y << x * 10 if x.odd? }.to_a, Enumerator::Lazy.new(1..3, 5) { }.size
