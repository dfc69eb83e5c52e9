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
