# == Ranges of Integers
p (1..5).select(&:even?), (1...5).reject { |n| n == 2 }, (5..1).map { 1 }, (-2..2).map { |n| n * n }, (1..3).filter.class
p (2**62 - 1..2**62 + 1).map { |n| n - 2**62 }, (1..10).map { |n| break n if n == 4 }, (1..).select { |n| break n if n > 3 }
p (1..3).each { |n| n }, (1...1).each { raise }, (1..2.5).map { |n| n }, ("a".."c").map(&:upcase)
p [2**62, 2**62, 1].inject(:+), [1, 2.5, 3].inject(10, :+), [1, nil].inject(:+).class rescue p $!.class
p({ a: 1 }.map { |key, value| [key, value] }, { a: 1 }.map { |pair| pair }, { a: [1, 2] }.map { |key, (a, b)| [key, a, b] })
p({ a: 1 }.map { |key, value = 9, other| [key, value, other] }, { a: 1 }.map(&->(key, value) { [key, value] }))

# == Loops of arrays and numbers, changed and left
grown = [1, 2, 3]
p grown.each { |n| grown << n * 10 if grown.size < 6 }, grown.map { |n| grown.clear if n == 2; n }
shrunk = [1, 2, 3, 4]
p shrunk.each { |n| shrunk.shift if n == 1 }, shrunk.select { |n| shrunk.pop; true }, shrunk
replaced = [1, 2]
seen = []
replaced.each_with_index do |n, i|
  seen << [n, i]
  replaced.replace([7, 8, 9]) if i == 0
end
p seen
p [1, 2, 3].each { |n| break n * 2 if n == 2 }, [1, 2, 3].map { |n| next 0 if n == 2; n }, 3.times { |n| break n if n == 1 }
p [3, 1].each_with_index { |n, i| break [n, i] if n == 1 }, [1, 2].any? { |n| break :left if n == 2 }, 5.upto(9) { |n| break n if n == 7 }
once = true
p [1, 2].map { |n| (once = false; redo) if once; n }
reader = Fiber.new { [1, 2].each { |n| Fiber.yield n }; 2.times { |n| Fiber.yield(n + 10) }; (5..6).map { |n| Fiber.yield n } }
p Array.new(7) { reader.resume }
begin
  [1, 2].each { |n| raise "at #{n}" if n == 2 }
rescue => e
  puts e.message
end
p 0.times { raise }, -3.times { raise }, 3.upto(1) { raise }, 1.upto(2.5).to_a, (3...3).each { raise }, 2.times.map { |n| n }
p (2**62 - 1).upto(2**62 + 1).map { |n| n - 2**62 }, (2**63 - 2..2**63 + 1).map { |n| n - 2**63 }, (2**64).times { |n| break n if n == 2 }
p 1.upto(2**70) { |n| break n if n == 3 }, (2**64).upto(2**64 + 1).to_a.size, (-2**63).upto(-2**63 + 1).to_a
begin
  1.upto("x") { }
rescue ArgumentError => e
  puts e.message
end
class Half < Array
  def size = 1
  def [](index) = 0
end
p Half.new([5, 6]).map { |n| n }, Half.new([5, 6]).each.to_a
p [1, 2].each { |n; item| item = n }, [[1, 2]].each { |a, b| p [a, b] }, 2.times.to_a, %w[a b].each_with_object([]) { |x, all| all << x }
item = :mine
[1].each { }
(1..2).each { }
p item
p({ b: 1, a: 2 }.each_with_index.map { |(key, value), i| [key, value, i] }, { a: 1 }.reject! { |_, v| v > 1 }, { a: 1, b: 2 }.select { |_, v| v > 1 })

# == Maps of enumerators
pairs = [[1, 2], [3, 4]]
p pairs.each.map { |a| a }, pairs.each.map { |a, b| [b, a] }, pairs.each_with_index.map { |x| x }, pairs.each_with_index.map { |x, i| [x, i] }
p pairs.each_with_index.map { |(a, b), i| [a, b, i] }, pairs.map.with_index(1) { |(a, b), i| a * b + i }, pairs.each.with_index.to_a
p (1..7).each_slice(3).map(&:sum), (1..4).each_cons(2).map { |a, b| b - a }, "abc".each_char.map(&:upcase), 3.times.map { |n| n }
p %w[a b].each_with_index.map { |x, i| x * i }, %w[a b].each.with_index(5).map { |x, i| [x, i] }, { a: 1 }.each.map { |k, v| [v, k] }
p({ a: 1 }.each_with_index.map { |(k, v), i| [k, v, i] }, { a: 1 }.map.with_index { |(k, v), i| [k, v, i] }, [4].each_with_object(:m).map { |x, m| [x, m] })
several = Enumerator.new { |y| y.yield(1, 2, 3); y << 4; y.yield([5, 6]); y.yield }
p several.map { |a| a }, several.map { |a, b| [a, b] }, several.map { |a, b, c| [a, b, c] }, several.map { |*all| all }, several.map.to_a
p several.with_index.map { |x, i| [x, i] }, several.map { |a, b = 9| [a, b] }, several.map { [_1, _2] }
p [1, 2].each.map { |x| break x }, [1, 2].each.with_index { |x, i| break [x, i] if i == 1 }, [5, 6].select.with_index { |x, i| i == 1 }
p [3, 1].sort_by.with_index { |x, i| -i }, [3, 1].each.with_index(nil).to_a, [1, 2].reject.with_index { |x, i| i == 0 }, [1].each.map
begin
  pairs.each.map(&->(a, b, c) { a })
rescue ArgumentError => e
  puts e.message
end
