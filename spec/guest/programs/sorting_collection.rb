# frozen_string_literal: true

# Sorting algorithms, multi-key sorts, stable sorts, natural order, custom orders.
ALGORITHMS = {
  bubble: lambda do |list|
    a = list.dup
    (a.size - 1).downto(1) { |n| swapped = false; n.times { |i| (a[i], a[i + 1] = a[i + 1], a[i]; swapped = true) if (a[i] <=> a[i + 1]).positive? }; break unless swapped }
    a
  end,
  insertion: ->(list) { list.each_with_object([]) { |x, sorted| sorted.insert(sorted.bsearch_index { |y| (y <=> x) > 0 } || sorted.size, x) } },
  selection: ->(list) { rest = list.dup; Array.new(list.size) { rest.delete_at(rest.index(rest.min)) } },
  shell: lambda do |list|
    a = list.dup
    gap = a.size / 2
    while gap.positive?
      gap.upto(a.size - 1) do |i|
        j, x = i, a[i]
        (a[j] = a[j - gap]; j -= gap) while j >= gap && a[j - gap] > x
        a[j] = x
      end
      gap /= 2
    end
    a
  end,
  heap: lambda do |list|
    a = list.dup
    sift = lambda do |i, n|
      loop do
        child = 2 * i + 1
        break if child >= n

        child += 1 if child + 1 < n && a[child] < a[child + 1]
        break if a[i] >= a[child]

        a[i], a[child] = a[child], a[i]
        i = child
      end
    end
    (a.size / 2 - 1).downto(0) { |i| sift.(i, a.size) }
    (a.size - 1).downto(1) { |n| a[0], a[n] = a[n], a[0]; sift.(0, n) }
    a
  end,
  radix: ->(list) { list.empty? ? [] : (0..Math.log10([list.max, 1].max).floor).reduce(list) { |l, d| l.group_by { |x| x / 10**d % 10 }.sort.flat_map(&:last) } },
  counting: ->(list) { list.tally.then { |t| t.empty? ? [] : (t.keys.min..t.keys.max).flat_map { |x| [x] * t.fetch(x, 0) } } },
  quick: ->(list) { list.size < 2 ? list : list[1..].partition { |x| x < list[0] }.then { |l, r| ALGORITHMS[:quick][l] + [list[0]] + ALGORITHMS[:quick][r] } }
}.freeze
rng = Random.new(11)
samples = [[], [1], [3, 1, 2], [5, 5, 1, 1], Array.new(40) { rng.rand(200) }, (1..20).to_a.reverse]
ALGORITHMS.each { |name, sort| puts "#{name.to_s.ljust(10)} #{samples.map { |s| sort.(s) == s.sort ? '.' : 'F' }.join}" }

Person = Struct.new(:name, :age, :city)
people = [["Ann", 30, "Oslo"], ["bob", 25, "Rome"], ["Cyd", 30, "Bonn"], ["Dan", nil, "Rome"], ["Eve", 25, "Oslo"], ["ann", 30, "Bonn"]].map { |row| Person.new(*row) }
show = ->(l) { puts l.map { |x| "#{x.name}/#{x.age || '-'}/#{x.city[0]}" }.join(" ") }
show[people.sort_by { |x| [x.age ? 0 : 1, -x.age.to_i, x.name.downcase, x.name] }]
show[people.sort { |a, b| [a.city, b.age.to_i, a.name] <=> [b.city, a.age.to_i, b.name] }]
show[people.sort_by.with_index { |x, i| [x.city, i] }]
show[people.sort_by { |x| x.name.swapcase }.reverse]
show[people.max(2) { |a, b| a.name.size <=> b.name.size && a.name <=> b.name }]
show[people.min_by(2) { |x| [x.age || 99, x.name] }]
order = %w[Rome Oslo].each_with_index.to_h
show[people.sort_by { |x| [order.fetch(x.city, order.size), x.name] }]
chain = ->(*keys) { ->(a, b) { keys.lazy.map { |key, dir| (key.to_proc.(a) <=> key.to_proc.(b)) * (dir == :desc ? -1 : 1) }.find(&:nonzero?) || 0 } }
show[people.select(&:age).sort(&chain.([:age, :desc], [:city], [:name, :desc]))]
natural = ->(s) { s.downcase.scan(/\d+|\D+/).map { |t| t =~ /\d/ ? [0, t.to_i, ""] : [1, 0, t] } }
p %w[file10.txt file2.txt File1.txt file2a.txt a100b2 a100b10 a9].sort_by(&natural), %w[b10 B9 a1].sort, %w[b10 B9 a1].sort(&:casecmp), %w[pear fig apple].sort_by { |w| [-w.size, w] }, %w[10 9 2 33].sort_by(&:to_i), %w[x y z].sort { |a, b| b <=> a }
p [3, 1, 2].sort!.first, [1, 2, 3].sort_by { -_1 }, [[2, "b"], [1, "z"], [2, "a"]].sort, [0.5, 1, 1r / 3].sort, [nil, 3, 1].compact.sort, ([1, "a"].sort rescue $!.class), ([nil, 1].max rescue $!.class), [true, false].sort_by { |b| b ? 0 : 1 }, %i[c a b].sort, [[], [1], [0, 5]].sort, ["b", "A", "a"].minmax, [1, 2, 3, 4].sort_by { |x| [x.odd? ? 0 : 1, -x] }, (1..5).sort_by { |x| x % 3 }.group_by { |x| x % 3 }.to_a, [[1, :b], [1, :a]].min, [3, 1, 2].max(2), [3, 1, 2].min(5), %w[aa b ccc].max_by(&:size), %w[aa b ccc].minmax_by(&:size), { b: 1, a: 2 }.sort.to_a, { b: 2, a: 1 }.sort_by(&:last).map(&:first), { b: 2, a: 1 }.min_by { |_, v| v }
sorted = [1, 3, 5, 7, 9]
p sorted.bsearch { |x| x >= 6 }, sorted.bsearch { |x| 3 <=> x }, sorted.bsearch_index { |x| x >= 100 }, (0..100).bsearch { |x| x * x >= 2000 }, (0.0..10.0).bsearch { |x| x * x >= 2 }.round(6), [5, 2, 8].each_with_index.sort.map(&:last), [5, 2, 8].each_with_index.max[1], [10, 20, 20, 5].each_with_index.sort_by { |v, i| [-v, i] }.map(&:last), %w[c a b].each_with_index.sort_by(&:first).to_h.to_a, [3, 1, 2].sort.reverse == [3, 1, 2].sort_by(&:-@), [1, 2, 3, 4, 5].shuffle(random: Random.new(1)).sort == [1, 2, 3, 4, 5], [[3, 1], [2]].map(&:sort).sort_by(&:first)
topological = ->(deps) { deps.keys.sort.each_with_object([]) { |k, out| visit = ->(n) { next if out.include?(n); deps[n].sort.each(&visit); out << n }; visit[k] } }
p topological.({ a: [:b, :c], b: [:d], c: [:d], d: [] }), (1..9).to_a.each_slice(3).map(&:reverse).transpose, [*1..10].each_cons(3).count { |a, b, c| a + c == 2 * b }
