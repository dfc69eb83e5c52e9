h = (0...50).to_h { |x| ["key#{x}", x] }
y = { a: 1, b: 2, c: 3 }
k = "key25"
n = (0...50).to_h { |x| [x, x] }
deep = { a: { b: { c: 1 } } }
d = Hash.new { |hash, key| hash[key] = 0 }

x = { a: 1, b: 2 }
x = { "a" => 1, "b" => 2 }
h[k]
y[:a]
n[25]
y[:a] = 1
h.fetch(k)
y.fetch(:z, 0)
y.key?(:a)
y.value?(3)
y.key(3)
y.dig(:a)
deep.dig(:a, :b, :c)
h.size
h.keys
h.values
h.to_a
h.dup
y.merge(y)
y.merge(y) { |key, o, w| o + w }
h.each { |x, v| v }
h.each_with_index { |(x, v), q| v }
h.map { |x, v| v }
h.to_h { |x, v| [v, x] }
h.select { |x, v| v > 5 }
h.reject { |x, v| v > 5 }
h.filter_map { |x, v| v if v > 5 }
h.find { |x, v| v == 25 }
h.any? { |x, v| v == 25 }
h.all? { |x, v| v < 250 }
h.count { |x, v| v > 5 }
h.sum { |x, v| v }
h.min_by { |x, v| v }
h.max_by { |x, v| v }
h.sort_by { |x, v| -v }
h.group_by { |x, v| v % 3 }
h.partition { |x, v| v > 5 }
h.transform_values { |v| v + 1 }
h.transform_values(&:to_s)
h.transform_keys(&:to_sym)
h.invert
h.each_with_object({}) { |(x, v), m| m[v] = x }
h.reduce(0) { |m, (x, v)| m + v }
y.slice(:a, :b)
y.except(:a)
y.values_at(:a, :b)
y.dup.delete(:a)
y.sort
y.min_by(&:last)
y.sum { |q| q.last }
y.first
y.inspect
y.hash
y == y.dup
y.compact
y.empty?
y.each_slice(2).to_a
d[:x] += 1
y.sort_by(&:last).to_h
y.map(&:first)
y.flat_map { |q, v| [q] * v }
y.update(b: 2)
y => { a: }
(case y; in { a: Integer => q, b: } then q; end)
