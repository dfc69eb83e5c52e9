fiber = Fiber.new do |first|
  puts "got #{first}"
  second = Fiber.yield(first * 2)
  puts "got #{second}"
  third = Fiber.yield(second * 2)
  "finished with #{third}"
end
p fiber.resume(1), fiber.resume(10), fiber.resume(:end), fiber.alive?
begin
  fiber.resume
rescue FiberError => e
  puts e.class
end

def generator(&block)
  Fiber.new do
    block.call
    nil
  end
end

squares = generator { 1.step { |n| Fiber.yield n * n } }
p Array.new(5) { squares.resume }

producer = Fiber.new do
  %w[a b c].each { |item| Fiber.yield item }
  :done
end
consumer = Fiber.new do
  seen = []
  while (item = producer.resume) != :done
    seen << item.upcase
  end
  seen
end
p consumer.resume

class Scheduler
  def initialize = @queue = []
  def spawn(name, &work) = @queue << [name, Fiber.new { work.call(name) }]

  def run
    until @queue.empty?
      name, fiber = @queue.shift
      value = fiber.resume
      puts "#{name}: #{value}"
      @queue << [name, fiber] if fiber.alive?
    end
  end
end

scheduler = Scheduler.new
scheduler.spawn("A") { |_| 2.times { |i| Fiber.yield "step #{i}" }; "end" }
scheduler.spawn("B") { |n| Fiber.yield "only #{n}"; "over" }
scheduler.run

failing = Fiber.new { raise ArgumentError, "inside the fiber" }
begin
  failing.resume
rescue ArgumentError => e
  puts e.message, failing.alive?
end

cleanup = []
f = Fiber.new do
  begin
    Fiber.yield 1
  ensure
    cleanup << :ensured
  end
  2
end
p f.resume, f.resume, cleanup

def permutations_of(list)
  Enumerator.new do |y|
    permute = lambda do |rest, chosen|
      y << chosen if rest.empty?
      rest.each_index { |i| permute.call(rest[0...i] + rest[i + 1..], chosen + [rest[i]]) }
    end
    permute.call(list, [])
  end
end
e = permutations_of([1, 2, 3])
p e.next, e.next, e.next, e.count, permutations_of(%w[a b]).to_a

same_fringe = lambda do |x, y|
  leaves = ->(t) { t.is_a?(Array) ? t.each { |c| leaves.(c) } : Fiber.yield(t) }
  fx, fy = [x, y].map { |t| Fiber.new { leaves.(t); nil } }
  loop do
    a, b = fx.resume, fy.resume
    break false if a != b
    break true if a.nil?
  end
end
p same_fringe.([1, [2, 3]], [[1, 2], 3]), same_fringe.([1, 2], [2, 1])
