high = 2**63 - 1
low = -2**63
puts "sizes"
[high - 1..2**63, 1..2**64, 1...2**64, 2**64..2**64 + 3, 2**64...2**64 + 3, 2**64..2**64, 2**64...2**64, 2**64..1, low - 1..low, 2**64..2**65,
 -(2**64)..2**64, low..2**63].each { |range| p [range, range.size] }
p (2**64..).size, (1..).size, (2**64..1e30).size.to_s, (2**64..1.5).size
puts "arrays"
p (high - 1..2**63 + 1).to_a, (2**64..2**64).to_a, (2**64...2**64).to_a, (2**64..2**64 - 1).to_a, (2**64..2**64 + 2).map { |n| n - 2**64 }
p (high - 1..2**63).sum, (2**64..2**64 + 3).sum, (high - 1..2**63).reduce(:+), (low - 1..low + 1).to_a, (2**64..2**64 + 5).each_slice(4).to_a
kept = (2**64..2**64 + 30_000).to_a
50_000.times { |i| "text" + i.to_s }
p kept.each_with_index.all? { |n, i| n == 2**64 + i }
puts "digits"
p((3**20_000).digits.sum, (2**70).digits(2**40), (10**40).digits(100))
puts "without ends"
p (nil..nil) === 5, (nil..nil).cover?(5), (..5) === 5, (...5) === 5
puts "filled from behind the end"
p [1, 2, 3].fill(0, 3), [1, 2, 3].fill(0, 5), [1, 2, 3].fill(5) { 1 }, [1, 2, 3].fill(0, 5, 1)
p [-4..1, -5..-1, low..1, -4...-1].map { |range| ([1, 2, 3].fill(0, range) rescue [$!.class, $!.message]) }
p [-4..1, low..1].map { |range| ([1, 2, 3].fill(range) { 0 } rescue [$!.class, $!.message]) }
p [0..-4, 1..low, 3..high, 2...high, 1..1].map { |range| ([1, 2, 3].fill(0, range) rescue $!.class) } - [ArgumentError]
puts "nothing, many times"
p [] * high, [] * 2**40, "" * 2**40, [] * 0
puts "written up to the last index"
list = [1, 2, 3]
list[1..high] = 9
p list
%w[abc äöü].each do |text|
  [[1, high], [0, high], [3, high], [-1, high], [1, 2**62], [1..high], [3..high], [-2..high], [0...high]].each do |place|
    written = text.dup
    written[*place] = "x"
    p written, text.dup.slice!(*place), text[*place]
  end
end
puts "random floats as wide as floats are"
wide = Random.new(1)
p wide.rand(-1e308..1e308), wide.rand(-1.7e308...1.7e308), wide.rand(-Float::MAX..Float::MAX)
p((wide.rand(0.0..Float::INFINITY) rescue $!.class), (wide.rand(-Float::INFINITY..0.0) rescue $!.class))
