# frozen_string_literal: true

require "support/memory_scan"
require "timeout"

RSpec.describe "Isolation of invocations" do
  include HostileModule
  include MemoryScan

  let(:sandbox) { Kobako::Sandbox.new(timeout: 60) }

  {
    "a global" => ["$kept = 1", "$kept", nil],
    "a constant" => ["KEPT = 1", "Object.const_defined?(:KEPT)", false],
    "a class" => ["class Kept; end", "Object.const_defined?(:Kept)", false],
    "a method" => ["def kept = 1", "respond_to?(:kept, true)", false],
    "a local" => ["kept = 1", "begin; kept; rescue NameError; :gone; end", :gone],
    "an instance variable of main" => ["@kept = 1", "@kept", nil],
    "a reopened core class" => ["class Integer; def +(other) = 7; end", "1 + 1", 2],
    "a changed object of the core" => ["Comparable.instance_variable_set(:@kept, 1)",
                                       "Comparable.instance_variable_get(:@kept)", nil],
    "a removed constant" => ["Object.send(:remove_const, :Struct)", "Object.const_defined?(:Struct)", true],
    "an undefined method" => ["class String; undef_method(:upcase); end", "'a'.upcase", "A"],
    "a reassigned $stdout" => ["$stdout = $stderr", "$stdout.fileno", 1],
    "a reassigned $," => ["$, = 'x'", "[1, 2].join", "12"],
    "a frozen class" => ["Object.freeze", "class Object; def fresh = 1; end; fresh", 1]
  }.each do |kind, (change, probe, value)|
    it "forgets #{kind}" do
      sandbox.eval("#{change}\nnil")

      expect(sandbox.eval(probe)).to eq(value)
    end

    it "forgets #{kind} after an exception" do
      expect { sandbox.eval("#{change}\nraise 'over'") }.to raise_error(Kobako::SandboxError)

      expect(sandbox.eval(probe)).to eq(value)
    end
  end

  {
    "a timeout" => ["loop {}", Kobako::TimeoutError],
    "the memory limit" => ["'x' * (8 << 20)", Kobako::MemoryLimitError],
    "a result that cannot cross" => ["Object.new", Kobako::SandboxError],
    "a stack overflow" => ["def f = f\nf", Kobako::SandboxError]
  }.each do |end_of_it, (code, error)|
    it "is usable and fresh after #{end_of_it}" do
      expect { sandbox.eval("$kept = 1; #{code}") { |run| run.timeout = 0.5 if end_of_it == "a timeout" } }
        .to raise_error(error)

      expect(sandbox.eval("[$kept, 6 * 7]")).to eq([nil, 42])
    end
  end

  it "is usable and fresh after an interrupt" do
    expect { Timeout.timeout(0.5) { sandbox.eval("$kept = 1; loop {}") } }.to raise_error(Timeout::Error)

    expect(sandbox.eval("[$kept, 6 * 7]")).to eq([nil, 42])
  end

  it "starts each invocation from the same object ids and hash seeds" do
    code = "[Object.new.object_id, 'text'.hash, :symbol.hash, Object.new.hash]"

    seen = [sandbox, sandbox, Kobako::Sandbox.new, sandbox].map { |each| each.eval(code) }
    expect(seen.uniq.size).to eq(1)
  end

  it "starts each invocation with the same memory" do
    peaks = Array.new(3) do
      sandbox.eval("('x' * 300_000).size")
      sandbox.usage.memory_peak
    end

    expect(peaks.uniq.size).to eq(1)
  end

  it "leaves no bytes of an earlier invocation in memory that a later one receives" do
    scanning = scanning_sandbox

    expect(scanning.eval("write")).to eq(2)
    expect(Array.new(20) { scanning.eval("look") }).to all(eq(0))
  end
end
