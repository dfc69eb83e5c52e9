# Arrays within arrays, and what joins them.
def nested(levels) = (1..levels).inject([]) { |inner, i| [inner, i] }

deep = nested(10_000)
p deep.join.size, deep.join("-").size, deep.join("-")[0, 12], deep.join.end_with?("999910000")
p [[], [[]], [nil, [1, [:a, 2.5]], "b"]].join("/"), [[[]], []].join(",")
p [["é"], "b"].join.encoding, ["a", ["b"]].join(nil)

class Words
  def initialize(*words) = @words = words
  def to_ary = @words
end
p [Words.new("a", Words.new("b", ["c"])), "d"].join("+")

class Endless
  def to_ary = [Endless.new]
end
[-> { Endless.new.to_ary.join }, -> { nested(100_000).join }].each do |join|
  join.call
rescue SystemStackError => e
  p e.class
end

within = [1]
within << [[within]]
again = nested(40)
again[0][0][1] = again
[within, again].each do |array|
  array.join
rescue ArgumentError => e
  puts e.message
end
twice = [1, 2]
p [twice, [twice, twice]].join(" ")

grown = [1, 2]
item = Object.new
item.define_singleton_method(:to_s) { grown << 3 if grown.size < 5; "item" }
grown.unshift(item)
p grown.join(",")
