# frozen_string_literal: true

require "objspace"
require "support/examples/leaks"

RSpec.describe "Ruby's garbage collector" do
  include Processes

  object = Class.new do
    def initialize(value) = @value = value
    attr_reader :value

    def self.name = "Held"
  end

  # Runs `collect` in every service and in the host between what the guest is told and asked.
  def sandbox(collect, object)
    sandbox = Kobako::Sandbox.new(memory_limit: 4 << 20, timeout: 60)
    host = sandbox.define(:Host)
    host.bind(:Give, ->(*values, **options) { collect.call && (options.empty? ? values : [values, options]) })
    host.bind(:Make, ->(value) { object.new(value).tap { collect.call } })
    host.bind(:Each, ->(values, &block) { values.map { |value| collect.call && block.call(value, value.to_s) } })
    host.bind(:Fail, ->(message) { collect.call && raise(IOError, message) })
    sandbox.preload(code: "Twice = ->(value, options = {}) { [value, value, options] }", name: :Twice)
  end

  kinds = {
    "eval" => [->(box) { box.eval("[1, 2.5, 'text', :sym, nil, { 'k' => [true] }, 2**62]") },
               [1, 2.5, "text", :sym, nil, { "k" => [true] }, 2**62]],
    "run" => [->(box) { box.run(:Twice, %w[a b], key: { 1 => "v" }) }, [%w[a b], %w[a b], { key: { 1 => "v" } }]],
    "a service" => [->(box) { box.eval("Host::Give.call('a', [1, 'b'], k: :v)") }, [["a", [1, "b"]], { k: :v }]],
    "handles" => [->(box) { box.eval("a = Host::Make.call('x'); b = Host::Make.call(a); [b.value.value, a.value]") },
                  %w[x x]],
    "a handle as a result" => [->(box) { box.eval("Host::Make.call('y')").value }, "y"],
    "handles as arguments" => [->(box) { box.run(:Twice, object.new("z")).first.value }, "z"],
    "a block" => [->(box) { box.eval("Host::Each.call([1, 2, 3]) { |n, s| Host::Give.call(n, s * 2) }") },
                  [[1, "11"], [2, "22"], [3, "33"]]],
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
  }

  kinds.each do |kind, (call, expected)|
    it "moves objects between and inside services without harm to #{kind}" do
      box = sandbox(-> { GC.compact || true }, object)

      3.times do
        GC.compact
        expect(call.call(box)).to eq(expected)
      end
    end

    it "moves objects by itself without harm to #{kind}", :auto_compact do
      kept = GC.auto_compact
      GC.auto_compact = true
      box = sandbox(-> { GC.start || true }, object)

      3.times { expect(call.call(box)).to eq(expected) }
    ensure
      GC.auto_compact = kept
    end

    it "may run at every allocation of the host during #{kind}", :volume do
      box = sandbox(-> { true }, object)
      call.call(box)
      result = begin
        GC.stress = true
        call.call(box)
      ensure
        GC.stress = false
      end

      expect(result).to eq(expected)
    end
  end

  # Ruby 3.1 crashes by itself when it compacts after it freed large Strings, as other examples do.
  it "moves objects by itself without harm, in a process of its own" do
    printed = in_process(<<~RUBY)
      require "rspec/core"
      exit RSpec::Core::Runner.run(["--tag", "auto_compact", #{__FILE__.dump}])
    RUBY

    expect(printed).to match(/^#{kinds.size} examples, 0 failures/)
  end

  it "may run at every allocation while bytecode is preloaded and refused", :volume do
    box = Kobako::Sandbox.new
    refusal = begin
      GC.stress = true
      box.preload(binary: "RITE0300 no bytecode".b)
      box.eval("1")
    rescue Kobako::BytecodeError => e
      e
    ensure
      GC.stress = false
    end

    expect(refusal).to be_an_instance_of(Kobako::BytecodeError)
  end

  it "moves objects while an invocation waits in a fiber that nothing else holds" do
    box = Kobako::Sandbox.new
    box.define(:Host).bind(:Wait, -> { Fiber.yield })
    fiber = Fiber.new { box.eval("Host::Wait.call + 'b'") }
    fiber.resume
    5.times { GC.compact && GC.start }

    expect(fiber.resume("a")).to eq("ab")
  end

  it "is told of the output that a sandbox keeps" do
    box = Kobako::Sandbox.new
    box.eval("print 'x' * 900_000")
    runtime = box.instance_variable_get(:@runtime)

    expect(ObjectSpace.memsize_of(runtime.snapshot)).to be > 900_000
    expect(ObjectSpace.memsize_of(runtime)).to be > 64
  end

  it "runs because of output alone, which Ruby would not see" do
    boxes = Array.new(200) { Kobako::Sandbox.new }
    before = GC.count
    boxes.each { |box| box.eval("print 'x' * 900_000") }

    expect(GC.count - before).to be > 3
  end

  include_examples "what is got back", 10_000, 300
end
