def all(a, b = a * 2, *rest, c, k:, l: k + 1, **opts, &blk)
  [a, b, rest, c, k, l, opts.to_a, blk&.call].inspect
end
puts all(1, 2, k: 3), all(1, 2, 3, k: 3, l: 0), all(1, 2, 3, 4, 5, k: 3, z: 9) { :block }
opts = { k: 1, "s": 2 }
puts all(1, 2, **opts), all(*[1, 2, 3], **opts, **{ l: 8 }), all(*1..4, **opts, k: 7)

def only_options(options = {}) = options.to_a.inspect
def only_keywords(**options) = options.to_a.inspect
def no_keywords(a, **nil) = a
puts only_options(a: 1), only_options({ a: 1 }), only_keywords(a: 1), only_keywords(**{}), only_options(**{})
puts (no_keywords(a: 1) rescue "no keywords accepted")

def errors
  yield
rescue ArgumentError => e
  e.message
end
puts errors { all(1, 2) }, errors { all(1, k: 1) }, errors { only_keywords({ a: 1 }) }
def strict(x:, y:, z: 0) = x + y + z
puts errors { strict(x: 1) }, errors { strict }, errors { strict(x: 1, y: 2, w: 3) }, errors { strict(x: 1, y: 2, w: 3, v: 4) }, strict(y: 1, x: 2)
x = 10
y = 20
puts strict(x:, y:), strict(x:, y:, z: 5)
h = { x:, y: }
puts h.to_a.inspect

def forward(...) = all(...)
def forward_some(first, ...) = all(first * 10, ...)
puts forward(1, 2, k: 5) { 6 }, forward_some(1, 2, k: 0)
def anonymous_block(&) = [1, 2].map(&)
puts anonymous_block { |v| v + 1 }.inspect

sum = ->(a, b = 2, *c, d:, e: 5, **f) { [a, b, c, d, e, f.to_a] }
puts sum.(1, d: 4).inspect, sum[1, 2, 3, d: 4, g: 6].inspect, sum.parameters.map(&:first).first(3).inspect, sum.lambda?
block = proc { |a, (b, *c), k: 0| [a, b, c, k] }
puts block.call(1, [2, 3, 4], k: 5).inspect, block.call([1, [2]]).inspect, block.call.inspect
puts [[1, { k: 2 }], [3, { k: 4 }]].map { |n, options| n * options[:k] }.inspect
puts [{ x: 1, y: 2 }, { x: 3, y: 4 }].map { |point| strict(**point) }.inspect

class Base
  def initialize(name:, size: 1, **rest)
    @line = "#{name} #{size} #{rest.to_a}"
  end
  attr_reader :line
end
class Child < Base
  def initialize(color: "red", **options)
    super(**options, extra: color)
  end
end
class Same < Base
  def initialize(name:, size: 3, flag: true) = super
end
puts Child.new(name: "a").line, Child.new(name: "b", size: 2, color: "blue", z: 1).line, Same.new(name: "c").line
def nested(point: { x: 0 }, list: [1], fn: ->(v) { v }) = [point[:x], list.sum, fn.(9)]
puts nested.inspect, nested(point: { x: 5 }, fn: :succ.to_proc).inspect
def order(a = 1, b = (c = 2; a + c), d: b * 2, e: d + b) = [a, b, d, e]
puts order.inspect, order(5).inspect, order(5, 6, e: 0).inspect, order(d: 1).inspect
def last_hash(*args) = args.last.is_a?(Hash) ? args.last.keys : :none
puts last_hash(1, a: 2).inspect, last_hash(1, "b" => 2).inspect, last_hash(1).inspect, last_hash("a" => 1, b: 2).inspect
