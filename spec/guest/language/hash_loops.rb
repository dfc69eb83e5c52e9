# == What the block sets and deletes
# Loops over a Hash go through its pairs in place.
def pairs = { a: 1, b: 2, c: 3 }
h = pairs
h.each { |k, v| h[:b] = 99 if k == :a; p [k, v] }
h.each { |pair| h.delete(:c) if pair[0] == :a; p pair }
h = pairs
p h.map { |k, v| h[:c] = 7; v }
p h.each_value.map { |v| h[:b] = 8; v }
h.each_key { |k| h.delete(:b); p k }
h = pairs
h.each_value { |v| h[:b] = 8; p v }
h = pairs
p h.select { |k, v| h[:c] = 10; v > 2 }, h.reject { |k, v| h[:c] = 11; v > 2 }
p h.any? { |k, v| h[:c] = 12; v > 11 }, h.all? { |k, v| h[:c] = 13; v < 13 }, h.none? { |k, v| h[:c] = 14; v > 13 }
p h.count { |k, v| h[:c] = 14; v > 13 }, h.find { |k, v| h[:c] = 15; v > 14 }, h.sum { |k, v| h[:c] = 100; v }
p h.each_with_index.map { |(k, v), i| h[:c] = 5 + i; v }, h.find_index { |k, v| h[:c] = 200; v == 200 }
p h.each_with_object([]) { |(k, v), all| h[:c] = 50; all << v }, h.take_while { |k, v| h[:c] = 51; v < 51 }
p h.filter_map { |k, v| h[:c] = 52; v }, h.partition { |k, v| h[:c] = 53; v > 52 }
p h.group_by { |k, v| h[:c] = 54; v }, h.transform_values { |v| h[:c] = 55; v }, h.to_h { |k, v| h[:c] = 56; [k, v] }
h.delete_if { |k, v| h[:c] = 0; v == 0 }
p h
h.keep_if { |k, v| h[:b] = 1; v == 1 }
p h
h = pairs
h.transform_values! { |v| h[:c] = 60; v }
p h
h = pairs
p(h.each { |k, v| h.clear; p k })
h = pairs
h.each { |k, v| h.shift; p k }
h = pairs
h.each { |k, v| h.delete(k); begin; h[k] = v; rescue => e; p e; end; p k }
p h

# == Of many pairs
# Needs Ruby 3.3: what compare_by_identity says
h = {}
20.times { |i| h[i] = i }
h.each { |k, v| h.delete(k) if k.even?; h[k + 1] = -1 if h.key?(k + 1); print v, " " }
puts
p h
h.each { |k, v| h.delete(k + 2); print k, " " }
puts
h.each_pair { |k, v| begin; h.compare_by_identity; rescue => e; p e; end; break }
h.each_pair { |k, v| begin; h.rehash; rescue => e; p e; end; break }
h.each_pair { |k, v| begin; h.replace({}); rescue => e; p e; end; break }
p(h.each_pair { |k, v| h.merge!({ k => 5 }); break h })
h.any? { |k, v| begin; h[:new] = 5; rescue => e; p e; end; true }
h.each_with_index { |pair, i| begin; h[:new] = 5; rescue => e; p e; end; break }
{ a: 1 }.then { |g| g.each { g.each { begin; g[:b] = 1; rescue => e; p e; end } } }

# == Left and taken up again
def pairs = { a: 1, b: 2, c: 3 }
h = pairs
steps = h.each
p steps.next
h[:b] = 5
p steps.next
h.delete(:c)
p((begin; steps.next; rescue StopIteration; :end; end))
h = pairs
f = Fiber.new { h.each { |k, v| Fiber.yield k, v }; :done }
p f.resume, h.delete(:b), f.resume, f.resume
h = pairs
p h.each { |k, v| break v if v == 2 }, catch(:out) { h.each_value { |v| throw :out, v } }
p h.find { |k, v| k == :b }, h.find(-> { :none }) { false }, h.detect { |pair| pair == [:a, 1] }
p h.any?, {}.any?, h.any?([:a, 1])
p h.count([:a, 1]), h.count, h.all?(Array), h.none?([:z, 1]), h.find_index([:b, 2]), h.find_index { |k, v| v == 3 }
both = lambda { |k, v| v }
p h.map(&both), (h.any?(&both) rescue $!.class), (h.filter_map(&both) rescue $!.class)
p h.each_with_index.to_a, h.each_with_object([]).to_a
p h.invert, h.assoc(:b), h.rassoc(3), h.transform_values(&:to_s), h.min_by { |k, v| -v }, h.group_by { |k, v| v.odd? }

# == In fibers, and by comparisons
def tell
  p yield
rescue => e
  puts "#{e.class}: #{e.message}"
end
h = { a: 1, b: 2, c: 3 }
f = Fiber.new { h.each { |k, v| Fiber.yield k; tell { h["#{k}x"] = 1 } } }
f.resume
3.times { f.resume }
p h.size, f.alive?

class Key
  attr_writer :to

  def ==(other) = (@to && @to[Key.new] = 1) || super
  def hash = 1
end
[:assoc, :rassoc].each do |name|
  key = Key.new
  g = { key => key }
  key.to = g
  tell { g.public_send(name, 5) }
end
