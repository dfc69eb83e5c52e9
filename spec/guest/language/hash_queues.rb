# == In and out of a large hash
def check(hash, list)
  p hash.size, hash.first, hash.to_a == list, hash.keys.first, hash.length == list.size
end
list = Array.new(500) { |i| [i, -i] }
hash = list.to_h
300.times { p hash.shift == list.shift }
check hash, list
2000.times do |i|
  pair = hash.shift
  hash[pair[0]] = pair[1]
  list << list.shift
  next unless i % 97 == 0

  gone = list.delete_at(i % list.size)
  hash.delete(gone[0])
  hash[-i - 1] = nil
  list << [-i - 1, nil]
end
check hash, list
100.times { hash.delete(list.shift[0]) }
check hash, list
50.times { |i| hash.delete(list.delete_at(i)[0]) }
check hash, list
hash.compact!
list.reject! { |pair| pair[1].nil? }
check hash, list
30.times { hash.shift == list.shift or puts "no" }
copy = hash.dup
copy.shift
check hash, list
check copy, list.drop(1)
hash.rehash
check hash, list
hash.delete_if { |key, _| key.odd? }
list.reject! { |pair| pair[0].odd? }
20.times { hash.shift == list.shift or puts "no" }
check hash, list
hash.shift until hash.empty?
p hash.shift, hash, hash.size
hash[:again] = 1
p hash.shift, hash
both = Array.new(100) { |i| [i, i] }.to_h
both.each { |key, _| both.delete(key) if key < 60 }
p both.shift, both.first, both.size
both[0] = 5
both.replace(both.to_a.reverse.to_h)
p both.shift, both.shift, both.first

# == The first pair
p({}.first, { nil => nil }.first, { a: 1 }.first, { a: 1, b: 2 }.first(1), {}.first(2), Hash.new(5).first)
p (({ a: 1 }.first(-1)) rescue $!.message), (({ a: 1 }.first(1, 2)) rescue $!.message)
queue = Array.new(100) { |i| [i, i * i] }.to_h
200.times do |i|
  key, = queue.first
  queue.delete(key)
  queue[key + 100] = i
end
p queue.first, queue.size, queue.keys.first, queue.compare_by_identity.first
Named = Class.new(Hash) { def each = yield([:own, 1]) }
p Named[{ a: 1 }].first

# From the last one on, and then the first.
h = {}; 2_000.times { |i| h[i] = i }; (0..1_000).reverse_each { |i| h.delete(i) }
p h.first, h.shift, h.first, h.size, h.keys.first(2)
h[:new] = 1
(1_002..1_990).to_a.reverse.each { |i| h.delete(i) }
p h.first, h.first, h.shift, h.shift, h.to_a.last(2), h.size
h.clear
p h.first; h[1] = 2; p h.first
