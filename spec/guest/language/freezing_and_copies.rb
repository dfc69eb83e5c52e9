NAMES = %w[ann bob].freeze
SETTINGS = { depth: 3, nested: { list: [1] } }.freeze

def attempt(label)
  puts "#{label}: #{yield.inspect}"
rescue FrozenError => e
  puts "#{label}: #{e.class}"
rescue => e
  puts "#{label}: unexpected #{e.class}"
end

attempt("push") { NAMES << "cid" }
attempt("store") { SETTINGS[:depth] = 4 }
attempt("nested") { SETTINGS[:nested][:list] << 2 }
attempt("element") { NAMES.first << "a" }
attempt("string") { "abc".freeze << "d" }
attempt("dup") { "abc".freeze.dup << "d" }
attempt("plus") { +"abc".freeze << "d" }
attempt("upcase!") { "abc".freeze.upcase! }
attempt("sort!") { NAMES.sort! }
attempt("map") { NAMES.map(&:upcase) }
attempt("delete") { SETTINGS.delete(:depth) }
attempt("merge") { SETTINGS.merge(depth: 9)[:depth] }
attempt("clone") { NAMES.clone << "x" }
attempt("clone unfrozen") { NAMES.clone(freeze: false) << "x" }

p :sym.frozen?, 1.frozen?, nil.frozen?, "lit".dup.frozen?, (1..2).frozen?, NAMES.frozen?, NAMES.first.frozen?, 1.5.frozen?

class Money
  attr_reader :cents

  def initialize(cents)
    @cents = cents
    freeze
  end

  def +(other) = Money.new(cents + other.cents)
  def double! = @cents *= 2
  def to_s = format("%d.%02d", *cents.divmod(100))
end

m = Money.new(1999) + Money.new(1)
puts m, m.frozen?
attempt("ivar") { m.double! }
attempt("ivar set") { m.instance_variable_set(:@cents, 0) }
puts m

def deep_freeze(object)
  case object
  when Hash then object.each { |k, v| deep_freeze(k); deep_freeze(v) }
  when Array then object.each { |v| deep_freeze(v) }
  end
  object.freeze
end
config = deep_freeze({ a: [1, { b: "text" }] })
attempt("deep array") { config[:a] << 1 }
attempt("deep hash") { config[:a][1][:b] = 2 }
attempt("deep string") { config[:a][1][:b] << "!" }
a = "shared"
b = a
b << " text"
c = a.dup
c << " copy"
p a, b.equal?(a), c, a.object_id == b.object_id, a.clone == a
x = [1, [2, 3]]
y = x.dup
y[1] << 4
y << 5
p x, y
