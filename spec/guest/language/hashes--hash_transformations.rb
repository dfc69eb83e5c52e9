# Everything that makes a hash from a hash.
stock = { apple: 3, pear: 0, fig: 12, kiwi: 7 }
show = ->(h) { puts h.map { |k, v| "#{k}=#{v}" }.join(" ") }
show[stock.select { |_, n| n > 2 }]
show[stock.reject { |k, _| k.to_s.size > 3 }]
show[stock.transform_values { |n| n * 2 }]
show[stock.transform_keys(&:to_s).transform_keys(&:upcase)]
show[stock.transform_keys({ apple: :malus, fig: :ficus })]
show[stock.to_h { |k, v| [v, k] }]
show[stock.invert]
show[stock.sort_by { |k, v| [-v, k] }.first(2).to_h]
show[stock.min_by(2) { |_, v| v }.to_h]
show[stock.filter_map { |k, v| [k, v - 1] if v.positive? }.to_h]
show[stock.merge({ fig: 1, date: 2 }) { |key, old, new| "#{key}:#{old + new}" }]
show[stock.slice(:fig, :nope).merge(stock.except(:fig, :apple, :pear))]
show[stock.group_by { |_, v| v.even? }.transform_values { |pairs| pairs.map(&:first).join("+") }]
show[stock.partition { |_, v| v > 5 }.map(&:to_h).last]
show[stock.each_with_object({}) { |(k, v), h| (h[v > 5 ? :many : :few] ||= []) << k }.transform_values(&:inspect)]
show[stock.reduce({}) { |h, (k, v)| h.merge(k => v.to_s * 2) }]
show[stock.zip(1..).to_h { |(k, v), i| [k, v * i] }]
show[stock.compact.delete_if { |_, v| v.zero? }]
show[Hash[stock.to_a.reverse]]
show[stock.each_slice(2).map(&:to_h).last]
show[stock.sum { |_, v| v }.then { |total| stock.transform_values { |v| (v * 100.0 / total).round(1) } }]
h = stock.dup
puts h.delete(:pear), h.delete(:none).inspect, h.delete(:none) { |k| "no #{k}" }, h.shift.inspect, h.store(:new, 5), h.key(12).inspect, h.rassoc(7).inspect, h.assoc(:fig).inspect
h.update(z: 1) { raise }
h.keep_if { |_, v| v < 10 }
show[h]
puts h.any? { |_, v| v > 6 }, h.all? { |k, _| k.is_a?(Symbol) }, h.none?, h.count, h.find { |_, v| v == 5 }.inspect, h.sort.first.inspect, h.max_by { |_, v| v }.inspect, h.sum { |_, v| v }, h.each_with_index.map { |(k, _), i| "#{k}#{i}" }.join(","), h.values_at(:z, :q).inspect, h.fetch_values(:z).inspect, h.dig(:z), h.entries.size, h.length
nested = Hash.new { |hash, key| hash[key] = Hash.new(0) }
[[:a, :x], [:b, :y], [:a, :x], [:a, :z]].each { |k, v| nested[k][v] += 1 }
puts nested.keys.inspect, nested[:a].to_a.inspect, nested.dig(:b, :y), nested.key?(:q), nested.default_proc.nil?, nested.sum { |_, inner| inner.size }
deep = ->(a, b) { a.merge(b) { |_, x, y| x.is_a?(Hash) && y.is_a?(Hash) ? deep.(x, y) : y } }
merged = deep.({ db: { host: "a", port: 1 }, v: 1 }, { db: { port: 2 }, w: 3 })
puts merged[:db].to_a.inspect, merged.keys.inspect
a = { x: 1, y: 2 }
puts a == { y: 2, x: 1 }, a.eql?({ x: 1, y: 2 }), a > { x: 1 }, a <= a, a.frozen?, a.first.inspect, a.to_a.flatten.inspect, a.empty?, a.member?(:x), a.value?(2), a.filter { |k, _| k == :y }.size, a.each_entry.to_a.inspect, a.flat_map { |k, v| [k] * v }.inspect, a.inject { |m, p| m + p }.inspect, a.each_pair.to_a.size, a.find_all { |_, v| v > 1 }.inspect, a.sort_by { |_, v| -v }.map(&:first).inspect, a.minmax_by { |_, v| v }.inspect, a.cycle.first(3).size, a.lazy.map { |k, v| [k, v] }.to_a.size, a.tally.size, a.uniq { |_, v| v % 1 }.size, a.each_cons(2).to_a.size, a.default = 5, a[:zz]
