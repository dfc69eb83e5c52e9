# frozen_string_literal: true

require "support/processes"

RSpec.describe "Fibers that are never resumed from a service" do
  include Processes

  # Ruby itself crashes when it collects a fiber that holds a Mutex together with the Mutex.
  it "are collected with their sandboxes, and the process goes on and forks" do
    script = <<~RUBY
      class Host; def pause = Fiber.yield(7); end
      threads = Array.new(3) do
        Thread.new do
          400.times do
            sandbox = Kobako::Sandbox.new
            sandbox.define(:Host).bind(:It, Host.new)
            abort "wrong" unless Fiber.new { sandbox.eval("Host::It.pause") }.resume == 7
            Array.new(50) { "x" * 50 }
          end
        end
      end
      threads.each(&:join)
      5.times do
        GC.start
        Process.wait(fork { exit!(0) })
        abort $?.inspect unless $?.success?
      end
      print Kobako::Runtime.slots_in_use < 400
    RUBY

    expect(in_process(script, { "MALLOC_PERTURB_" => "165" })).to eq("true")
  end

  it "leave their sandbox to others" do
    host = Class.new { def pause = Fiber.yield(7) }.new
    sandbox = Kobako::Sandbox.new
    sandbox.define(:Host).bind(:It, host)

    Thread.new { Fiber.new { sandbox.eval("Host::It.pause") }.resume }.join
    expect(sandbox.eval("6 * 7")).to eq(42)
    Fiber.new { sandbox.eval("Host::It.pause") }.resume
    expect(sandbox.eval("6 * 7")).to eq(42)
  end
end
