# frozen_string_literal: true

require "objspace"
require "support/collected_calls"
require "support/examples/leaks"

RSpec.describe "Ruby's garbage collector" do
  include Processes

  kinds = CollectedCalls::KINDS

  def sandbox(collect) = CollectedCalls.sandbox(collect)

  kinds.each do |kind, (call, expected)|
    it "moves objects between and inside services without harm to #{kind}" do
      box = sandbox(-> { GC.compact || true })

      3.times do
        GC.compact
        expect(call.call(box)).to eq(expected)
      end
    end

    it "may run at every allocation of the host during #{kind}", :volume do
      box = sandbox(-> { true })
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

  # Ruby 3.1 crashes by itself when it compacts while it runs other code than this, such as RSpec's.
  it "moves objects by itself without harm, in a process of its own" do
    printed = in_process(<<~RUBY)
      require #{File.expand_path("../../support/collected_calls", __dir__).dump}
      CollectedCalls::KINDS.each { |kind, _| puts kind if CollectedCalls.moved_by_itself?(kind) }
    RUBY

    expect(printed.lines(chomp: true)).to eq(kinds.keys)
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

    expect(ObjectSpace.memsize_of(runtime.latest)).to be > 900_000
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
