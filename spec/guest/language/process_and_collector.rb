# == Process, collector and constants
# Needs Ruby 4.0: the module Ruby
p Process.pid == $$, Process.clock_getres(Process::CLOCK_REALTIME), Process.clock_getres(Process::CLOCK_MONOTONIC, :nanosecond)
p GC.stress, GC.count.class, GC.stat(:count).class, GC.stat.key?(:heap_live_slots)
begin
  GC.stat(:other)
rescue ArgumentError => e
  puts e.message
end
p Ruby::VERSION == RUBY_VERSION, Ruby::ENGINE == RUBY_ENGINE, Ruby.frozen?, RUBY_REVISION.size, Encoding.locale_charmap.class
p Thread.current.backtrace.class, Thread::Queue.new([1]).size
[[3], [nil], ["a"]].each do |arguments|
  p Thread::Queue.new(*arguments).size
rescue TypeError => e
  puts e.message
end
puts Thread::Queue.new.inspect.sub(/0x\h+/, ""), Thread::Mutex.new.inspect.sub(/0x\h+/, "")

# == What the collector did
before = GC.count
GC.start
p GC.count > before, GC.stat(:count) == GC.count, GC.stat[:major_gc_count] + GC.stat[:minor_gc_count] == GC.count
allocated = GC.stat(:total_allocated_objects)
kept = Array.new(1_000) { |i| [i] }
p GC.stat(:total_allocated_objects) - allocated >= 1_000, kept.size
20.times { Array.new(10_000) { |i| [i] } }
GC.start
figures = GC.stat
p figures[:total_freed_objects] > 100_000, figures[:heap_live_slots] > 1_000, figures[:heap_allocated_pages].positive?
p figures[:heap_live_slots] == figures[:total_allocated_objects] - figures[:total_freed_objects]
given = { mine: 1 }
p GC.stat(given).equal?(given), given.keys.first, given[:count] == GC.count, GC.stress
GC.stress = true
texts = Array.new(100) { |i| "text #{i}" }
p GC.stress, texts.last, GC.count - figures[:count] > 50
GC.stress = false
p GC.stress
