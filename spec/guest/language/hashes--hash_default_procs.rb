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
