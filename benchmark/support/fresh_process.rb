# frozen_string_literal: true

require "json"
require "open3"
require "rbconfig"
require "tmpdir"
require_relative "clock"

# Measurements that need a process of their own. Run as a program, it makes one and prints it as JSON.
module FreshProcess
  LIB = File.expand_path("../../lib", __dir__)

  module_function

  # The median of `runs` processes.
  def median(runs, what, wasm, cache:)
    call(what, wasm, cache:) # fills a warm cache, and the file cache of the system
    Clock.median_of(Array.new(runs) { call(what, wasm, cache:) })
  end

  # `cache` is a folder, or :cold for an empty one.
  def call(what, wasm, cache:)
    return Dir.mktmpdir { |folder| call(what, wasm, cache: folder) } if cache == :cold

    output, status = Open3.capture2({ "KOBAKO_CACHE_DIR" => cache }, RbConfig.ruby, "--disable-gems", "-I", LIB,
                                    __FILE__, what.to_s, *wasm)
    raise "#{what} failed" unless status.success?

    JSON.parse(output)
  end

  # What `count` processes measure that start together.
  def at_once(count, what, wasm, cache:)
    return Dir.mktmpdir { |folder| at_once(count, what, wasm, cache: folder) } if cache == :cold

    Array.new(count) { Thread.new { call(what, wasm, cache:) } }.map(&:value)
  end

  def first_sandbox(wasm)
    start = Clock.now
    Kobako::Sandbox.new(wasm_path: wasm)
    Clock.now - start
  end

  def sandboxes(wasm)
    before = rss
    sandbox = Kobako::Sandbox.new(wasm_path: wasm)
    sandbox.eval("nil")
    first = rss
    idle = growth(1_000) { |_| Kobako::Sandbox.new(wasm_path: wasm) }
    used = growth(1_000) { |_| Kobako::Sandbox.new(wasm_path: wasm).tap { |other| other.eval("nil") } }
    { before:, first:, idle:, used: }
  end

  def tenants(_)
    Kobako::Sandbox.new.eval("nil")
    kept = []
    idle = growth(1_000) { |_| tenant.tap { |sandbox| kept << sandbox } }
    before = rss
    kept.each { |sandbox| sandbox.eval("Host::Service0.call") }
    { idle:, used: (rss - before) / kept.size, running: running(64) }
  end

  # A sandbox with ten services of its own.
  def tenant
    number = Object.new.object_id
    namespace = (sandbox = Kobako::Sandbox.new).define(:Host)
    10.times { |i| namespace.bind("Service#{i}", -> { number + i }) }
    sandbox
  end

  # Bytes of RSS for each of `count` sandboxes whose guests wait for a service, a thread for each.
  def running(count)
    before = rss
    gate = Queue.new
    threads = Array.new(count) { waiting(gate) }
    sleep(0.5)
    (rss - before) / count
  ensure
    gate.close
    threads.each(&:join)
  end

  def waiting(gate)
    Thread.new do
      sandbox = Kobako::Sandbox.new
      sandbox.define(:Host).bind(:Wait, -> { gate.pop && nil })
      sandbox.eval("Host::Wait.call")
    end
  end

  def evals(wasm)
    sandbox = Kobako::Sandbox.new(wasm_path: wasm)
    sandbox.eval("nil")
    thousand, ten, twenty = [1_000, 9_000, 10_000].map { |count| run_more(sandbox, count) }
    { thousand:, ten_thousand: ten, growth: twenty - ten }
  end

  # The RSS after `count` more evals.
  def run_more(sandbox, count)
    count.times { sandbox.eval("nil") }
    rss
  end

  # Bytes of RSS for each of `count` objects that are kept.
  def growth(count, &)
    before = rss
    kept = Array.new(count, &)
    (rss - before) / kept.size
  end

  def rss
    GC.start
    File.read("/proc/self/statm").split[1].to_i * 4096
  end
end

if $PROGRAM_NAME == __FILE__
  require "kobako"
  puts JSON.generate(FreshProcess.public_send(ARGV[0], ARGV[1]))
end
