# Freezing, dup, clone, and what shares what.
CONFIG = { name: "app", tags: %w[a b].freeze }.freeze
[-> { CONFIG[:x] = 1 }, -> { CONFIG[:tags] << "c" }, -> { "lit".freeze << "x" }, -> { :sym.to_s << "ok" }].each do |change|
  puts change.call
rescue FrozenError => e
  puts e.class, e.receiver.class
end
puts CONFIG.frozen?, CONFIG[:name].frozen?, CONFIG[:tags].frozen?, :a.frozen?, 1.frozen?, nil.frozen?, (1..2).frozen?, "x".frozen?

def deep_freeze(object)
  case object
  when Hash then object.each { |k, v| deep_freeze(k); deep_freeze(v) }
  when Array then object.each { |v| deep_freeze(v) }
  end
  object.freeze
end
data = deep_freeze({ list: [{ a: +"text" }] })
puts data[:list][0][:a].frozen?

copy = CONFIG.dup
copy[:name] = "other"
puts CONFIG[:name], copy[:name], copy[:tags].equal?(CONFIG[:tags]), CONFIG.clone.frozen?, CONFIG.dup.frozen?
puts CONFIG.clone(freeze: false).frozen?, [1].clone(freeze: true).frozen?

class Point
  attr_accessor :x, :tags
  def initialize(x, tags) = (@x, @tags = x, tags)

  def initialize_copy(other)
    super
    @tags = other.tags.dup
  end
end
a = Point.new(1, ["t"])
b = a.dup
b.x = 2
b.tags << "u"
puts a.x, a.tags.inspect, b.tags.inspect
a.freeze
begin
  a.x = 5
rescue => e
  puts e.class
end
a.tags << "still"
puts a.tags.size, a.frozen?, a.dup.frozen?, a.clone.frozen?
begin
  def a.special = 1
rescue => e
  puts e.class
end
s = "shared"
t = s
t << "!"
puts s, s.equal?(t), s.dup.equal?(s), s.dup == s, s.object_id == t.object_id
h = { "key" => 1 }
puts h.keys.first.frozen?, Struct.new(:a).new(1).freeze.frozen?, [[1, 2], [3]].map(&:freeze).all?(&:frozen?)
