# Composition, currying, method references, reduce, partial application.
add = ->(a, b) { a + b }
inc = add.curry[1]
double = proc { |x| x * 2 }
puts (inc >> double).call(5), (inc << double).call(5), [1, 2, 3].map(&inc).inspect, (:upcase.to_proc >> :reverse.to_proc).call("abc")
compose = ->(*fns) { fns.reduce { |f, g| f >> g } }
slug = compose.(:strip.to_proc, :downcase.to_proc, ->(s) { s.tr(" ", "-") }, method(:String))
puts slug.call("  Hello Big World "), %w[1 2 3].map(&method(:Integer)).sum, [4, 9].map(&Math.method(:sqrt)).inspect
volume = ->(l, w, h) { l * w * h }
puts volume.curry[2][3][4], volume.curry.(2, 3).(4), volume.curry.arity, volume.arity, volume.lambda?, double.lambda?, double.arity
puts proc { |a, (b, c), *d, e: 5| [a, b, c, d, e] }.call(1, [2, 3], 4, e: 6).inspect, proc { |a, b| "#{a}#{b}" }.call([1, 2]), ->(*a) { a.size }.call([1, 2])
tee = ->(&f) { ->(x) { f.call(x); x } }
log = []
puts [1, 2].map(&tee.call { |x| log << x } >> double).inspect, log.inspect
memo = ->(f) { cache = {}; ->(n) { cache.fetch(n) { cache[n] = f.(n) } } }
calls = 0
slow = memo.(->(n) { calls += 1; n**2 })
puts 3.times.map { slow[4] }.inspect, calls
y = ->(f) { ->(x) { x.(x) }.(->(x) { f.(->(v) { x.(x).(v) }) }) }
puts y.(->(fact) { ->(n) { n.zero? ? 1 : n * fact.(n - 1) } }).(10)
counter = Enumerator.produce(1, &:succ)
puts counter.lazy.map { _1 * 3 }.select(&:even?).first(3).inspect, (1..4).inject(:*), (1..4).each_with_object([]) { |n, a| a.unshift(n) }.inspect
pipeline = [[:select, :even?.to_proc], [:map, ->(x) { x * x }], [:reject, ->(x) { x > 50 }]]
puts pipeline.reduce(1..10) { |data, (step, fn)| data.public_send(step, &fn) }.inspect
puts [[1, 2], [3, 4]].map { |a, b| a * b }.inspect, [[1, [2, 3]]].each { |a, (b, c)| puts a + b + c }.size, { a: 1 }.map { |k, v| [k, v] }.inspect
def yielder = yield(1, 2, 3)
yielder { |a, *b| puts a, b.inspect }
yielder { |a, b| puts a + b }
def block_to_proc(&b) = b
pr = block_to_proc { |x = 5, y: 2| x * y }
puts pr.call, pr.call(1, y: 9), pr.curry.call(3)
puts %w[apple fig].to_h { |w| [w, w.size] }.sum { |_, n| n }, %w[a b].zip([1, 2]).flatten.inspect, [3, 1].then { |a, *| a }.inspect, 5.tap { |x| puts x }.succ
gen = (1..3).each_entry
puts gen.next + gen.next, [1, 2, 3, 4].partition(&:even?).inspect, (1..6).each_slice(2).map(&:sum).inspect, [1, 2, 3].each_cons(2).map { |a, b| b - a }.inspect
