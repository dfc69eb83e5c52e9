def binary_search(sorted, wanted)
  low = 0
  high = sorted.size - 1
  while low <= high
    middle = (low + high) / 2
    case sorted[middle] <=> wanted
    when 0 then return middle
    when -1 then low = middle + 1
    else high = middle - 1
    end
  end
  nil
end

sorted = (1..50).map { |n| n * 3 }
p binary_search(sorted, 42), binary_search(sorted, 43), binary_search([], 1)
p sorted.bsearch { |x| x >= 100 }, sorted.bsearch_index { |x| x >= 100 }

def bubble_sort(list)
  list = list.dup
  loop do
    swapped = false
    (list.size - 1).times do |i|
      next unless list[i] > list[i + 1]

      list[i], list[i + 1] = list[i + 1], list[i]
      swapped = true
    end
    break unless swapped
  end
  list
end

def quick_sort(list)
  return list if list.size <= 1

  pivot, *rest = list
  left, right = rest.partition { |x| x < pivot }
  [*quick_sort(left), pivot, *quick_sort(right)]
end

def merge_sort(list)
  return list if list.size < 2

  left, right = list.each_slice((list.size + 1) / 2).map { |half| merge_sort(half) }
  result = []
  result << (left.first <= right.first ? left.shift : right.shift) while left.any? && right.any?
  result + left + right
end

def insertion_sort(list)
  list.each_with_object([]) { |x, out| out.insert(out.index { |y| y > x } || out.size, x) }
end

def heap_sort(list)
  heap = []
  list.each do |x|
    heap.push(x)
    i = heap.size - 1
    while i > 0 && heap[(i - 1) / 2] > heap[i]
      heap[(i - 1) / 2], heap[i] = heap[i], heap[(i - 1) / 2]
      i = (i - 1) / 2
    end
  end
  Array.new(heap.size) do
    top = heap.first
    last = heap.pop
    unless heap.empty?
      heap[0] = last
      i = 0
      while (child = [2 * i + 1, 2 * i + 2].select { |k| k < heap.size }.min_by { |k| heap[k] }) && heap[child] < heap[i]
        heap[child], heap[i] = heap[i], heap[child]
        i = child
      end
    end
    top
  end
end

seed = 12_345
numbers = Array.new(40) { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; seed % 100 }
%i[bubble_sort quick_sort merge_sort insertion_sort heap_sort].each do |name|
  puts "#{name}: #{send(name, numbers) == numbers.sort}"
end

people = [["Ann", 31], ["bob", 25], ["Cid", 31], ["dan", 19]]
p people.sort_by { |name, age| [-age, name] }, people.sort_by { |name, _| name.downcase }.map(&:first)
p people.sort { |a, b| a[1] == b[1] ? b[0] <=> a[0] : a[1] <=> b[1] }, people.min_by(&:last), people.max_by(&:last)
p %w[banana Apple cherry].sort, %w[banana Apple cherry].sort_by(&:downcase), %w[bb a ccc].sort_by(&:size).reverse
p numbers.minmax, numbers.sort.each_slice(10).map(&:first), numbers.sort!.first(3), numbers.sort.reverse.take(3)
begin
  [3, "a", nil].sort
rescue ArgumentError => e
  puts e.class
end
