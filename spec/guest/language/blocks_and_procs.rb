# == Blocks, procs and lambdas
def twice
  return "no block" unless block_given?

  yield 1
  yield 2
end

puts twice
twice { |x| puts "got #{x}" }
def explicit(&block) = block
p explicit.nil?, explicit { 1 }.call, explicit(&:upcase).call("abc")

def yielder
  yield 1, 2, 3
end
yielder { |a| p a }
yielder { |a, b| p [a, b] }
yielder { |a, *b| p [a, b] }
yielder { |a, b, c, d| p [a, b, c, d] }
def array_yielder = yield([1, [2, 3]])
array_yielder { |a| p a }
array_yielder { |a, (b, c)| p [a, b, c] }
array_yielder { |a, b| p [a, b] }

def early
  [1, 2, 3].each { |x| return x * 100 if x == 2 }
  :never
end
p early
l = lambda { |x| return x * 2 }
p l.call(4)
def proc_return
  pr = Proc.new { return :from_proc }
  pr.call
  :after
end
def lambda_return
  la = -> { return :from_lambda }
  la.call
  :after
end
p proc_return, lambda_return

p [1, 2, 3, 4].each_with_index.map { |x, i| next 0 if i.odd?; x }
p (1..Float::INFINITY).each { |x| break x if x * x > 50 }
p [[1, 2], [3, 4]].map { |a, b| a + b }, [[1, [2, 3]]].map { |a, (b, c)| a + b + c }
p [1, 2, 3].map { _1 + 1 }, [[1, 2], [3, 4]].map { _1 * _2 }, { a: 1 }.map { |k, v| [k, v] }
begin
  ->(a, b) {}.call(1)
rescue ArgumentError => e
  puts e.message
end
p proc { |a, b| [a, b] }.call(1), proc { |a, b| [a, b] }.call(1, 2, 3), proc { |a| a }.call(1, 2)
p proc { |x| x }.arity, proc { |x, y| }.arity, lambda { |*x| }.arity, proc { |x, y = 1| }.arity, lambda { |x, y = 1| }.arity
p l.lambda?, proc {}.lambda?, :upcase.to_proc.call("q"), %w[a b].each_with_index.to_a
counter = 0
increment = -> { counter += 1 }
3.times(&increment) rescue 3.times { increment.call }
p counter
compose = method(:Integer) >> ->(x) { x * 2 } >> :to_s.to_proc
p compose.call("21")
case 7
when :even?.to_proc then puts "even"
when ->(n) { n > 5 } then puts "big"
end
def with_resource
  puts "open"
  yield :resource
ensure
  puts "close"
end
p with_resource { |r| "used #{r}" }
p [3, 1].each_with_object({}).class, [4, 5].each_with_index.with_index(10).map { |(x, i), j| [x, i, j] }
def nested = yield(->(x) { yield_self { x + 1 } })
p nested { |f| f.call(1) }
z = 5
add = ->(x, y = z) { x + y }
z = 50
p add.(1), add.curry.(1), add.curry(2).(1).(2)
p %w[x y].zip([1, 2]).each_with_object([]) { |(name, n), memo| memo << name * n }
def block_to_proc(&b) = b
pr = block_to_proc { |x, y| "#{x}-#{y}" }
p pr.call([1, 2]), pr.yield(3, 4), pr === 5, pr.parameters
p (begin; [1, 2].fetch(10) { |i| "default #{i}" }; end), Array.new(3) { |i| i * i }, Hash.new { |h, k| h[k] = k * 2 }[4]

# == Composition and currying
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

# == What a block is given
# What a block of each shape is given by each way to call it, from nothing to more than it takes.
def bare = yield
def assigned
  value = yield
  value
end
def in_array = [yield]
def in_text = "#{yield}"
def by_default(value = yield) = value
def by_keyword(value: yield) = value
def in_condition = yield ? 1 : 2
def ensured
  yield
ensure
  1
end
def in_block = [1].map { return yield }
def called(&block) = block.call
def dotted(&block) = block.()
def in_brackets(&block) = block[]
def method_yield(&block) = block.yield
def splatted = yield(*[])
def twice_splatted = yield(*[], *nil)
def with_parameters(a = 1, *rest, k: 2, &block) = yield
def passed_on(&block) = bare(&block)
def with_nil = yield(nil)

SHAPES = ["|*x|", "|a, *x|", "|a, b = 2, *x|", "|*x, a|", "|a|", "|a, b|", "|a = 5|", "|*|", "|(a, *b)|", "|*x, k: 9|", "|*x, **k|", "|k: 7|",
          "|a, *x, &b|", "|*x, &b|", "|a = 1, b = 2|", "|a, (b, *c), d|", "|a, b = 3, *c, d|", ""].freeze
BARE = %i[bare assigned in_array in_text by_default by_keyword in_condition ensured in_block called dotted in_brackets
          method_yield splatted twice_splatted with_parameters passed_on with_nil].freeze
LISTS = [[], [nil], [1], [[1, 2]], [1, 2, 3], [[]], [[], 1], [[nil]], [[[1]]], [1, [2, 3], 4], (1..14).to_a, (1..15).to_a, (1..16).to_a,
         (1..20).to_a, [(1..20).to_a]].freeze

def result
  yield
rescue ArgumentError => e
  e.message
end

def give(list) = yield(*list)
def give_call(list, &block) = block.call(*list)

SHAPES.each do |shape|
  body = "[#{shape.scan(/(?<![=\d] )\b[a-z]\b/).uniq.join(", ")}]"
  block = eval("proc { #{shape} #{body} }")
  strict = eval("lambda { #{shape} #{body} }")
  BARE.each { |name| puts "#{name} #{shape} #{result { send(name, &block) }.inspect} #{result { send(name, &strict) }.inspect}" }
  LISTS.each do |list|
    puts "#{list.inspect} #{shape} " + [block, strict].flat_map { |given| [result { give(list, &given) }, result { give_call(list, &given) }] }.inspect
  end
  (0..20).each do |count|
    list = Array.new(count) { |i| i }.join(", ")
    given = [block, strict].map { |callee| result { eval("->(&b) { b.call(#{list}) }").call(&callee) } }
    yielded = eval("def self.give_#{count} = yield(#{list}); result { give_#{count}(&block) }")
    puts "#{count} #{shape} #{[*given, yielded].inspect}"
  end
end
