require 'timeout'

class SlowService < StandardError; end

def guarded(label, seconds, error = nil)
  value = error ? Timeout.timeout(seconds, error) { yield } : Timeout.timeout(seconds) { yield }
  puts "#{label}: #{value.inspect}"
rescue Timeout::Error => e
  puts "#{label}: #{e.class} (#{e.message})"
rescue StandardError => e
  puts "#{label}: failed with #{e.class}: #{e.message}"
end

guarded('quick', 5) { (1..10).sum }
guarded('nil limit', nil) { :no_limit }
guarded('zero limit', 0) { :also_no_limit }
guarded('sleeps', 0.05) { sleep 10 }
guarded('own error', 0.05, SlowService) { sleep 10 }
guarded('raises', 5) { Integer('x') }
guarded('seconds given', 3) { Timeout.timeout(2) { |s| s } }
guarded('inner first', 5) { Timeout.timeout(0.05) { sleep 10 } }
guarded('manual', 1) { raise Timeout::Error, 'by hand' }

begin
  Timeout.timeout(0.05, SlowService, 'custom text') { sleep 10 }
rescue SlowService => e
  puts e.message
end

attempts = 0
begin
  attempts += 1
  Timeout.timeout(0.05) { attempts < 3 ? sleep(10) : puts("done after #{attempts} attempts") }
rescue Timeout::Error
  retry
end

cleanup = []
begin
  Timeout.timeout(0.05) do
    sleep 10
  ensure
    cleanup << :closed
  end
rescue Timeout::Error
  cleanup << :rescued
end
p cleanup, Timeout::Error.ancestors.take(3), Timeout::Error.new('x')
result = catch(:found) { Timeout.timeout(5) { throw :found, 42 } }
p result, Timeout.timeout(1) { next 7 }
