# == Destructuring and keywords that must be given
# Parameters that take arguments apart, keywords that must be given, and none at all.
p [[1, 2, 3]].each_with_index.map { |(first, *rest), i| [first, rest, i] }
p [[1, [2, 3, 4]]].map { |a, (b, *c)| [a, b, c] }, [[[1, 2, 3], 4]].map { |(*a, b), c| [a, b, c] }
def apart(a, (b, (c, *d), e), f) = [a, b, c, d, e, f]
p apart(1, [2, [3, 4, 5], 6], 7)
class Pair
  def initialize(*parts) = @parts = parts
  def to_ary = @parts
end
one, two = Pair.new(1, 2)
head, *tail = Pair.new(1, 2, 3)
p one, two, head, tail, [[Pair.new(1, 2), 3]].map { |(a, b), c| [a, b, c] }, [Pair.new(4, 5)].map { |a, b| a + b }, [0] + Pair.new(1), [0, Pair.new(1, 2)].flatten
puts Pair.new("x", "y")
def strict(a, b = 1, *c, d, e:, f: 2, **g, &h) = nil
def nothing(a, **nil) = a
p method(:strict).parameters, method(:strict).arity, ->(k:, l: 1) {}.arity, ->(a, k: 1) {}.arity, proc { |a, k: 1| }.arity, ->(a, z:, y: 1, x:) {}.parameters
p nothing(1), method(:nothing).parameters
[-> { nothing(1, k: 2) }, -> { strict(1) }, -> { strict(1, 2) }, -> { ->(a, k:) {}.call(1, 2, k: 3) }].each do |wrong|
  wrong.call
rescue ArgumentError => e
  puts e.message
end
def blocks(&block) = proc(&block).lambda?
p blocks { 1 }, blocks(&-> { 1 }), lambda { 1 }.lambda?
p [1, 2].map { |n| <<~TEXT }
  n is #{n}
TEXT
def told(name) = <<~TEXT
  for #{name}
TEXT
puts told("Ann"), <<~'RAW'
  a \\ b \n
RAW

# == Many of them
# Keywords, blocks and rests behind any number of parameters and arguments.
results = []
[1, 2, 13, 14, 15, 16, 17, 29, 30].each do |count|
  names = (1..count).map { |i| "a#{i}" }
  list = names.join(", ")
  values = (1..count).to_a
  variants = {
    plain: [list, values, {}], key: ["#{list}, k: 0", values, { k: 5 }], default: ["#{list}, k: 0", values, {}],
    required: ["#{list}, k:", values, { k: 6 }], rest: ["#{list}, *r, k: 1", values + [:x, :y], { k: 7 }],
    dict: ["#{list}, **d", values, { k: 8, l: 9 }], all: ["#{list}, o = :o, *r, z, k: 2, **d", values + [:z], { k: 3, m: 4 }],
    last: ["#{list}, h", values, { k: 5 }], optional: ["#{list}, o = 1, k: 2", values, { k: 5 }]
  }
  variants.each do |name, (parameters, arguments, keywords)|
    seen = parameters.scan(/\b[a-z]\d*\b(?=[,:]| =|$)|\*\w|\*\*\w/).map { |n| n.delete("*:") }.uniq
    shown = seen.last(6).join(", ")
    object = Class.new do
      eval("def m(#{parameters}, &b) = [#{shown}, b&.call, block_given?]")
      eval("def y(#{parameters}) = [#{shown}, block_given?, (yield if block_given?), binding.local_variable_defined?(:a1)]")
      eval("def n(#{parameters}) = [1].map { [#{shown}, block_given?, (yield if block_given?)] }")
      eval("define_method(:d) { |#{parameters}, &b| [#{shown}, b&.call] }")
    end.new
    results << [count, name, object.m(*arguments, **keywords), object.m(*arguments, **keywords) { :b }]
    results << [object.y(*arguments, **keywords), object.y(*arguments, **keywords) { :c }, object.n(*arguments, **keywords) { :e }]
    results << [object.d(*arguments, **keywords), object.d(*arguments, **keywords) { :f }, object.n(*arguments, **keywords)]
    results << object.public_send(:m, *arguments, **keywords) << object.method(:m).to_proc.call(*arguments, **keywords)
    literal = arguments.map(&:inspect).join(", ") + keywords.map { |k, v| ", #{k}: #{v}" }.join
    results << eval("object.m(#{literal})") << eval("object.y(#{literal}) { 3 }")
    child = Class.new(object.class) { eval("def m(#{parameters}, &b) = super"); eval("def y(*) = super"); eval("def n(*args, **k, &b) = super(*args, **k, &b)") }.new
    results << child.m(*arguments, **keywords) { :s } << child.n(*arguments, **keywords) { :t }
    results << (object.m(*arguments, 1, 2, **keywords) rescue $!.class) << (object.m(*arguments, q: 1) rescue $!.class) << (object.m rescue $!.message)
  end
end
results.each { |result| puts result.inspect.gsub(/:(\w+)=>/, '\1: ') }

def many(*a, **k) = [a.size, k.size, k.keys.first, k.values.last, k.keys.last]
def options(k1: 0, k2: 0, **rest) = [k1, k2, rest.size]
def hash_of(h) = h.size
[0, 1, 13, 14, 15, 16, 31, 47, 48, 49, 50, 63, 64, 65, 99, 100, 127, 128, 200, 300].each do |count|
  keywords = (1..count).map { |i| "k#{i}: #{i}" }
  [0, 1, 14, 15, 20].each do |arguments|
    call = (Array.new(arguments) { |i| i.to_s } + keywords).join(", ")
    p eval("many(#{call})"), eval("many(#{[*Array.new(arguments, '7'), '**{z: 1}', *keywords].join(', ')})"), eval("many(*[1, 2], #{call})")
  end
  next if count == 0

  p eval("options(#{keywords.join(', ')})"), eval("hash_of({ #{keywords.join(', ')} })"), eval("hash_of(#{keywords.join(', ')})"), eval("{ #{keywords.join(', ')}, **{y: 1} }").size
  p eval("->(*a, **k) { [a, k.size] }.call(1, #{keywords.join(', ')})")
end
[0, 1, 14, 15, 16, 17, 60, 64, 65, 99, 100, 130, 200, 250].each do |count|
  list = (1..count).to_a.join(", ")
  p eval("many(#{list})"), eval("[#{list}].size"), eval("many(#{[list, '*[1, 2]', '3'].reject(&:empty?).join(', ')})"), eval("many(*[#{list}], 5, k: 1)")
end
