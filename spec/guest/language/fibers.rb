# == Resume and yield
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

# == Pipelines and coroutines
# frozen_string_literal: true

# Fibers as generators, pipelines, coroutines with values both ways, a small scheduler.
fib = Fiber.new do
  a, b = 0, 1
  loop { Fiber.yield a; a, b = b, a + b }
end
p Array.new(10) { fib.resume }, fib.alive?

echo = Fiber.new do |first|
  got = first
  got = Fiber.yield("got #{got}") until got == :stop
  "bye"
end
p echo.resume(1), echo.resume("two"), echo.resume(:stop), echo.alive?
begin
  echo.resume
rescue FiberError => e
  puts e.class
end

class Pipe
  def initialize(source = nil, &block) = (@source, @fiber = source, Fiber.new { block.call(self); nil })
  def next = @fiber.alive? ? @fiber.resume : nil
  def emit(value) = Fiber.yield(value)
  def |(other) = other.tap { |o| o.feed(self) }
  def feed(source) = @source = source
  def take_in = @source.next
  def to_a = [].tap { |list| while (v = self.next) do list << v end }
end
numbers = ->(n) { Pipe.new { |pipe| 1.upto(n) { |i| pipe.emit(i) } } }
filter = ->(&f) { Pipe.new { |pipe| while (v = pipe.take_in) do pipe.emit(v) if f.(v) end } }
mapper = ->(&f) { Pipe.new { |pipe| while (v = pipe.take_in) do pipe.emit(f.(v)) end } }
batch = ->(n) { Pipe.new { |pipe| list = []; while (v = pipe.take_in) do (list << v).size == n && (pipe.emit(list); list = []) end; pipe.emit(list) if list.any? } }
p (numbers.(20) | filter.(&:even?) | mapper.() { |x| x * x } | batch.(4)).to_a, (numbers.(3) | mapper.(&:to_s)).to_a, (numbers.(0) | batch.(2)).to_a

class Scheduler
  Task = Struct.new(:name, :fiber, :wake, :result)

  def initialize = (@tasks, @time, @log = [], 0, [])
  attr_reader :log

  def spawn(name, *args, &block)
    @tasks << Task.new(name, Fiber.new { block.call(*args) }, 0)
    self
  end

  def run
    until @tasks.empty?
      ready = @tasks.select { |t| t.wake <= @time }
      next @time = @tasks.map(&:wake).min if ready.empty?

      ready.each { |task| step(task) }
    end
    @time
  end

  private

  def step(task)
    case task.fiber.resume(@time)
    in [:sleep, Integer => n] then task.wake = @time + n
    in [:log, text] then @log << "#{@time} #{task.name}: #{text}"
    in value
      @log << "#{@time} #{task.name} ended with #{value.inspect}" unless task.fiber.alive?
    end
  rescue StandardError => e
    @log << "#{@time} #{task.name} failed: #{e.message}"
  ensure
    @tasks.delete(task) unless task.fiber.alive?
  end
end
pause = ->(n) { Fiber.yield([:sleep, n]) }
say = ->(text) { Fiber.yield([:log, text]) }
scheduler = Scheduler.new
scheduler.spawn(:tick) { 3.times { |i| say["tick #{i}"]; pause[2] }; :ticked }
scheduler.spawn(:slow, 5) { |n| now = pause[n]; say["woke at #{now}"]; n * 2 }
scheduler.spawn(:bad) { pause[3]; raise ArgumentError, "oops" }
scheduler.spawn(:maker) { scheduler.spawn(:child) { say["born"]; :grown }; Fiber.yield(:nothing); :made }
p scheduler.run
puts scheduler.log

same_fringe = lambda do |a, b|
  leaves = ->(t) { Fiber.new { walk = ->(n) { n.is_a?(Array) ? n.each(&walk) : Fiber.yield(n) }; walk[t]; :end } }
  x, y = leaves[a], leaves[b]
  loop do
    l, r = x.resume, y.resume
    return l == r if l != r || l == :end
  end
end
compare = ->(a, b) { same_fringe.(a, b) } rescue nil
p compare.([1, [2, 3]], [[1, 2], 3]), compare.([1, 2], [1, 3]), compare.([1], [1, 2])
nested = Fiber.new { inner = Fiber.new { Fiber.yield 1; 2 }; Fiber.yield(inner.resume); Fiber.yield(inner.resume * 10); :outer }
p nested.resume, nested.resume, nested.resume, nested.alive?
ensured = []
f = Fiber.new { begin; Fiber.yield 1; raise "inside"; ensure; ensured << :cleaned; end }
f.resume
p (f.resume rescue $!.message), ensured, f.alive?, (Fiber.yield rescue "cannot yield from root"), Fiber.new { |*args, k: 0| [args, k] }.resume(1, 2, k: 3)

# == Generators and tasks
# Fibers as generators, pipelines and cooperative tasks.
gen = Fiber.new do
  [1, 2, 3].each { |n| Fiber.yield n * 10 }
  :finished
end
puts 5.times.map { gen.alive? ? gen.resume.inspect : "dead" }.join(" ")
begin
  gen.resume
