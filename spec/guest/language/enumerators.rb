# == External iteration
e = [1, 2, 3].each
puts e.next, e.peek, e.next, e.next
begin
  e.next
rescue StopIteration => stop
  puts "stopped: #{stop.class}"
end
e.rewind
puts e.next

fib = Enumerator.new do |y|
  a, b = 0, 1
  loop do
    y << a
    a, b = b, a + b
  end
end
p fib.take(10), fib.next, fib.next, fib.next, fib.peek, fib.first(3)
p fib.lazy.select(&:odd?).first(4), fib.each_with_index.first(2)

def merge_sorted(left, right)
  left = left.each
  right = right.each
  result = []
  loop do
    if left.peek <= right.peek
      result << left.next
    else
      result << right.next
    end
  end
  loop { result << left.next }
  loop { result << right.next }
  result
end
p merge_sorted([1, 4, 9], [2, 3, 10, 11])

letters = %w[a b c].each_with_index
loop do
  letter, index = letters.next
  puts "#{index}:#{letter}"
end

class Tree
  include Enumerable

  def initialize(value, left = nil, right = nil)
    @value, @left, @right = value, left, right
  end

  def each(&block)
    return enum_for(:each) unless block

    @left&.each(&block)
    block.call(@value)
    @right&.each(&block)
  end
end

tree = Tree.new(5, Tree.new(2, Tree.new(1)), Tree.new(9, Tree.new(7)))
walk = tree.each
p walk.next, walk.next, walk.peek
p tree.to_a, tree.each_slice(2).to_a, tree.each_cons(2).all? { |a, b| a < b }

countdown = Enumerator.new { |y| 3.downto(1) { |i| y.yield(i) }; :done }
p countdown.size, countdown.to_a, countdown.with_index(10).to_a
3.times { countdown.next }
begin
  countdown.next
rescue StopIteration => stop
  p stop.result
end
p (1..3).each_entry.to_a, "abc".each_char.with_index.map { |c, i| c * (i + 1) }
p Enumerator.produce(1) { |x| x * 2 }.take(8), 5.times.to_a, 3.times.map { |i| i * i }
p [4, 5].each_with_index.to_a, [4, 5].map.with_index(1) { |x, i| x * i }, [1, 2, 3].select.with_index { |_, i| i > 0 }
p ([1, 2].each + [3, 4]).to_a, [1, 2].chain([5]).map { |x| x + 1 }

# == Made by hand
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

# == What they are called
# Needs Ruby 4.0: rfind
p [1].collect, [1].map!, [1].filter, [1].find, [1].rfind, [1].detect, [1].collect_concat
p({ a: 1 }.each_pair, { a: 1 }.map, { a: 1 }.filter, (1..2).select, (1..2).map)
p [1].map.with_index, [1].map.with_index(1), [1].each.each_with_index, [1].each.each_with_object(2)
p "a".each_line, "a".each_line(chomp: true), "a".upto("b"), "a".upto("b", true), (1..2).lazy.eager
p Struct.new(:a).new(1).filter, [1].each.select, [1].each_entry.filter
puts [[1].each, 1.step(3), (1..2).lazy].map { |e| e.to_s.sub(/0x\h+/, "") }
puts Enumerator.produce(1, &:succ).inspect.sub(/0x\h+/, ""), [1].slice_after(1).inspect.sub(/0x\h+/, "")
p Enumerator.produce(1, &:succ).size, Enumerator.produce(1, &:succ).take(3)

class Two
  include Enumerable

  def each
    return to_enum unless block_given?

    yield 1
    yield 2
  end

  def size = 2
  def inspect = "two"
end
p Two.new.each, Two.new.each.size, Two.new.filter, Two.new.map.size, Two.new.each_slice(2).to_a
p [1, 2].to_enum.size, [1, 2].each.size, [1, 2].to_enum(:each) { 5 }.size, [3, 4].map.with_index(1).to_a
p [1].each_with_object(nil).to_a, "a\nb".each_line(nil).to_a, [1].each_entry.with_object(nil).to_a, [1].cycle(nil).first
