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
