# Enumerators made by hand: external next, peek, size, lazily endless, chained.
fib = Enumerator.new do |y|
  a, b = 0, 1
  loop { y << a; a, b = b, a + b }
end
puts fib.take(10).inspect, fib.lazy.select(&:even?).first(5).inspect, fib.each_with_index.first(2).inspect
puts fib.next, fib.next, fib.next, fib.peek, fib.next
fib.rewind
puts fib.next

def countdown(n)
  return to_enum(:countdown, n) { n } unless block_given?

  n.downto(1) { |i| yield i }
  :liftoff
end
e = countdown(3)
puts e.size, e.to_a.inspect, countdown(2) { |i| puts i }
loop_result = loop { puts e.next }
puts loop_result

primes = Enumerator.produce(2) { |n| n += 1 until (2..Math.sqrt(n)).none? { |d| (n % d).zero? } && n > 2 rescue n + 1; n + 1 }
triangular = Enumerator.produce([1, 2]) { |sum, n| [sum + n, n + 1] }.lazy.map(&:first)
puts triangular.first(6).inspect
words = %w[a b c].each
numbers = [1, 2, 3].each
puts 3.times.map { "#{words.next}#{numbers.next}" }.join(" ")
puts %w[x y].each_with_index.with_object([]).map { |(w, i), memo| memo << w * (i + 1); memo.size }.inspect
puts (1..3).each_entry.map { |x| x * 2 }.inspect, (1..3).each_with_object([]).to_a.size
chained = [1, 2].each + [3] + (4..5).each
puts chained.to_a.inspect, chained.size.inspect
gen = Enumerator.new { |y| 3.times { |i| y.yield(i, i * i) } }
puts gen.to_a.inspect, gen.next.inspect, gen.each_slice(2).to_a.inspect
puts (1..Float::INFINITY).lazy.map { |n| n * n }.reject(&:odd?).take_while { |n| n < 200 }.to_a.inspect
puts (1..20).lazy.select(&:even?).map { |x| x * 3 }.with_index.map { |x, i| x + i }.first(3).inspect
puts %w[a b c d].each_cons(2).map(&:join).inspect, [4, 5].each.with_index(1).to_a.inspect, "abc".each_char.with_index.to_a.inspect
zipped = (1..3).each.zip("a".."c")
puts zipped.inspect, [1, 2, 3].cycle.lazy.map { |x| x + 1 }.first(5).inspect
puts (1..3).inject { |a, b| a * b }, [3, 1, 2].sort.each_slice(2).include?([1, 2]), [[1, 2], [3, 4]].each_entry.to_a.inspect
