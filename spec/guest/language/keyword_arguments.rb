# == Methods
def required(a:, b:) = "#{a}/#{b}"
def optional(a, b = a * 2, *rest, c:, d: c + 1, **others, &block)
  "#{a} #{b} #{rest.inspect} #{c} #{d} #{others.map { |k, v| "#{k}=#{v}" }.join(',')} #{block&.call}"
end

puts required(a: 1, b: 2), required(b: :y, a: :x)
puts optional(1, c: 3), optional(1, 2, 3, 4, c: 5, d: 6, e: 7, "f": 8) { "block" }
options = { c: 10, z: 1 }
puts optional(0, **options), optional(0, **options, c: 11), optional(*[1, 2, 3], **options)

begin
  required(a: 1)
rescue ArgumentError => e
  puts e.message
end
begin
  required(a: 1, b: 2, c: 3)
rescue ArgumentError => e
  puts e.message
end
begin
  required(1, 2)
rescue ArgumentError => e
  puts e.class
end

def hash_last(a, options = {}) = "#{a} #{options.size}"
puts hash_last(1, x: 1, y: 2), hash_last(1, { x: 1 }), hash_last(1)

def splat(*args, **kw) = "#{args.size} positional, #{kw.size} keyword"
puts splat(1, 2, a: 1), splat({ a: 1 }), splat(**{}), splat({}), splat(*[1, { b: 2 }])

def forward(...) = optional(...)
puts forward(1, 2, c: 3) { :forwarded }
def pass_on(*args, **kw, &block) = optional(*args, **kw, &block)
puts pass_on(9, c: 1, q: 2)
x = 1
y = 2
puts required(a: x, b: y)
def shorthand(x:, y:) = x + y
puts shorthand(x:, y:)

l = ->(a, b = 2, *c, d:, e: 5, **f) { [a, b, c, d, e, f.size] }
p l.call(1, d: 4), l.(1, 2, 3, d: 4, g: 1), l.parameters.map(&:first), l.arity
p method(:optional).parameters.map { |kind, name| name }, method(:required).arity
blk = proc { |a, (b, c), *d, e: 0| [a, b, c, d, e] }
p blk.call(1, [2, 3], 4, e: 5), blk.call([1, [2, 3]])
def defaults(a = 1, b = a + 1, c: b + 1) = [a, b, c]
p defaults, defaults(5), defaults(5, 6), defaults(c: 0)
def middle(a, *b, c) = [a, b, c]
p middle(1, 2), middle(1, 2, 3, 4)
def opt_then_required(a, b = :default, c) = [a, b, c]
p opt_then_required(1, 2), opt_then_required(1, 2, 3)
def anonymous_block(&) = [1, 2].map(&)
p anonymous_block { |v| v + 1 }
(first, (second, *third)), last = [1, [2, 3, 4]], 5
p first, second, third, last
a, *b, c = *1..5
p a, b, c
*init, tail = [1, 2, 3]
p init, tail
h = { a: 1, **{ b: 2 }, c: 3 }
p h.keys, h.values

# == Everywhere
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

# == Every form
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

# == Counts
# Calls with one to three hundred keywords, each of which arrives: what a call carries by itself ends at fourteen.
def all(*list, **options, &block) = [list.size, options.size, options.keys.last.to_s, block&.call]
def plain(first, second = {}, *rest) = [first, second.size, rest.size]
def named(k1: 0, k2: 0, **rest) = [k1, k2, rest.size]
def required(k1:, **) = k1
RECORD = Struct.new(*(1..310).map { |i| :"k#{i}" }, keyword_init: true)
LAMBDA = ->(*list, **options) { [list.size, options.size] }
DEFINED = Class.new { define_method(:call) { |*list, **options, &block| [list.size, options.size, block&.call] } }

class Missing
  def method_missing(name, *list, **options, &block) = [name, list.size, options.size, block&.call]
  def respond_to_missing?(*) = true
end

class Upper
  def call(*list, **options, &block) = [list.size, options.size, options.values.last, block&.call]
end

class Bare < Upper
  def call(*list, **options) = super
end

class Filled < Upper
  def call(*list, **options) = super(*list, **options) { 4 }
end

class Kept < Upper
  def call(first = nil, k1: 0, **rest) = super
