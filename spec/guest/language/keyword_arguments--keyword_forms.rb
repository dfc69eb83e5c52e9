# Keyword arguments in every form a method, block or lambda takes them.
def both(a, b = a * 2, *rest, c, k:, o: k + 1, **others, &blk)
  [a, b, rest, c, k, o, others.keys, blk&.call].inspect
end
puts both(1, 2, k: 3)
puts both(1, 2, 3, 4, 5, k: 3, o: 0, x: 9) { :called }
opts = { k: 1, z: 2 }
puts both(*[1, 2], **opts, y: 3)

def only(**opts) = opts.map { |k, v| "#{k}=#{v}" }.join("&")
puts only(a: 1, "b": 2), only(**{ c: 3 }), only.empty?

def last_hash(options = {}) = options.size
puts last_hash(a: 1, b: 2), last_hash({ a: 1 }), last_hash

def anonymous_block(&) = [1, 2].map(&)
puts anonymous_block { |x| x + 1 }.inspect

def forward(...) = both(...)
puts forward(1, 2, k: 3) { 4 }

x = 1
y = 2
def pair(x:, y:) = x - y
puts pair(x:, y:)
puts({ x:, y: }.values.inspect)

sum = ->(a, b = 10, *more, scale: 1, **) { (a + b + more.sum) * scale }
puts sum.(1), sum.call(1, 2, 3, scale: 2), sum[1, 1, ignored: 1]
puts [[1, { k: 2 }]].map { |a, h| a + h[:k] }.inspect
[{ id: 1, tag: "a" }].each { |row| row => { id:, tag: }; puts id, tag }

def need(a, b:, c: 5) = [a, b, c].inspect
[-> { need(1) }, -> { need(1, b: 2, d: 3) }, -> { need(b: 2) }, -> { need(1, 2, b: 3) }].each do |call|
  puts call.call
rescue ArgumentError => e
  puts "#{e.class}"
end

def nils(a: nil, b: false) = [a.nil?, b].inspect
puts nils, nils(a: 1, b: true)

def defaults(a, b: a + 1, c: b * 2) = [a, b, c].inspect
puts defaults(1), defaults(1, c: 0), defaults(1, b: 5)

def splat_mid(first, *middle, last) = "#{first}|#{middle.join(",")}|#{last}"
puts splat_mid(1, 2), splat_mid(1, 2, 3, 4)
def with_hash(h, k: 0) = "#{h.size} #{k}"
puts with_hash({ "s" => 1 }, k: 2), with_hash({ k: 1 })
