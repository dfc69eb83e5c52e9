# == Methods
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

# == Default procs
# Hash.new with blocks, autovivification, counters, caches, compare_by_identity, nested access.
count = Hash.new(0)
"mississippi".each_char { |c| count[c] += 1 }
p count.to_a, count["z"], count.size, count.fetch("z", :none), count.default, count.sort_by { |k, v| [-v, k] }.first(2)
lists = Hash.new { |h, k| h[k] = [] }
%w[apple avocado banana blueberry cherry].each { |w| lists[w[0].to_sym] << w }
p lists.keys, lists[:a], lists[:x], lists.key?(:x), lists.dig(:b, -1), lists.transform_values(&:size).to_a
tree = Hash.new { |h, k| h[k] = Hash.new(&h.default_proc) }
tree[:a][:b][:c] = 1
tree[:a][:d] = 2
p tree[:a].keys, tree[:a][:b][:c], tree.dig(:a, :b, :c), tree[:q][:r].size, tree.keys
flatten = ->(h, prefix = nil) { h.flat_map { |k, v| key = [prefix, k].compact.join("."); v.is_a?(Hash) && v.any? ? flatten.(v, key) : [[key, v.is_a?(Hash) ? nil : v]] } }
p flatten.(tree)
shared = Hash.new([])
shared[:a] << 1
shared[:b] += [2]
p shared[:zzz], shared.keys, shared.size
square = Hash.new { |h, n| n.is_a?(Integer) ? h[n] = n * n : raise(KeyError, "no #{n.inspect}") }
p square[4], square.fetch(5) { |k| k }, square.values_at(2, 3), square.keys, (square["x"] rescue $!.message), [1, 2].map(&square), square.to_proc.call(6), square.default_proc.arity, square.default_proc.lambda?
square.default = :fallback
p square[100], square.default_proc, square.default
h = { b: 1, a: 2 }
h.default_proc = proc { |_, k| "#{k}?" }
p h[:c], h.to_a, h.dup[:d], h.merge(c: 1)[:e], h.select { true }[:f], h.sort.to_h[:g].inspect, h.to_h[:i], h.reject { false }[:j], h.default(:k), h.default
h.default_proc = nil
p h[:c]
begin
  h.default_proc = 5
rescue TypeError => e
  p e.class
end