end

def given(count)
  words = (1..count).map { |i| "k#{i}: #{i}" }.join(", ")
  fourteen = (1..14).to_a.join(", ")
  twenty = (1..20).to_a.join(", ")
  yield "all(#{words})", "all(1, #{words})", "all(*[1, 2], #{words})", "all(#{words}, **{ z: 1 })", "all(**{ z: 1 }, #{words})",
        "all(1, *[2], #{words}) { 7 }", "all(#{words}, &-> { 8 })", "all(#{fourteen}, #{words}) { 9 }",
        "all(#{twenty}, #{words}) { 9 }", "all(*[1] * 14, #{words}) { 9 }", "plain(1, #{words})", "named(#{words})",
        "required(#{words})", "RECORD.new(#{words}).to_h.compact.size", "RECORD.new(**{ k300: 1 }, #{words}).to_h.compact.size",
        "Missing.new.any(#{words}) { 3 }", "Missing.new.any(1, #{words})", "LAMBDA.(1, #{words})", "LAMBDA.call(*[1] * 3, #{words})",
        "DEFINED.new.call(1, #{words}) { 2 }", "Bare.new.call(1, #{words}) { 6 }", "Filled.new.call(1, #{words})",
        "Kept.new.call(1, #{words}) { 6 }", "Kept.new.call(#{words})", "send(:all, 1, #{words}) { 5 }", "method(:all).call(1, #{words})",
        "method(:all).to_proc.(1, #{words})", "[].push(#{words})[0].size", "[].push(1, 2, #{words}).size", "[].push(#{fourteen}, #{words}).last.size",
        "[].push(#{twenty}, #{words}).last.size", "[].unshift(1, #{words}).last.size", "[0].concat([#{words}]).last.size",
        "{ #{words} }.size", "[{ #{words} }].size", "format('%<k1>d', #{words})", "Hash[a: 1, #{words}].size", "{ a: 1 }.merge(#{words}).size",
        "[[1, 2]].map { |a, b| all(a, b, #{words}) }", "1.then { |x| all(x, #{words}) }", "instance_exec(1, #{words}) { |a, **k| k.size }",
        "Fiber.new { |a, **k| k.size }.resume(1, #{words})", "->(&b) { b.(#{words}) }.call { |**k| k.size }",
        "->(&b) { b.(1, #{words}) }.call { |*a| [a.size, a.last.size] }"
end

[*1..34, 49, 50, 51, 63, 64, 65, 99, 100, 127, 128, 150, 200, 255, 256, 257, 300].each do |count|
  given(count) { |*calls| puts "#{count}: #{calls.map { |call| eval(call).inspect }.join(" ")}" }
end

# Keywords that are none.
def none(**options) = all(1, **options)
def only(value) = value
empty = {}
p none, all(**{}), all(1, **empty, **{}), [].push(**empty), [].push(1, **{}), LAMBDA.(**empty), DEFINED.new.call(**empty) { 1 }
p [-> { only(**{}) }, -> { only(**empty) }, -> { only(**empty, **empty) }].map { |call| (call.call rescue $!.message) }
def yielded(options = {}) = yield(**options)
p yielded { |*list| list }, (yielded(&->(value) { value }) rescue $!.message), yielded { |value| value }, yielded({ a: 1 }) { |a:| a }
p [-> { [1].pack("C", foo: 1, bar: 2) }, -> { "a".unpack("C", x: 1) }, -> { Integer("1", foo: 1, baz: 2) }].map { |call| (call.call rescue $!.message) }