rescue FiberError => e
  puts e.class
end
echo = Fiber.new do |first|
  received = [first]
  received << Fiber.yield(received.size) while received.size < 4
  received
end
puts echo.resume(:a), echo.resume(:b), echo.resume(:c), echo.resume(:d).inspect

source = ->(list) { Fiber.new { list.each { |x| Fiber.yield(x) }; nil } }
filter = ->(from, &test) { Fiber.new { while (x = from.resume) do Fiber.yield(x) if test.(x) end; nil } }
double = ->(from) { Fiber.new { while (x = from.resume) do Fiber.yield(x * 2) end; nil } }
pipe = double.(filter.call(source.([1, 2, 3, 4, 5, 6])) { |x| x.even? })
out = []
while (x = pipe.resume)
  out << x
end
puts out.inspect

class Scheduler
  def initialize = @queue = []
  def spawn(name, &work) = @queue << [name, Fiber.new(&work)]

  def run
    log = []
    until @queue.empty?
      name, fiber = @queue.shift
      log << "#{name}:#{fiber.resume}"
      @queue << [name, fiber] if fiber.alive?
    end
    log
  end
end
s = Scheduler.new
s.spawn(:a) { 2.times { |i| Fiber.yield i }; :done }
s.spawn(:b) { Fiber.yield :x; :end }
s.spawn(:c) { :quick }
puts s.run.join(" ")
broken = Fiber.new { raise ArgumentError, "inside" }
begin
  broken.resume
rescue ArgumentError => e
  puts e.message, broken.alive?
end

# == Blocks that leave their fiber
def resumed(name)
  fiber = Fiber.new { [:done, yield] }
  values = [fiber.resume]
  values << fiber.resume(true) while fiber.alive?
  puts "#{name}: #{values.inspect}"
end

numbers = [3, 1, 2]
resumed("Array.new") { Array.new(2) { |i| Fiber.yield(i) } }
resumed("Array.new of a subclass") { Class.new(Array) { def initialize = super(2) { |i| Fiber.yield(i) } }.new }
resumed("index") { numbers.index { |n| Fiber.yield(n) && n == 1 } }
resumed("find_index") { numbers.find_index { |n| Fiber.yield(n) && n == 9 } }
resumed("rindex") { numbers.rindex { |n| Fiber.yield(n) && n == 1 } }
resumed("delete") { numbers.delete(9) { |n| Fiber.yield(n) } }
resumed("sort") { numbers.sort { |a, b| Fiber.yield([a, b]) && a <=> b } }
resumed("sort!") { [*numbers].sort! { |a, b| Fiber.yield([a, b]) && b <=> a } }
resumed("Regexp#match") { /b/.match("abc") { |match| Fiber.yield(match[0]) } }
resumed("String#match") { "abc".match(/c/) { |match| Fiber.yield(match.begin(0)) } }
p Array.new(3) { |i| break i * 5 if i == 2 }, numbers.index { break :left }, "abc".match(/b/) { break 4 }
p Array.new(3, 7).index { |n| n == 7 }, numbers.rindex { |n| numbers.clear if n == 2 }, numbers
p Array.new(3) { |i| raise "stop" if i == 2 } rescue p $!.message
p [1].send(:initialize, 3) { |i| i.to_s }, [1, 2, 3].send(:initialize, 1) { |i| i }

# == Storage
# Needs Ruby 3.4: Fiber.[] takes names as text
Fiber[:a] = 1
p Fiber[:a], Fiber.current.storage, Fiber[:b]
inner = Fiber.new do
  Fiber[:a] += 1
  Fiber[:b] = 3
  [Fiber[:a], Fiber.new { Fiber[:b] }.resume, Enumerator.new { |y| y << Fiber[:b] }.next]
end
p inner.resume, Fiber[:a], Fiber[:b]
p Fiber.new(storage: { a: 5 }) { Fiber[:a] }.resume, Fiber.new(storage: nil) { Fiber.current.storage }.resume
given = { a: 1 }
Fiber.new(storage: given) { Fiber[:a] = 2 }.resume
p given
Fiber.current.storage[:a] = 7
p Fiber[:a]
Fiber[:a] = nil
p Fiber.current.storage
[{ storage: 1 }, { storage: { "a" => 1 } }, { storage: {}.freeze }, { other: 1 }].each do |options|
  Fiber.new(**options) { nil }
rescue TypeError, FrozenError, ArgumentError => e
  puts "#{e.class}: #{e.message}"
end
begin
  Fiber.new { nil }.storage
rescue ArgumentError => e
  puts e.message
end
p Fiber.current.blocking?, Fiber.blocking?, Fiber.new { Fiber.blocking? }.resume
p Fiber.new(blocking: true) { Fiber.blocking? }.resume

Thread.current[:x] = 1
p Thread.current[:x], Fiber.new { [Thread.current[:x], Thread.current.keys, Thread.current[:x] = 2] }.resume
p Thread.current[:x], Thread.current.key?(:x), Thread.current.fetch(:y, 0)
