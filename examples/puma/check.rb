# frozen_string_literal: true

# Starts the server, sends it 10,000 requests and checks each answer: ruby examples/puma/check.rb [requests]
# Needs Linux, Puma and Rack (Debian: puma, ruby-rack).

require_relative "load"
require_relative "server"

requests = Integer(ARGV.fetch(0, "10000"), 10)
mebibytes = ->(sizes) { format("%.0f to %.0f MiB", *sizes.minmax) }

results = nil
Server.run do |server|
  Load.new(server.port, requests: 200).run
  before = server.resident
  begun = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  results = Load.new(server.port, requests:).run
  seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - begun

  times = results.map(&:seconds).sort
  loops = results.select { |result| result.kind == "loop" }.map(&:seconds).max
  warn format("%.1f s, %.0f requests a second, p50 %.1f ms, p99 %.1f ms, slowest loop %.0f ms", seconds,
              requests / seconds, times[requests / 2] * 1000, times[requests * 99 / 100] * 1000, loops.to_f * 1000)
  warn "a worker has #{mebibytes[before]} at start, #{mebibytes[server.resident]} at end"
end

row = lambda do |kind, all|
  lost, answered = all.partition { |result| result.status.nil? }
  puts format("%-8s %8d %7s %6d %5d", kind, all.size, kind == "all" ? "" : answered.map(&:status).uniq.join(" "),
              answered.count(&:problem), lost.size)
end

puts "request    number  status  wrong  lost"
Load::KINDS.each_key { |kind| row[kind, results.select { |result| result.kind == kind }] }
row["all", results]
problems = results.select(&:problem)
problems.first(5).each { |result| puts "#{result.kind}: #{result.problem}" }
exit(problems.empty?)
