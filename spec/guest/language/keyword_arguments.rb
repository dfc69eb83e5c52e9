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
