# Enumerable, Enumerator, Enumerator::Lazy and Range.
same (1..6).each_slice(4).to_a, [[1, 2, 3, 4], [5, 6]]
same (1..6).slice_when { |a, b| b == a + 1 && b.odd? }.to_a, [[1, 2], [3, 4], [5, 6]]
same (1..10).step(3).to_a, [1, 4, 7, 10]
same (1..100).sum, 5050
same (0..100).bsearch { |n| n * n >= 50 }, 8
same (1..10).cover?(2..3), true
same (1..Float::INFINITY).lazy.map { |n| n * 2 }.select { |n| n % 3 == 0 }.first(2), [6, 12]
same %w[a bb].max_by(&:size), "bb"
same (1..3).minmax, [1, 3]
same %w[x y].each_with_index.to_a, [["x", 0], ["y", 1]]
same (1..3).each_entry.to_a, [1, 2, 3]
[[1].each_entry, [1]].each do |items|
  %i[count find_index].each do |name|
    $stderr = StringIO.new
    items.public_send(name, 1) { raise "not called" }
    text = $stderr.string
    $stderr = STDERR
    same text.end_with?(": warning: given block not used\n"), true
  end
end
