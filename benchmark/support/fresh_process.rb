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
