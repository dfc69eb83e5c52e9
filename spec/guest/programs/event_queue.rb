class PriorityQueue
  def initialize(&order)
    @order = order || ->(a, b) { a <=> b }
    @heap = []
  end

  def push(item)
    @heap << item
    up(@heap.size - 1)
    self
  end
  alias << push

  def pop
    return if @heap.empty?

    swap(0, @heap.size - 1)
    item = @heap.pop
    down(0)
    item
  end

  def size = @heap.size
  def empty? = @heap.empty?
  def peek = @heap.first

  private

  def before?(i, j) = @order.call(@heap[i], @heap[j]).negative?
  def swap(i, j) = (@heap[i], @heap[j] = @heap[j], @heap[i])

  def up(i)
    parent = (i - 1) / 2
    return unless i.positive? && before?(i, parent)

    swap(i, parent)
    up(parent)
  end

  def down(i)
    smallest = [i, 2 * i + 1, 2 * i + 2].select { |k| k < @heap.size }.inject { |a, b| before?(b, a) ? b : a }
    return if smallest.nil? || smallest == i

    swap(i, smallest)
    down(smallest)
  end
end

queue = PriorityQueue.new
[5, 3, 8, 1, 9, 2].each { |n| queue << n }
p queue.size, queue.peek, Array.new(6) { queue.pop }, queue.pop

Event = Struct.new(:time, :id, :name, :action)

class Simulation
  attr_reader :now

  def initialize
    @queue = PriorityQueue.new { |a, b| [a.time, a.id] <=> [b.time, b.id] }
    @now = 0
    @next_id = 0
    @listeners = Hash.new { |h, k| h[k] = [] }
  end

  def at(delay, name, &action) = @queue << Event.new(@now + delay, @next_id += 1, name, action)
  def on(name, &listener) = @listeners[name] << listener

  def run(until_time: 20)
    while (event = @queue.pop)
      break puts("stopped at #{@now}") if event.time > until_time

      @now = event.time
      puts format("%4.1f %s", @now, event.name)
      event.action&.call(self)
      @listeners[event.name].each { |listener| listener.call(@now) }
    end
  end
end

sim = Simulation.new
arrivals = 0
sim.on("leave") { |time| puts "     someone left at #{time}" }
arrive = lambda do |s|
  arrivals += 1
  s.at(2.5, "leave") if arrivals.odd?
  s.at(4, "arrive", &arrive)
end
sim.at(1, "arrive", &arrive)
sim.at(1, "open the doors")
sim.at(10, "lunch") { |s| s.at(1, "coffee") { |x| x.at(0.5, "cake") } }
sim.run
puts arrivals, sim.now
