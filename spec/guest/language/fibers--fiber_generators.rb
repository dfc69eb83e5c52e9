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
