# == Functions of C that raise, that are redefined, that switch
begin
  "a".center
rescue ArgumentError => e
  puts e.message
end
def nested(text) = Integer(text) rescue "not #{text}"
p nested("12"), nested("x"), [1, 2].first(1), "abc".start_with?("a", "b")
fiber = Fiber.new do |first|
  second = Fiber.yield(first.succ)
  third = Fiber.yield(second.to_s)
  third.to_a
end
p fiber.resume(1), fiber.resume(2), fiber.resume(nil), fiber.alive?
p 5.send(:to_s), 5.public_send(:+, 1), [3, 1].method(:max).call, 5.instance_eval { succ }, "x".then { |x| x.upcase }
class String
  alias old_bytesize bytesize
  def bytesize = old_bytesize + 100
end
p "abc".bytesize
class String
  alias bytesize old_bytesize
end
p "abc".bytesize
p catch(:done) { [1, 2].each { |n| throw(:done, n.to_s) if n == 2 } }
p [1, 2, 3].each_slice(2).to_a.size, [[3, 1].sort, %w[b a].sort.first, { a: 1 }.key?(:a), 5.clamp(1, 3)]
deep = ->(n) { n == 0 ? "end".size : deep.call(n - 1).to_s.size + n }
p deep.call(100)

# == Functions of C under which the frames move
class Deep
  def initialize(n) = @n = n
  def down(n) = n == 0 ? @n : down(n - 1)
  def inspect = "deep #{down(@n)}"
  def to_s = inspect
  def ==(other) = down(@n) == 1
end
def told(list)
  list.inspect
  "the literal of told"
end
def joined(list)
  list.join("-")
  "the literal of joined"
end
def found(list)
  list.include?(1)
  "the literal of found"
end
lists = [[Deep.new(50)], [Deep.new(300)], [Deep.new(900)]]
p told(lists[0]), joined(lists[1]), found(lists[2])
p Fiber.new { l = [[Deep.new(50)], [Deep.new(300)]]; [told(l[0]), joined(l[1]), found(l[1]), told(l[0])] }.resume
p Fiber.new { l = [Deep.new(300)]; found(l) }.resume, Fiber.new { l = [Deep.new(40)]; joined(l) }.resume, Fiber.new { told([Deep.new(9)]) }.resume

# == Functions of C that hand many arguments over
[13, 14, 15, 16, 17, 20, 300].each do |count|
  hashes = (1..count).map { |i| { i => i } }
  p [{}.merge(*hashes).size, {}.update(*hashes).size, (1..400).to_h { |i| [i, i] }.except(*1..count).size]
  p({ 1 => 1 }.merge(*hashes) { |_, a, b| a + b }.values_at(1, count))
  p (1..3).first(*[1] * count)
rescue ArgumentError => e
  puts e.message
end
