# frozen_string_literal: true

# Prints one table and writes it as JSON to benchmark/results/. It measures; it never fails because of a time.

$LOAD_PATH.unshift File.expand_path("../lib", __dir__)
require "kobako"
require "tmpdir"
require_relative "support/clock"
require_relative "support/crossing_rows"
require_relative "support/empty_guest"
require_relative "support/fresh_process"
require_relative "support/feature_rows"
require_relative "support/limit_rows"
require_relative "support/native_mruby"
require_relative "support/report"
require_relative "support/script_rows"
require_relative "support/thread_rows"
require_relative "support/transport_rows"
require_relative "support/value_rows"

# Each row is a figure of ours beside its target and the floors measured in the same run.
class Bench
  def initialize
    @report = Report.new
    @native = NativeMruby.new
    @folder = Dir.mktmpdir("kobako-bench")
    @empty = EmptyGuest.write("#{@folder}/empty.wasm")
    @memory = Hash.new { |all, key| all[key] = FreshProcess.call(*key, cache: "#{@folder}/cache") }
  end

  def run
    first_sandbox
    construction
    nil_invocations
    programs
    FeatureRows.new(@report).add
    CrossingRows.new(@report).add
    ScriptRows.new(@report, @native).add
    LimitRows.new(@report).add
    ThreadRows.new(@report).add
    TransportRows.new(@report, empty: @empty).add
    ValueRows.new(@report).add
    memory
    puts @report.table
    puts "written to #{@report.write("benchmark/results")}"
  ensure
    FileUtils.rm_rf(@folder)
  end

  private

  def first_sandbox
    cold = ->(wasm) { FreshProcess.median(5, :first_sandbox, wasm, cache: :cold) }
    warm = ->(wasm) { FreshProcess.median(11, :first_sandbox, wasm, cache: "#{@folder}/cache") }
    @report.add("first Sandbox.new, cold cache", cold.call(nil), target: 0.45, empty: cold.call(@empty))
    @report.add("first Sandbox.new, warm cache", warm.call(nil), target: 0.002, empty: warm.call(@empty))
    [["cold", :cold], ["warm", "#{@folder}/cache"]].each do |kind, cache|
      slowest = Clock.median_of(Array.new(3) { FreshProcess.at_once(8, :first_sandbox, nil, cache:).max })
      @report.add("the slowest of 8 processes at once, #{kind} cache", slowest)
    end
  end

  def construction
    empty = Clock.median { Kobako::Sandbox.new(wasm_path: @empty) }
    @report.add("Sandbox.new", Clock.median { Kobako::Sandbox.new }, target: 5e-6, empty:)
  end

  def nil_invocations
    ours, bare = [nil, @empty].map { |wasm| Kobako::Sandbox.new(wasm_path: wasm) }
    @report.add('eval("nil"), reused sandbox', Clock.median { ours.eval("nil") },
                target: 3e-5, empty: Clock.median { bare.eval("nil") }, cruby: Clock.median { ScriptRows.cruby("nil") },
                native: @native.median("nil"))
    construct = ->(**options) { Kobako::Sandbox.new(**options).eval("nil") }
    empty = Clock.median { construct.call(wasm_path: @empty) }
    @report.add('Sandbox.new + eval("nil")', Clock.median { construct.call },
                target: 3.5e-5, empty:, native: @native.median("nil", fresh: true))
  end

  # A program that comes again is compiled no more.
  def programs
    sandbox = Kobako::Sandbox.new(memory_limit: 8 << 20)
    source = Array.new(30) do |i|
      "def m#{i}(a, b = #{i})\n  a.map { |x| x * b + #{i} }.select { |y| y > 3 }\nend\n"
    end.join
    count = 0
    @report.add("eval of 90 lines, the same again", Clock.median { sandbox.eval(source) })
    @report.add("eval of 90 lines, others each time", Clock.median { sandbox.eval("#{source}##{count += 1}") },
                native: @native.median(source))
  end

  def memory
    { "RSS before the first sandbox" => :before, "RSS after the first sandbox" => :first,
      "RSS of each further sandbox (of 1,000)" => :idle, "RSS of each further sandbox that has run" => :used }
      .each { |title, key| bytes(title, :sandboxes, key, { first: 30_000_000, idle: 1024 }[key]) }
    tenants = FreshProcess.call(:tenants, nil, cache: "#{@folder}/cache")
    @report.add("RSS of each of 1,000 tenants with 10 services", tenants.fetch("idle"), unit: :bytes)
    @report.add("RSS of each after an eval", tenants.fetch("used"), unit: :bytes)
    @report.add("RSS of each of 64 that run", tenants.fetch("running"), unit: :bytes)
    bytes("RSS after 1,000 evals", :evals, :thousand)
    bytes("RSS after 10,000 evals", :evals, :ten_thousand)
    bytes("RSS growth over the next 10,000 evals", :evals, :growth, 128 << 10)
  end

  def bytes(title, what, key, target = nil)
    ours, empty = [nil, @empty].map { |wasm| @memory[[what, wasm]].fetch(key.to_s) }
    @report.add(title, ours, unit: :bytes, target:, empty:)
  end
end

Bench.new.run if $PROGRAM_NAME == __FILE__
