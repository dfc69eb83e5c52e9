# frozen_string_literal: true

require "support/processes"

RSpec.describe "The slots of a process" do
  include Processes

  prelude = <<~RUBY
    def suspended
      fiber = Fiber.new do
        sandbox = Kobako::Sandbox.new
        sandbox.define(:Host).bind(:Wait, -> { Fiber.yield :waiting })
        sandbox.eval("Host::Wait.call")
      end
      fiber if fiber.resume == :waiting
    end
    def refused
      suspended && nil
    rescue Kobako::Error => e
      e.message
    end
    GC.disable
  RUBY

  it "are as many as promised: 512 invocations at once, and one more is a clear error" do
    script = "fibers = Array.new(512) { suspended }; print [fibers.compact.size, refused]"

    expect(in_process("#{prelude}#{script}"))
      .to eq('[512, "Sandbox#eval failed: 512 invocations are running at once in this process, no more are possible"]')
  end

  it "come back from fibers that were forgotten inside a service before one more is refused" do
    script = "511.times { suspended }; kept = suspended; print [Kobako::Runtime.slots_in_use, refused, !kept.nil?]"

    expect(in_process("#{prelude}#{script}")).to eq("[512, nil, true]")
  end
end
