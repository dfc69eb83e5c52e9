# frozen_string_literal: true

# Performs 1,000 jobs of 20 calls in two Sidekiq processes, of which one is killed in the midst of each batch of them,
# and checks what became of each job: ruby -Ilib examples/sidekiq/check.rb [jobs]
# Needs Redis and Sidekiq 6 (Debian: redis-server, ruby-sidekiq).

require_relative "servers"

KILLS = 10
jobs = Integer(ARGV.fetch(0, "1000"), 10)
now = -> { Process.clock_gettime(Process::CLOCK_MONOTONIC) }

Servers.run do |servers|
  require_relative "figures"
  imports = Imports.new(jobs)
  workers = %w[worker-1 worker-2].each { |name| servers.start(name) }

  begun = now.call
  batches = (1..jobs).each_slice((jobs / KILLS.to_f).ceil)
  servers.kill_in_turn(workers, batches.size) do
    batch = batches.next
    imports.enqueue(batch)
    ended = imports.keys.size + rand(1..(batch.size / 2.0).ceil)
    servers.wait_for("#{ended} jobs") { imports.keys.size >= ended }
  end
  servers.wait_for("the last jobs", patience: 1800) { imports.ended? }
  seconds = now.call - begun

  keys = imports.keys
  puts "jobs                       #{jobs}"
  puts "ended                      #{keys.uniq.size}"
  puts "ended once more            #{keys.size - keys.uniq.size}"
  puts "with a wrong end           #{imports.wrong.size}"
  puts "answered calls made again  #{imports.repeated.size}"
  calls = jobs * Imports::CALLS
  warn format("%.1f s, %.0f jobs a second, %d processes killed; of %d calls %d were made again that were under way",
              seconds, jobs / seconds, servers.killed, calls, imports.calls.size - calls)
  warn format("a replay takes %.1f µs for each call, a journal %.0f bytes", Figures.microseconds_per_call,
              Figures.bytes_per_call)
end
