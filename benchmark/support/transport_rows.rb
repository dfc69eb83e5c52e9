# frozen_string_literal: true

require_relative "clock"

# What services, handles, blocks, `run` and snippets cost. CRuby, as a floor, calls the same objects directly.
class TransportRows
  CALLS = 1_000

  # A service of each kind of call.
  class Numbers
    def of(number, times: 1) = number * times

    def each_below(count)
      i = 0
      while i < count
        yield i
        i += 1
      end
    end
  end

  Node = Struct.new(:next)

  # Stands in for the sandbox's namespace when CRuby runs the script.
  module ::Host
    Get = ->(value) { value }
    All = Numbers.new
    List = CALLS.times.inject(nil) { |list, _| Node.new(list) }
  end

  # Each of CALLS calls, with the loop around it.
  SCRIPTS = {
    "service call" => ["i = 0; while i < #{CALLS}; Host::Get.call(i); i += 1; end", 2e-6],
    "service call with a keyword" => ["i = 0; while i < #{CALLS}; Host::All.of(i, times: 2); i += 1; end", nil],
    "call on a handle, down a chain" => ["node = Host::List; while node; node = node.next; end", nil],
    "yield to a block" => ["Host::All.each_below(#{CALLS}) { |i| i }", 1.5e-6],
    "yield to a block that gives nil" => ["Host::All.each_below(#{CALLS}) { |i| nil }", 1.5e-6],
    "yield to a block that gives a growing Array" =>
      ["out = []; Host::All.each_below(#{CALLS}) { |i| out << i }; out.size", 2.25e-6],
    "yield to a block that gives what cannot cross" => ["Host::All.each_below(#{CALLS}) { |i| Object.new }; 1", nil]
  }.freeze

  # `empty` is the path of the empty module.
  def initialize(report, empty:)
    @report = report
    @empty = empty
  end

  def add
    one_call
    SCRIPTS.each { |title, (script, target)| per_call(title, script, target) }
    run
    [[0, 3.5e-5], [8, nil], [64, 5e-5]].each { |count, target| snippets(count, target) }
    services
  end

  private

  def one_call
    sandbox = with_services
    script = "Host::Get.call(1)"
    @report.add("eval with one service call", Clock.median { sandbox.eval(script) },
                target: 3.6e-5, cruby: Clock.median { cruby(script) })
    yielding = "Host::All.each_below(1) { |i| i }"
    @report.add("eval with one call that yields", Clock.median { sandbox.eval(yielding) },
                target: 4e-5, cruby: Clock.median { cruby(yielding) })
  end

  def per_call(title, script, target)
    sandbox = with_services
    ours, cruby = [-> { sandbox.eval(script) }, -> { cruby(script) }].map { |call| Clock.median(&call) / CALLS }
    @report.add("#{title}, each of 1,000", ours, target:, cruby:)
  end

  def run
    ours = Kobako::Sandbox.new.preload(code: "Nothing = -> {}", name: :Nothing)
    empty = Kobako::Sandbox.new(wasm_path: @empty)
    @report.add("run of an empty entrypoint", Clock.median { ours.run(:Nothing) },
                target: 3.5e-5, empty: Clock.median { empty.run(:Nothing) })
    formula
  end

  # A row of a table, whose formula is an entrypoint.
  def formula
    sandbox = Kobako::Sandbox.new
    sandbox.preload(code: "Total = ->(row) { row[:price] * row[:count] - (row[:vip] ? 5 : 0) }", name: :Total)
    rows = Array.new(CALLS) { |i| { price: i, count: 3, vip: i.even? } }
    @report.add("a formula over a row, by run", Clock.median { rows.each { |row| sandbox.run(:Total, row) } } / CALLS,
                target: 2.5e-5)
    @report.add("the same, by call", Clock.median { rows.each { |row| sandbox.call(:Total, row) } } / CALLS,
                target: 2.5e-5)
  end

  def snippets(count, target)
    sandbox = Kobako::Sandbox.new(memory_limit: 8 << 20).preload(code: "Nothing = -> {}", name: :Nothing)
    count.times { |i| sandbox.preload(name: "Helper#{i}", code: <<~RUBY) }
      module Helper#{i}
        def self.call(numbers, options = {}) = numbers.map { |number| number * (options[:by] || #{i}) }.sum
      end
    RUBY
    @report.add("eval(\"nil\") with #{count} more snippets", Clock.median { sandbox.eval("nil") })
    @report.add("run with #{count} more snippets", Clock.median { sandbox.run(:Nothing) }, target:)
    @report.add("the same, replayed each time", replayed { Clock.median { sandbox.run(:Nothing) } })
  end

  def services
    sandbox = with_services
    @report.add("eval(\"nil\") with services", Clock.median { sandbox.eval("nil") })
    @report.add("the same, replayed each time", replayed { Clock.median { sandbox.eval("nil") } })
  end

  def replayed
    Kobako::Runtime.restoring = false
    yield
  ensure
    Kobako::Runtime.restoring = true
  end

  def with_services
    sandbox = Kobako::Sandbox.new
    Host.constants.each { |member| sandbox.define(:Host).bind(member, Host.const_get(member)) }
    sandbox
  end

  def cruby(script) = TOPLEVEL_BINDING.eval(script)
end
