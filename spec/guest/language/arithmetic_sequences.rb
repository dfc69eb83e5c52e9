# == What they are
p 1.step(10, 4), 1.step(10, 4).class, 1.step(by: 2, to: 7), (1..10).step(3), ((1...10) % 3), 1.0.step(2.0, 0.5), 1.step
p 1.step(10, 4) == 1.step(10, 4), (1..10).step(3) == ((1..10) % 3), 1.step(10, 4).hash == 1.step(10, 4).hash, (1..10).step(3) == (1...10).step(3)
s = (1..10).step(3)
p s.begin, s.end, s.step, s.exclude_end?, s.size, s.first, s.first(2), s.last, s.last(2), s.to_a, s.each { }.equal?(s), s.next, s.peek
p (1...10).step(3).to_a, (1...10).step(3).last, 10.step(1, -3).to_a, 10.step(1, -3).last(2), 1.step(0, 2).last, 1.step(0, 2).size, (1..).step(5).first(3), (1..).step(5).size, 1.step(by: -1).first(2)
p (0.0..1.0).step(0.25).to_a, (0.0...1.0).step(0.25).size, (1.0..2.0).step(0.1).last, 1.0.step(2.0, 0.1).size, (0..1).step(0.5).to_a, (1r..2r).step(1/2r).to_a
p s.map { |x| x * 2 }, s.with_index.to_a, s.lazy.map { |x| x + 1 }.first(2), s.include?(4), s.sum, s.each_slice(2).to_a, s.zip(s.drop(1)), s.min, s.max
p (1.step(10, 0) rescue $!), (begin; (1..).step(2).last; rescue RangeError => e; e.message; end), (Enumerator::ArithmeticSequence.new rescue $!.class), ((1..5).step(0) rescue $!)
# == Slices of arrays
a = (0..9).to_a
p a[(1..).step(3)], a[(..-2) % 4], a[(1..8) % 3], a[(8..2).step(-2)], a[(-1..).step(-3)], a[(..3).step(-1)], a[(2...8).step(2)], a[(5..5).step(2)], a[(10..).step(1)], a[(11..).step(1)]
begin
  a[(0..20).step(3)]
  a[(12..).step(3)]
rescue RangeError => e
  puts e.message
end
# == Steps that call the block
out = []
(1..10).step(4) { |x| out << x }
("a".."g").step(3) { |x| out << x }
(1.0..2.0).step(0.5) { |x| out << x }
1.step(by: 3, to: 8) { |x| out << x }
5.step(1, -2) { |x| out << x }
(:a..:e).step(2) { |x| out << x }
p out, (:a..:c).to_a, (:a...:c).each { }.class
