seed = 7
numbers = Array.new(1_500) { seed = (seed * 16_807) % 2_147_483_647 }

def quick(list)
  return list if list.size < 2

  pivot, *rest = list
  small, large = rest.partition { |n| n < pivot }
  quick(small) + [pivot] + quick(large)
end
by_hand = quick(numbers)
by_block = numbers.sort { |a, b| a <=> b }
by_key = numbers.sort_by { |n| -n }
[by_hand == numbers.sort, by_block == by_hand, by_key.reverse == by_hand, by_hand[3]]
