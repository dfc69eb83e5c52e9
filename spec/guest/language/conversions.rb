# Objects that convert themselves where Ruby asks for it.
class Celsius
  attr_reader :degrees

  def initialize(degrees) = @degrees = degrees
  def to_s = "#{degrees}°C"
  def to_str = to_s
  def to_i = degrees.to_i
  def to_f = degrees.to_f
  def inspect = "#<Celsius #{degrees}>"
  def coerce(other) = [other, degrees]
  def to_proc = ->(n) { n + degrees }
  def hash = degrees.hash
  def eql?(other) = other.is_a?(Celsius) && degrees == other.degrees
  alias == eql?
end

warm = Celsius.new(21.5)
puts warm, "it is #{warm}", "it is " + warm, [warm, warm].join(" or ")
p warm, [warm], { warm => 1 }[Celsius.new(21.5)], [warm, Celsius.new(21.5)].uniq.size
puts warm.to_i, warm.to_f, 10 + warm, 2.5 * warm
puts [1, 2].map(&warm).inspect

class Pair
  def initialize(a, b) = (@a, @b = a, b)
  def to_a = [@a, @b]
  def to_ary = to_a
  def to_h = { a: @a, b: @b }
  def to_s = "#<Pair>"
  alias inspect to_s
  def each(&block) = to_a.each(&block)
  include Enumerable
end

pair = Pair.new(:left, :right)
a, b = pair
puts a, b
puts [*pair].inspect, pair.map(&:to_s).inspect, [[pair, 1]].map { |(x, y), z| [x, y, z] }.inspect
puts pair
puts [0, pair, 9].flatten.inspect, ([1] + pair).inspect
[pair].each { |first, second| puts "#{first}-#{second}" }
def keywords(a:, b:) = "#{a}/#{b}"
puts keywords(**pair.to_h), pair.include?(:left), pair.first, pair.sort.inspect

puts Integer("42") + Integer("0x1f", 16), Float("2.5e1"), String(12) + String(nil), Array(nil).inspect, Array([1]).inspect, Array({ a: 1 }.to_a).inspect, Array(1..3).inspect
puts "12abc".to_i, "abc".to_i, "3.9".to_i, "1e2".to_f, "0b101".to_i(2), "z".to_i(36), 255.to_s(16), 3.7.to_i, -3.7.to_i, 65.chr, "A".ord
puts :sym.to_s + "bol", "text".to_sym.inspect, nil.to_s.empty?, nil.to_a.inspect, [[1, 2]].to_h.to_a.inspect, (1..3).to_a.sum, "a-b".split("-").to_a.inspect
["12", "1_000", "0b11", "12x", "", " 7 "].each do |text|
  puts "#{text.inspect} #{Integer(text)}"
rescue ArgumentError => e
  puts "#{text.inspect} #{e.class}"
end
begin
  [1, 2].first("x")
rescue TypeError => e
  puts e.class
end
begin
  "a" + 1
rescue TypeError => e
  puts e.class
end
