# `sleep`, and what sees the time that went by.
require "timeout"
require "benchmark"
require "monitor"

def tell
  puts yield.inspect
rescue StandardError => e
  puts "#{e.class}: #{e.message}"
end

def spent
  begun = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  yield
  (Process.clock_gettime(Process::CLOCK_MONOTONIC) - begun).floor(2)
end

tell { sleep(0).class }
tell { sleep(0.01).class }
tell { sleep(Rational(1, 100)).class }
tell { sleep(-1) }
tell { sleep(-0.5) }
tell { sleep("1") }
tell { sleep(:soon) }
tell { sleep([1]) }
tell { sleep(Object.new) }
tell { sleep(true) }
tell { sleep(Float::NAN) }
tell { sleep(Float::INFINITY) }
tell { sleep(1, 2) }
tell { Object.new.sleep(0) }
tell { Kernel.sleep(0).class }
clock = Object.new
def clock.divmod(by) = [0, 0.02].tap { @by = by }
tell { sleep(clock).class }
p Kernel.private_instance_methods.include?(:sleep)
before = Time.now
sleep(0.02)
p Time.now - before >= 0.02, Time.now >= before
p spent { sleep 0.05 } >= 0.05
p Benchmark.realtime { sleep 0.03 } >= 0.03, Benchmark.measure { sleep 0.03 }.real >= 0.03

# Timeouts.
tell { Timeout.timeout(0.05) { sleep 2 } }
tell { Timeout.timeout(5) { sleep(0.01) && :in_time } }
tell { Timeout.timeout(0.05) { sleep 2; puts "not reached" } }
tell { Timeout.timeout(0.05, ArgumentError) { sleep 2 } }
tell { Timeout.timeout(0.05, ArgumentError, "too slow") { sleep 2 } }
tell { Timeout.timeout(0.05, nil, "in words") { sleep 2 } }
tell { Timeout.timeout(5) { Timeout.timeout(0.05) { sleep 2 } rescue "inner: #{$!.class}" } }
tell { Timeout.timeout(0.05) { Timeout.timeout(5) { sleep 2 } } }
tell do
  Timeout.timeout(0.05) do
    sleep 2
  rescue StandardError
    "not rescued within"
  end
end
order = []
tell do
  Timeout.timeout(0.05) { begin; sleep 2; ensure; order << :ensured; sleep(0.01); order << :slept; end }
end
p order
tell { Timeout.timeout(0.5) { 3.times { |i| order << i; sleep 0.4 } } }
p order
tell { Timeout.timeout(0.05, IOError) { begin; sleep 2; rescue IOError; sleep(0.1); :once; end } }
p Timeout::Error.ancestors.include?(RuntimeError)

# What waits for others.
lock = Mutex.new
tell { lock.sleep(0.01) }
lock.lock
tell { [spent { lock.sleep(0.02) } >= 0.02, lock.owned?] }
tell { [spent { ConditionVariable.new.wait(lock, 0.02) } >= 0.02, lock.locked?] }
monitor = Monitor.new
tell { monitor.synchronize { spent { monitor.new_cond.wait(0.02) } >= 0.02 } }
