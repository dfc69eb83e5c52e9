# frozen_string_literal: true

# Priority queues, dependency scheduling, retries with back-off, worker allocation, a Gantt chart, LRU and TTL caches.
class Heap
  include Enumerable

  def initialize(items = [], &compare)
    @compare = compare || :<=>.to_proc
    @items = []
    items.each { |x| push(x) }
  end

  def push(item)
    @items << item
    child = size - 1
    while child.positive? && @compare.(@items[child], @items[parent = (child - 1) / 2]).negative?
      @items[child], @items[parent] = @items[parent], @items[child]
      child = parent
    end
    self
  end
  alias << push

  def pop
    return if empty?

    top, last = @items.first, @items.pop
    return top if empty?

    @items[0] = last
    at = 0
    until (best = [at, 2 * at + 1, 2 * at + 2].select { |k| k < size }.min { |a, b| @compare.(@items[a], @items[b]) }) == at
      @items[at], @items[best] = @items[best], @items[at]
      at = best
    end
    top
  end

  def size = @items.size
  def empty? = @items.empty?
  def peek = @items[0]
  def each = block_given? ? dup.tap { |h| yield h.pop until h.empty? } : to_enum
  def initialize_copy(other) = @items = @items.dup
end
h = Heap.new([5, 2, 8, 1, 9])
p h.pop, h.peek, h.size, h.to_a, h.size, h.push(0).first(2), Heap.new(%w[pear fig apple]) { |a, b| [a.size, a] <=> [b.size, b] }.to_a, Heap.new([3, 1, 2]) { |a, b| b <=> a }.map { |x| x * 2 }, Heap.new.pop, h.each_slice(2).to_a, h.lazy.select(&:even?).first(2), h.include?(8), h.min, h.sort == h.to_a

Job = Struct.new(:name, :duration, :needs, :priority, keyword_init: true) do
  def initialize(needs: [], priority: 0, **) = super
end
jobs = [
  Job.new(name: :fetch, duration: 3), Job.new(name: :parse, duration: 2, needs: [:fetch]), Job.new(name: :index, duration: 4, needs: [:parse]),
  Job.new(name: :style, duration: 2, priority: 5), Job.new(name: :render, duration: 3, needs: %i[parse style], priority: 2), Job.new(name: :ship, duration: 1, needs: %i[index render])
]

def schedule(jobs, workers:)
  finished, running, plan = {}, Heap.new { |a, b| a.first(2) <=> b.first(2) }, []
  waiting = jobs.dup
  now = 0
  free = (1..workers).to_a
  until waiting.empty? && running.empty?
    ready = waiting.select { |j| j.needs.all? { |n| finished.key?(n) } }.sort_by { |j| [-j.priority, -j.duration, j.name] }
    ready.first(free.size).each do |job|
      worker = free.shift
      waiting.delete(job)
      plan << [job.name, worker, now, now + job.duration]
      running << [now + job.duration, worker, job.name]
    end
    raise ArgumentError, "cannot start #{waiting.map(&:name).join(', ')}" if running.empty?

    now, worker, name = running.pop
    finished[name] = now
    free.push(worker).sort!
  end
  plan
end
[1, 2, 3].each do |n|
  plan = schedule(jobs, workers: n)
  puts "#{n} worker#{'s' if n > 1}: done at #{plan.map(&:last).max}"
  plan.each { |name, worker, from, to| puts format("  %-7s w%d %s%s", name, worker, " " * from, "█" * (to - from)) } if n < 3
end
begin
  schedule([Job.new(name: :a, duration: 1, needs: [:b]), Job.new(name: :b, duration: 1, needs: [:a])], workers: 1)
rescue ArgumentError => e
  puts e.message
end
earliest = Hash.new { |hash, name| hash[name] = jobs.find { |j| j.name == name }.then { |j| j.duration + (j.needs.map { |n| hash[n] }.max || 0) } }
puts jobs.map { |j| "#{j.name}:#{earliest[j.name]}" }.join(" ")
path = ->(name) { job = jobs.find { |j| j.name == name }; [*job.needs.max_by { |n| [earliest[n], n] }&.then(&path), name] }
puts path[:ship].join(" > ")

class Cache
  def initialize(max:, ttl: nil, clock:) = (@max, @ttl, @clock, @data, @stats = max, ttl, clock, {}, Hash.new(0))

  def fetch(key)
    value, at = @data.delete(key)
    if at && (@ttl.nil? || @clock.call - at < @ttl)
      @stats[:hit] += 1
    else
      @stats[at ? :expired : :miss] += 1
      value, at = yield(key), @clock.call
    end
    @data[key] = [value, at]
    @data.shift while @data.size > @max
    value
  end

  def keys = @data.keys
  def stats = @stats.sort.map { |k, v| "#{k}=#{v}" }.join(" ")
end
now = 0
cache = Cache.new(max: 2, ttl: 10, clock: -> { now })
%w[a b a c b a].each { |k| now += 2; cache.fetch(k) { |key| key * 2 } }
now += 20
p cache.keys, cache.fetch("a") { "fresh" }, cache.stats, cache.keys
backoff = ->(max, base: 1, cap: 30) { Enumerator.produce(base) { |d| [d * 2, cap].min }.take(max) }
p backoff[7], backoff[3, base: 5], backoff[6].sum
balance = ->(sizes, n) { sizes.sort.reverse.each_with_object(Array.new(n) { [] }) { |s, bins| bins.min_by(&:sum) << s } }
p balance[[7, 5, 4, 3, 3, 2], 3], balance[[7, 5, 4, 3, 3, 2], 3].map(&:sum)
slots = [[9, 12], [10, 11], [11, 13], [13, 15], [12, 14]]
p slots.sort_by(&:last).each_with_object([]) { |s, kept| kept << s if kept.empty? || s[0] >= kept.last[1] }, slots.flat_map { |a, b| [[a, 1], [b, -1]] }.sort.inject([0, 0]) { |(cur, top), (_, d)| [cur + d, [top, cur + d].max] }.last
