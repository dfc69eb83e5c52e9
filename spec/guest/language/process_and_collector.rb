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
