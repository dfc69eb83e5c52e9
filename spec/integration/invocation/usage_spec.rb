# frozen_string_literal: true

require "timeout"
require "support/hostile_module"
require "support/processes"

RSpec.describe "The usage of an invocation" do
  include HostileModule
  include Processes

  let(:sandbox) { Kobako::Sandbox.new(timeout: 60) }

  it "is empty before the first invocation" do
    expect(sandbox.usage).to equal(Kobako::Usage::EMPTY).and have_attributes(wall_time: 0.0, memory_peak: 0)
  end

  it "is the seconds that the call took, as a Float, from inside" do
    patient = Kobako::Sandbox.new
    inside = []
    patient.define(:Host).bind(:Look, -> { (inside << now) && nil })
    outside = elapsed { patient.eval("Host::Look.call; n = 0; 200_000.times { n += 1 }; Host::Look.call") }

    expect(patient.usage.wall_time).to be_a(Float).and be_between(inside.last - inside.first, outside)
  end

  # A page more than is asked for: the last one there is at first may have room.
  it "is the bytes that the guest's memory grew by, as an Integer of whole pages" do
    roomy = Kobako::Sandbox.new(memory_limit: 64 << 20)
    roomy.eval("'x' * ((8 << 20) + 65_536); nil")

    expect(roomy.usage.memory_peak).to be_between(8 << 20, 10 << 20)
    expect(roomy.usage.memory_peak % 65_536).to eq(0)
  end

  it "is the peak, not what is in use at the end" do
    roomy = Kobako::Sandbox.new(memory_limit: 64 << 20)
    roomy.eval("x = 'x' * ((8 << 20) + 65_536); x = nil; GC.start; 1")

    expect(roomy.usage.memory_peak).to be >= 8 << 20
  end

  it "is of the latest invocation alone" do
    roomy = Kobako::Sandbox.new(memory_limit: 64 << 20)
    roomy.define(:Host).bind(:Wait, -> { sleep(0.1) && nil })
    roomy.eval("'x' * ((8 << 20) + 65_536); Host::Wait.call")
    first = roomy.usage
    outside = elapsed { roomy.eval("nil") }

    expect(roomy.usage.memory_peak).to be < 1 << 20
    expect(roomy.usage.wall_time).to be <= outside
    expect(first.wall_time).to be >= 0.1
    expect(first.memory_peak).to be >= 8 << 20
  end

  it "is the same memory for the same code" do
    peaks = Array.new(3) { Kobako::Sandbox.new.tap { |fresh| fresh.eval("'x' * 300_000; 1") }.usage.memory_peak }

    expect(peaks.uniq.size).to eq(1)
    expect(peaks.first).to be >= 300_000 - (300_000 % 65_536)
  end

  it "is frozen" do
    sandbox.eval("1")

    expect(sandbox.usage).to be_frozen.and be_an_instance_of(Kobako::Usage)
  end

  grow = "x = 'x' * 500_000; "
  {
    "a value" => "1", "an exception" => "raise 'x'", "a result that cannot cross" => "Object.new",
    "code that does not compile" => "1 +", "a stack overflow" => "def f = f\nf", "a timeout" => "loop {}",
    "the memory limit" => "'x' * ((8 << 20) + 65_536)"
  }.each do |kind, code|
    it "is set after #{kind}" do
      sandbox.eval("nil")
      before = sandbox.usage
      begin
        sandbox.eval("#{grow}#{code}") { |run| run.timeout = 0.5 if kind == "a timeout" }
      rescue Kobako::Error
        nil
      end

      expect(sandbox.usage.wall_time).to be > 0
      expect(sandbox.usage).not_to eq(before)
      expect(sandbox.usage.memory_peak).to be_between(450_000, 1 << 20) unless kind.include?("compile")
    end
  end

  it "is set after a trap, a lost outcome and an outcome that does not decode" do
    [{ eval: "unreachable" }, { take_outcome: "(i64.const 0)" }, { take_outcome: "(i64.const -1)" },
     { take_outcome: HostileModule.packed(HostileModule::OUTCOME, 1) }].each do |attack|
      hostile = hostile_sandbox(**attack, initialize: "(drop (memory.grow (i32.const 3)))")

      expect { hostile.eval("attack") }.to raise_error(Kobako::Error)
      expect(hostile.usage).to have_attributes(wall_time: be_positive, memory_peak: 3 << 16)
    end
  end

  it "is set after an interrupt" do
    sandbox = Kobako::Sandbox.new
    expect { Timeout.timeout(0.5) { sandbox.eval("#{grow}loop {}") } }.to raise_error(Timeout::Error)

    expect(sandbox.usage).to have_attributes(wall_time: be >= 0.03, cpu_time: be < allowed(10))
    expect(sandbox.usage.memory_peak).to be >= 450_000
  end

  it "stays what it was when the invocation was refused", :misuse do
    sandbox.eval(grow)
    before = sandbox.usage

    expect { sandbox.eval(7) }.to raise_error(Kobako::SandboxError)
    expect(sandbox.usage).to eq(before)
  end
end
