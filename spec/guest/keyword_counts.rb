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