# == In any order, with defaults that see each other
def plain(a, b: 1, c: b + 1, d:) = [a, b, c, d]
p plain(0, d: 4), plain(0, d: 4, b: 2), plain(0, c: 3, d: 4, b: 2), plain(0, b: nil, c: false, d: nil)
def chained(a: 1, b: a + 1, c: b + 1) = [a, b, c]
p chained, chained(a: 5), chained(b: 5), chained(c: 5), chained(c: 1, a: 2), chained(c: 7, b: 8, a: 9)
def after(x, y = x + 1, z = y + 1, k: z, l: [k, y]) = [x, y, z, k, l]
p after(1), after(1, k: 0), after(1, 5, k: 0), after(1, 5, 6, l: 9), after(1, 5, 6, l: 9, k: 8), after(1, l: 2)
def evaluated(log, a: log << :a, b: log << :b, c: log << :c) = [a, b, c].map(&:size)
[{}, { a: [1] }, { b: [1] }, { c: [1], a: [2] }].each { |given| p evaluated(log = [], **given), log }
p evaluated(log = [], b: []), log, evaluated(log = [], c: [], a: []), log
def many(a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10, k: 11, l: 12, m: 13) = [a, b, c, d, e, f, g, h, i, j, k, l, m]
p many(m: 0), many(a: 0, b: 0, c: 0, d: 0, e: 0, f: 0, g: 0, h: 0, i: 0, j: 0, k: 0, l: 0)
p many(m: 0, l: 0, k: 0, j: 0, i: 0, h: 0, g: 0, f: 0, e: 0, d: 0, c: 0, b: 0, a: 0)
def seen(k: 1, l: (k = 5; 2)) = [k, l, binding.local_variables, -> { k }.call]
p seen, seen(k: 3), seen(l: 4), seen(k: 3, l: 4)
def twice(a, k: 0) = k == 0 ? a : twice(a + 1, k: k - 1)
p twice(0, k: 5)
def with_block(k:, l: 2) = block_given? ? yield(k: k, l: l) : [k, l]
p with_block(k: 1), with_block(k: 1) { |k:, l:| k + l }, with_block(l: 0, k: 1) { |**all| all }
def own_block(k:, &block) = [k, block]
p own_block(k: 1), own_block(k: 1) { 2 }[1].call

# == What no parameter is for, and what is missing
def needs(a, k:, l: 2) = [a, k, l]
def takes(a, k: 1) = [a, k]
def none(a) = a
def rest(a, k: 1, **more) = [a, k, more]
def optional(a = 9, k: 1) = [a, k]
p none(k: 1), none({ k: 1 }), rest(1, k: 2), rest(1, k: 2, l: 3), optional(k: 2), optional({ k: 2 })
[-> { needs(1) }, -> { needs(1, l: 3) }, -> { needs(k: 1) }, -> { needs(1, 2, k: 1) }, -> { takes(1, l: 2) },
 -> { takes(1, k: 2, l: 3) }, -> { takes(1, l: 2, m: 3) }, -> { takes(k: 1) }, -> { none(1, k: 2) }, -> { none },
 -> { takes(1, "k" => 2) }, -> { takes(1, "k": 2) }, -> { needs(1, k: raise("before")) }].each do |call|
  p call.call
rescue ArgumentError, RuntimeError => e
  puts e.message
end
k = 4
p takes(1, k:), needs(1, k:, l: k)

# == Objects that are made with them
class Made
  attr_reader :all
  def initialize(a, b = 2, k:, l: k + 1) = @all = [a, b, k, l]
end
p Made.new(1, k: 2).all, Made.new(1, 0, l: 5, k: 4).all, Made.new(1, k: nil, l: nil).all
class Made2 < Made
  def initialize(a, k: 7, **rest) = super
end
p Made2.new(1).all, Made2.new(1, k: 2, l: 3).all
class Allocated
  def self.new(*args, **keywords) = [:own, args, keywords]
end
p Allocated.new(1, k: 2)
class Bare
end
[-> { Made.new(1) }, -> { Made.new(1, k: 1, z: 2) }, -> { Made.new(k: 1) }, -> { Bare.new(k: 1) }, -> { Bare.new(1) }].each do |call|
  p call.call
rescue ArgumentError => e
  puts e.message
end
class Private
  def made = kept(k: 1)
  def self_made = self.kept(k: 2)
  def method_missing(name, *args, **keywords) = [name, args, keywords]
  def respond_to_missing?(*) = true
  private def kept(k:) = k
end
p Private.new.made, Private.new.self_made, Private.new.kept(k: 3), Private.new.other(1, k: 4)
made = Made.method(:new)
p made.call(1, k: 2).all, [1].map { |x| Made.new(x, k: x).all }, Made.instance_method(:initialize).parameters
def raises(k:, l: raise("in a default")) = [k, l]
begin
  raises(k: 1)
rescue => e
  puts e.message
end
p raises(k: 1, l: 2)
