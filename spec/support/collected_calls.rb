# frozen_string_literal: true

require "kobako"

# Calls of every kind that the host's values go through, for the garbage collector to come in between.
module CollectedCalls
  HELD = Class.new do
    def initialize(value) = @value = value
    attr_reader :value

    def self.name = "Held"
  end

  # What each does with a sandbox, and what it gives.
  KINDS = {
    "eval" => [->(box) { box.eval("[1, 2.5, 'text', :sym, nil, { 'k' => [true] }, 2**62]") },
               [1, 2.5, "text", :sym, nil, { "k" => [true] }, 2**62]],
    "run" => [->(box) { box.run(:Twice, %w[a b], key: { 1 => "v" }) }, [%w[a b], %w[a b], { key: { 1 => "v" } }]],
    "a service" => [->(box) { box.eval("Host::Give.call('a', [1, 'b'], k: :v)") }, [["a", [1, "b"]], { k: :v }]],
    "handles" => [->(box) { box.eval("a = Host::Make.call('x'); b = Host::Make.call(a); [b.value.value, a.value]") },
                  %w[x x]],
    "a handle as a result" => [->(box) { box.eval("Host::Make.call('y')").value }, "y"],
    "handles as arguments" => [->(box) { box.run(:Twice, HELD.new("z")).first.value }, "z"],
    "a block" => [->(box) { box.eval("Host::Each.call([1, 2, 3]) { |n, s| Host::Give.call(n, s * 2) }") },
                  [[1, "11"], [2, "22"], [3, "33"]]],
    "a block whose value stays in the guest" =>
      [->(box) { box.eval("list = [1, 'a', Object.new]; Host::Weigh.call(3) { list }.map { |a| a.equal?(list) }") },
       [true] * 3],
    "a block that breaks" => [->(box) { box.eval("Host::Each.call([1, 2, 3]) { |n, s| break s + '!' if n == 2 }") },
                              "2!"],
    "a block that raises" => [->(box) { box.eval("(Host::Each.call([1]) { raise 'r' }) rescue 'rescued'") }, "rescued"],
    "output" => [->(box) { box.eval("puts 'o' * 9_000; warn 'e'") || [box.stdout.size, box.stderr] }, [9_001, "e\n"]],
    "the script's own error" => [lambda { |box|
      begin
        box.eval("raise ArgumentError, 'own'")
      rescue Kobako::SandboxError => e
        [e.klass, e.message]
      end
    }, %w[ArgumentError own]],
    "a service's error" => [lambda { |box|
      begin
        box.eval("Host::Fail.call('its own')")
      rescue Kobako::ServiceError => e
        e.cause.message
      end
    }, "its own"],
    "a trap" => [lambda { |box|
      begin
        box.eval("Host::Make.call(1); 'x' * (8 << 20)")
      rescue Kobako::MemoryLimitError => e
        e.message[/memory_limit is [\d.]+ MiB/]
      end
    }, "memory_limit is 4.0 MiB"],
    "what readers give" => [->(box) { box.eval("print 'out'; 7") && [box.stdout, box.usage.memory_peak >= 0] },
                            ["out", true]]
  }.freeze

  class << self
    # @param collect [#call] is called in every service, and in the host between what the guest is told and asked
    # @return [Kobako::Sandbox]
    def sandbox(collect)
      sandbox = Kobako::Sandbox.new(memory_limit: 4 << 20, timeout: 60)
      host = sandbox.define(:Host)
      host.bind(:Give, ->(*values, **options) { collect.call && (options.empty? ? values : [values, options]) })
      host.bind(:Make, ->(value) { HELD.new(value).tap { collect.call } })
      host.bind(:Each, ->(values, &block) { values.map { |value| collect.call && block.call(value, value.to_s) } })
      host.bind(:Weigh, lambda { |times, &block|
        Array.new(times) { block.call.tap { |list| collect.call && list.size } }
      })
      host.bind(:Fail, ->(message) { collect.call && raise(IOError, message) })
      sandbox.preload(code: "Twice = ->(value, options = {}) { [value, value, options] }", name: :Twice)
    end

    # Whether calls of this kind give what they should while the collector moves objects whenever it runs.
    def moved_by_itself?(kind)
      call, expected = KINDS.fetch(kind)
      box = sandbox(-> { GC.start || true })
      GC.auto_compact = true
      Array.new(3) { call.call(box) } == [expected] * 3
    ensure
      GC.auto_compact = false
    end
  end
end
