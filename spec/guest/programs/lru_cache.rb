class LruCache
  attr_reader :hits, :misses

  def initialize(capacity)
    raise ArgumentError, "capacity must be positive" unless capacity.positive?

    @capacity = capacity
    @store = {}
    @hits = @misses = 0
  end

  def [](key)
    unless @store.key?(key)
      @misses += 1
      return nil
    end
    @hits += 1
    value = @store.delete(key)
    @store[key] = value
  end

  def []=(key, value)
    @store.delete(key)
    @store[key] = value
    evicted = @store.shift if @store.size > @capacity
    @on_evict&.call(*evicted) if evicted
    value
  end

  def fetch(key)
    self[key] || (self[key] = yield(key))
  end

  def on_evict(&block)
    @on_evict = block
    self
  end

  def keys = @store.keys
  def size = @store.size
  def ratio = (hits.to_f / (hits + misses)).round(3)
end

cache = LruCache.new(3).on_evict { |key, value| puts "evicted #{key}=#{value}" }
cache[:a] = 1
cache[:b] = 2
cache[:c] = 3
p cache[:a], cache.keys
cache[:d] = 4
p cache[:b], cache.keys, cache.size
cache[:c] = 30
p cache.keys, cache[:c], cache.fetch(:e) { |k| k.to_s * 2 }, cache.fetch(:e) { raise "not called" }
puts "hits #{cache.hits}, misses #{cache.misses}, ratio #{cache.ratio}"
begin
  LruCache.new(0)
rescue ArgumentError => e
  puts e.message
end

slow_calls = 0
slow_square = ->(n) { slow_calls += 1; n * n }
memo = LruCache.new(10)
puts [3, 4, 3, 5, 4, 3].map { |n| memo.fetch(n) { slow_square.(n) } }.inspect, slow_calls

class TtlCache
  Entry = Struct.new(:value, :expires)

  def initialize(ttl, clock) = (@ttl, @clock, @entries = ttl, clock, {})
  def write(key, value) = @entries[key] = Entry.new(value, @clock.call + @ttl)

  def read(key)
    entry = @entries[key] or return :absent
    entry.expires > @clock.call ? entry.value : (@entries.delete(key) && :expired)
  end
end
tick = 0
ttl = TtlCache.new(5, -> { tick })
ttl.write(:x, "fresh")
puts [0, 4, 5, 6].map { |t| tick = t; ttl.read(:x) }.inspect