id = {}.compare_by_identity
k1, k2 = "key".dup, "key".dup
id[k1] = 1
id[k2] = 2
p id.size, id[k1], id["key".dup], id.compare_by_identity?, { k1 => 1, k2 => 2 }.size
mutable = [1]
keyed = { mutable => :found }
mutable << 2
p keyed.rehash[[1, 2]], keyed.key?(mutable)
str = +"abc"
frozen = { str => 1 }
str << "d"
p frozen.keys, frozen["abc"], frozen.keys[0].frozen?, str.frozen?
config = { db: { primary: { host: "a", port: 1 }, replicas: [{ host: "b" }, { host: "c", port: 3 }] } }
p config.dig(:db, :replicas, 1, :port), config.dig(:db, :nope, :x), config[:db][:replicas].map { |r| r.fetch(:port, 5432) }, config.fetch(:db).fetch(:primary).fetch_values(:host, :port), (config.fetch(:cache) rescue "#{$!.class} #{$!.key.inspect}"), config.dig(:db, :replicas).sum { |r| r[:port].to_i }
deep_merge = ->(a, b) { a.merge(b) { |_, x, y| x.is_a?(Hash) && y.is_a?(Hash) ? deep_merge[x, y] : x.is_a?(Array) && y.is_a?(Array) ? x | y : y } }
merged = deep_merge[config, { db: { primary: { port: 9, ssl: true }, replicas: [{ host: "z" }] }, log: :debug }]
p merged[:db][:primary].to_a, merged[:db][:replicas].size, merged.keys, config[:db][:primary][:port]
symbolize = ->(v) { case v when Hash then v.to_h { |k, x| [k.to_sym, symbolize[x]] } when Array then v.map(&symbolize) else v end }
p symbolize[{ "a" => [{ "b" => 1 }], "c" => { "d" => nil } }] == { a: [{ b: 1 }], c: { d: nil } }
users = [{ name: "Ann", role: :admin, age: 31 }, { name: "Bob", role: :user, age: 25 }, { name: "Cyd", role: :user, age: 40 }]
p users.to_h { |u| [u[:name], u.except(:name)] }["Bob"].to_a, users.group_by { _1[:role] }.transform_values { |l| l.sum { |u| u[:age] } }.to_a, users.each_with_object({}) { |u, m| (m[u[:role]] ||= []) << u[:name] }.to_a, users.map { |u| u.slice(:name, :age) }.map(&:values), users.sum { |u| u[:age] }, users.min_by { |u| u[:age] }[:name], users.partition { |u| u[:age] > 30 }.map(&:size), users.reduce({}) { |a, u| a.merge(u[:name][0].to_sym => u[:age]) }.to_a, users.find { |u| u in { role: :user, age: 30.. } }[:name]
a = { x: 1, y: 2, z: 3 }
p a.filter_map { |k, v| k if v.odd? }, a.each_with_index.map { |(k, v), i| [k, v * i] }, a.min_by { |_, v| -v }, a.sum { |_, v| v }, a.find { |_, v| v > 1 }, a.any? { |k, v| k == :y && v == 2 }, a.all?(Array), a.count, a.invert.to_a, a.key(3), a.rassoc(2), a.delete_if { |_, v| v == 2 }.keys, a.compact.size, a.reject! { false }, a.select! { true }, a.update(w: 0).keys, a.filter { |_, v| v < 1 }.keys, a.sort_by { |k, _| k }.first, a.each_slice(2).to_a, a.flat_map { |k, v| [k] * v }, a.zip([1]).first, a.inject { |m, x| m + x }, a.shift, a.to_a.transpose, a.length, a.store("k", 1), a.keys.last.frozen?, a.clear.empty?, a.first, a.max_by { 1 }, a.dig(:q)
h = { a: 1 }
h.each { |k, v| h[k] = v + 1 }
p h.to_a, (h.each { |k, _| h[:"#{k}2"] = 1 } rescue "cannot add while iterating"), h.delete(:a), Hash[[[:k, :v]]].to_a, Hash["a", 1, "b", 2].to_a, [[1, 2]].to_h.to_a, %i[a b].zip([1, 2]).to_h.to_a, %w[a b].each_with_index.to_h.to_a, Hash.new.tap { |x| x[nil] = 0 }[nil], { nil => 1, 1.0 => 2, 1 => 3, [1] => 4 }.values_at(nil, 1, 1.0, [1]), { a: 1 }.eql?({ a: 1.0 }), { a: 1 } == { a: 1.0 }, { 1 => :a }.key?(1.0), {}.sum, {}.max, { a: nil }.compact, { a: 1 }.any?, {}.none?, { b: 1, a: 2 }.min, { a: [1, 2] }.sum { |_, v| v.sum }

# == Transformations
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
# == What compares, converts and refuses
# Needs Ruby 3.3: order of comparisons
h = { 1 => :a, b: 2 }
p h.assoc(1.0), h.rassoc(2.0), h.invert, h.except(:b), Class.new(Hash)[a: 1].except(:a).class, Class.new(Hash)[a: 1].invert.class, Class.new(Hash)[a: 1].to_h.class
p({ x: 1 }.map(&->(k, v) { [v, k] }), { a: 1, b: 2 }.select { |k| k == :a }, { a: 1, b: 2 }.reject { |k| k == :a }, { a: 1 }.to_h { |k| [k, 1] })

p({ a: 1 }.update, { a: 1 }.merge)
i = {}.compare_by_identity
i["a"] = 1
p i.select { true }.compare_by_identity?, i.reject { false }.compare_by_identity?, i.transform_values { 2 }.compare_by_identity?, i.compact.compare_by_identity?
%i[delete_if keep_if select! reject! filter! transform_values! transform_keys! compact!].each do |name|
  {}.freeze.__send__(name) { true }
  p name
rescue FrozenError => e
  puts "#{name}: #{e.class}"
end
[-> { Hash.new.default_proc = 1 }, -> { Hash.new.default_proc = ->(a) { } }, -> { { a: 1 } < 1 }, -> { Hash[[1]] }, -> { Hash[[[1, 2, 3]]] }, -> { [1].to_h }, -> { { a: 1 }.to_h { 1 } }, -> { [[1, 2, 3]].to_h }, -> { [[1, 2]].each_entry.to_h { |*| 5 } }].each do |call|
  call.call
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end
