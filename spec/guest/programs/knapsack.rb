Item = Struct.new(:name, :weight, :value) do
  def density = value.fdiv(weight)
end

ITEMS = [
  Item.new("map", 9, 150), Item.new("compass", 13, 35), Item.new("water", 153, 200),
  Item.new("sandwich", 50, 160), Item.new("glucose", 15, 60), Item.new("tin", 68, 45),
  Item.new("banana", 27, 60), Item.new("apple", 39, 40), Item.new("cheese", 23, 30)
].freeze

def best_load(items, capacity)
  best = Array.new(items.size + 1) { Array.new(capacity + 1, 0) }
  items.each_with_index do |item, i|
    (0..capacity).each do |w|
      best[i + 1][w] = best[i][w]
      next if item.weight > w

      best[i + 1][w] = [best[i][w], best[i][w - item.weight] + item.value].max
    end
  end
  chosen = []
  w = capacity
  items.size.downto(1) do |i|
    next if best[i][w] == best[i - 1][w]

    chosen.unshift(items[i - 1])
    w -= items[i - 1].weight
  end
  [best.last.last, chosen]
end

[10, 100, 200].each do |capacity|
  value, chosen = best_load(ITEMS, capacity)
  puts "capacity #{capacity}: value #{value}, weight #{chosen.sum(&:weight)}: #{chosen.map(&:name).join(', ')}"
end

greedy = ITEMS.sort_by { |i| -i.density }.each_with_object([]) do |item, bag|
  bag << item if bag.sum(&:weight) + item.weight <= 100
end
puts greedy.map(&:name).join(","), greedy.sum(&:value)
printf("%-10s %6s %6s %8s\n", *Item.members, "density")
ITEMS.sort_by(&:density).reverse.first(4).each { |i| printf("%-10s %6d %6d %8.3f\n", *i, i.density) }

def subset_sum(numbers, target)
  (0..numbers.size).each do |n|
    found = numbers.combination(n).find { |c| c.sum == target }
    return found if found
  end
  nil
end
p subset_sum([3, 34, 4, 12, 5, 2], 9), subset_sum([3, 34, 4], 6)

def max_subarray(list)
  list.each_with_index.inject([0, 0, 0, 0, 0]) do |(best, from, to, sum, start), (x, i)|
    sum, start = 0, i if sum <= 0
    sum += x
    sum > best ? [sum, start, i, sum, start] : [best, from, to, sum, start]
  end.first(3)
end
p max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4])
coins = ->(amount) { (1..amount).each_with_object([0]) { |a, t| t << [1, 5, 11].select { |c| c <= a }.map { |c| t[a - c] + 1 }.min }.last }
p (1..15).map(&coins)
p [1, 2, 3].permutation.to_a.size, [1, 2, 3, 4].combination(2).to_a, %w[a b].product([1, 2]), [1, 2, 3].each_cons(2).to_a, [[1, 2], [3]].sum([]), (1..3).to_a.repeated_combination(2).count
p [3, 10, 2, 1, 20].each_with_object([]) { |x, tails| i = tails.index { |t| t >= x } || tails.size; tails[i] = x }.size
