numbers = [5, 3, 8, 1, 9, 2, 7]

p numbers.map { _1 * 2 }
p numbers.select(&:even?), numbers.reject(&:even?), numbers.filter_map { |n| n * n if n.odd? }
p numbers.inject(:+), numbers.reduce(1) { |a, b| a * b }, numbers.sum, numbers.sum(0.0) { |n| n / 2.0 }
p numbers.partition { |n| n > 4 }
p numbers.each_slice(3).to_a, numbers.each_cons(3).to_a
p numbers.each_with_index.map { |n, i| n * i }
p numbers.each.with_index(1).to_a
p numbers.each_with_object([]) { |n, memo| memo.unshift(n) }
p numbers.min(2), numbers.max(2), numbers.minmax, numbers.min_by { |n| (n - 6).abs }
p numbers.sort, numbers.sort { |a, b| b <=> a }, numbers.sort_by { |n| -n }
p numbers.take_while { |n| n != 1 }, numbers.drop_while { |n| n != 1 }, numbers.first(2), numbers.drop(5)
p numbers.find { |n| n > 7 }, numbers.find_index(8), numbers.find_index { |n| n == 100 }
p numbers.all?(Integer), numbers.any? { |n| n > 8 }, numbers.none?(&:zero?), numbers.one? { |n| n == 9 }
p numbers.count, numbers.count(&:odd?), numbers.include?(3), numbers.to_a == numbers.entries
p numbers.zip(%w[a b c]), [1, 2].cycle.first(5), [1, 2].cycle(2).to_a
p numbers.chunk_while { |a, b| b == a + 1 }.to_a, [1, 2, 4, 5, 7].slice_when { |a, b| b != a + 1 }.to_a
p [1, 1, 2, 3, 3].chunk(&:odd?).to_a
p %w[a b a c b a].tally.sort, %w[x y x].uniq, [[1, 2], [3, 4]].to_h { |a, b| [a, b * 10] }.to_a
p [3, 1, 2].each_entry.to_a, [[1, [2]], [3]].flat_map { |x| x }, (1..6).each_slice(2).map(&:sum)
p (1..3).reverse_each.to_a, (1..10).step(3).to_a, 1.step(10, 4).to_a, 10.downto(7).to_a
p (1..4).inject { |a, b| a - b }, (1..4).each_cons(2).map { |a, b| b - a }
p %w[apple bob cat].group_by(&:size).to_a, %w[apple bob cat].max_by(&:length)
p (1..3).zip(4..6, 7..9), [1, 2, 3, 4].sum { |x| x.to_f }, [0.1] * 3 == [0.1, 0.1, 0.1]

class NumberList
  include Enumerable

  def initialize(*values) = @values = values

  def each
    return enum_for(:each) unless block_given?

    @values.each { |v| yield v }
    self
  end
end

list = NumberList.new(4, 8, 15, 16, 23, 42)
p list.sort_by { |x| x.to_s }, list.map(&:succ), list.include?(15), list.first, list.first(3)
p list.min, list.max, list.sum, list.reduce(:*), list.each_slice(4).to_a, list.to_set.size
p list.lazy.select(&:even?).map { |x| x / 2 }.first(3)
p list.each_with_index.to_a.last, list.reverse_each.first, list.partition(&:odd?), list.zip(list.drop(1))
p list.inject { |memo, x| memo > x ? memo : x }, list.each_entry.to_a.size, list.tally.size
p list.reject(&:even?), list.sort { |a, b| b <=> a }, list.minmax, list.cycle.take(8), list.uniq { |x| x % 4 }
