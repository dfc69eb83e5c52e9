h = { apple: 3, pear: 1, fig: 7 }
show = ->(hash) { puts hash.map { |k, v| "#{k}=#{v}" }.join(" ") }

show[h.sort_by { |_, v| v }.to_h]
show[h.select { |_, v| v > 1 }]
show[h.reject { |k, _| k == :fig }]
show[h.transform_values { |v| v * 10 }]
show[h.transform_keys(&:to_s)]
show[h.transform_keys({ apple: :APPLE })]
show[h.filter_map { |k, v| [k, v + 1] if v.odd? }.to_h]
show[h.merge({ kiwi: 4, fig: 0 })]
show[h.merge({ fig: 1 }, { pear: 5 }) { |_, old, new| old + new }]
show[h.min_by { |_, v| v }.then { |k, v| { k => v } }]
show[h.to_h { |k, v| [v, k] }]
show[h.invert]
show[h.slice(:fig, :apple)]
show[h.except(:fig)]
show[h.each_with_index.to_h { |(k, v), i| [k, v * i] }]
show[h.group_by { |_, v| v.odd? }.transform_values { |pairs| pairs.map(&:first) }]
show[h.partition { |_, v| v > 2 }.map(&:to_h).last]
show[h.sum { |_, v| v }.then { |n| { total: n } }]
show[h.reduce({}) { |acc, (k, v)| acc.merge(k.to_s[0] => v) }]
show[h.each_with_object(Hash.new(0)) { |(k, v), acc| acc[k.size] += v }]
show[h.zip([1, 2, 3]).to_h { |(k, v), n| [k, v * n] }]
show[Hash[[[:x, 1], [:y, 2]]]]
show[%w[a b].zip([1, 2]).to_h]
show[h.sort { |a, b| b[1] <=> a[1] }.first(2).to_h]
show[{ a: nil, b: 1 }.compact]

p h.keys, h.values, h.size, h.key(7), h.fetch(:pear), h.values_at(:fig, :nope), h.fetch_values(:fig), h.key?(:fig), h.value?(3), h.member?(:x)
p h.any? { |_, v| v > 6 }, h.all? { |_, v| v > 0 }, h.none?, h.count { |_, v| v.odd? }, h.find { |_, v| v == 1 }, h.max_by { |_, v| v }, h.sort.first, h.first, h.first(2)
p h.dig(:fig), h.to_a.flatten, h.each_slice(2).to_a, h.entries.last, h.inject { |a, b| a + b }, h.sum { |_, v| v }, h.flat_map { |k, v| [k] * v }.size, h.assoc(:pear), h.key(99)
h.each_pair { |k, v| print k, ":", v, " " }
h.each_key { |k| print k, " " }
h.each_value { |v| print v, " " }
puts

list = Hash.new { |hash, key| hash[key] = "made #{key}" }
p list[:a], list.size, list.fetch(:b, 0), list.key?(:b), list.default_proc.class, Hash.new(5)[:x], Hash.new(5).fetch(:x, 6)
tree = Hash.new { |hash, key| hash[key] = Hash.new(&hash.default_proc) }
tree[:a][:b][:c] = 1
p tree.dig(:a, :b, :c), tree.keys
h.delete(:pear)
h.store(:plum, 9)
h[:apple] += 1
h.update(fig: 70) { |_, a, b| a + b }
p h.delete(:none), h.delete(:none) { |k| "no #{k}" }, h.to_a, h.length, h.empty?
h.delete_if { |_, v| v > 50 }
h.keep_if { |k, _| k != :plum }
p h.to_a, h.shift, h.shift, h.empty?, {}.empty?
a = { x: 1, y: { z: 2 } }
b = { y: { z: 2 }, x: 1 }
p a == b, a.eql?(b), a.hash == b.hash, a > { x: 1 }, { x: 1 } <= a, a.equal?(a.dup)
nested = { 1 => "one", nil => "nil", [1, 2] => "array", 1.5 => "float", "s" => "string", 2**70 => "big" }
p nested[1], nested[nil], nested[[1, 2]], nested[1.5], nested["s"], nested[2**70], nested[1.0]
order = {}
%w[z a m].each { |k| order[k] = k }
order.delete("a")
order["a"] = 1
p order.keys, order.sort.map(&:first), order.min, order.each_with_index.map { |(k, _), i| "#{i}#{k}" }
deep = ->(x, y) { x.merge(y) { |_, p, q| p.is_a?(Hash) ? deep.(p, q) : q } }
p deep.({ a: { b: 1, c: 2 } }, { a: { c: 3 } }).dig(:a).to_a
counts = "mississippi".each_char.tally
p counts.sort_by { |c, n| [-n, c] }, counts.sum { |_, n| n }, counts.filter_map { |c, n| c if n > 1 }, counts.values.max, counts.find_all { |_, n| n == 4 }
frozen_key = +"key"
table = { frozen_key => 1 }
frozen_key << "!"
p table["key"], table.keys.first.frozen?
