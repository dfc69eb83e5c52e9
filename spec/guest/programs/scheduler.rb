# A priority queue of tasks, dependencies and a calendar of slots.
class PriorityQueue
  def initialize(&order) = (@heap, @order = [], order || ->(a, b) { a <=> b })
  def empty? = @heap.empty?
  def size = @heap.size

  def push(item)
    @heap << item
    i = @heap.size - 1
    while i.positive? && before?(i, (i - 1) / 2)
      swap(i, (i - 1) / 2)
      i = (i - 1) / 2
    end
    self
  end
  alias << push

  def pop
    return if empty?

    swap(0, -1)
    item = @heap.pop
    i = 0
    loop do
      child = [2 * i + 1, 2 * i + 2].select { |c| c < size }.reduce { |a, b| before?(a, b) ? a : b }
      break unless child && before?(child, i)

      swap(i, child)
      i = child
    end
    item
  end

  private

  def before?(i, j) = @order.call(@heap[i], @heap[j]).negative?
  def swap(i, j) = (@heap[i], @heap[j] = @heap[j], @heap[i])
end

q = PriorityQueue.new
[5, 3, 8, 1, 9, 2, 7].each { |n| q << n }
sorted = []
sorted << q.pop until q.empty?
puts sorted.inspect, q.pop.inspect

Task = Struct.new(:name, :hours, :needs, :priority, keyword_init: true) do
  def initialize(needs: [], priority: 5, **rest) = super
end
tasks = [
  Task.new(name: :design, hours: 3, priority: 1), Task.new(name: :code, hours: 8, needs: [:design]),
  Task.new(name: :test, hours: 4, needs: %i[code data]), Task.new(name: :data, hours: 2), Task.new(name: :ship, hours: 1, needs: [:test], priority: 0)
]
done = {}
clock = 0
ready = PriorityQueue.new { |a, b| [a.priority, a.hours, a.name] <=> [b.priority, b.hours, b.name] }
waiting = tasks.dup
until waiting.empty? && ready.empty?
  movable, waiting = waiting.partition { |t| t.needs.all? { |n| done.key?(n) } }
  movable.each { |t| ready.push(t) }
  task = ready.pop or raise "deadlock"
  puts "#{clock.to_s.rjust(2)}h #{task.name.to_s.ljust(7)} #{"=" * task.hours}"
  clock += task.hours
  done[task.name] = clock
end
puts done.values.inspect, done.key(clock).inspect, tasks.sum(&:hours) == clock
slots = [[9, 10], [9.5, 11], [12, 13], [13, 14], [10.75, 11.5]].sort
merged = slots.each_with_object([]) { |(from, to), out| out.any? && out.last[1] >= from ? out.last[1] = [out.last[1], to].max : out << [from, to] }
puts merged.inspect, merged.each_cons(2).map { |a, b| [a[1], b[0]] }.inspect
rooms = slots.flat_map { |f, t| [[f, 1], [t, -1]] }.sort.reduce([0, 0]) { |(now, max), (_, d)| [now + d, [max, now + d].max] }.last
puts rooms
