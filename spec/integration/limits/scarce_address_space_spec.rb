# frozen_string_literal: true

require "support/processes"

RSpec.describe "A process with little address space" do
  include Processes

  # What a process limited to 3 GB of addresses prints for `script`.
  def limited(script) = in_process(script, rlimit_as: 3_000_000_000)

  it "runs guests one by one mapped, and says so" do
    expect(limited("p Kobako::Sandbox.new.eval('6 * 7'), Kobako::Runtime.allocator")).to eq("42\n:on_demand\n")
  end

  it "still lets a guest grow to its limit and no further" do
    printed = limited(<<~RUBY)
      sandbox = Kobako::Sandbox.new(memory_limit: 200 << 20)
      p sandbox.eval("('x' * (150 << 20)).size")
      begin
        sandbox.eval("'x' * (300 << 20)")
      rescue Kobako::MemoryLimitError => e
        p e.class, sandbox.eval("1")
      end
    RUBY

    expect(printed).to eq("157286400\nKobako::MemoryLimitError\n1\n")
  end
end
