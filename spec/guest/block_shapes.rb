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
