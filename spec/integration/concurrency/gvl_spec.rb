# frozen_string_literal: true

require "support/processes"

RSpec.describe "The lock of Ruby's threads" do
  include Processes

  # `code` in a sandbox of its own whose guest calls `Host::Next`.
  def sandbox(timeout: 600)
    Kobako::Sandbox.new(timeout:).tap { |sandbox| sandbox.define(:Host).bind(:Next, ->(number) { number + 1 }) }
  end

  # How often a thread, the calling one or another, gave up its processor to wait for something, such as the lock.
  def switches(thread = nil)
    wait_until { thread.native_thread_id } if thread
    folder = thread ? "self/task/#{thread.native_thread_id}" : "thread-self"
    File.read("/proc/#{folder}/status")[/^voluntary_ctxt_switches:\s+(\d+)/, 1].to_i
  end

  # How often each of `threads` waited while the calling thread slept `count` times for a moment.
  def switches_during_naps(threads, count)
    before = threads.map { |thread| switches(thread) }
    count.times { sleep(0.001) }
    threads.map { |thread| switches(thread) }.zip(before).map { |after, at_first| after - at_first }
  end

  # Threads that each run `code`, which does not end by itself, in a sandbox of their own.
  def looping(count, code = "loop {}")
    boxes = Array.new(count) { Kobako::Sandbox.new(timeout: 600).tap { |box| box.eval("1") } }
    boxes.map { |box| running { box.eval(code) } }
  end

  {
    "a guest" => "loop {}", "a block of a service" => "Host::Yield.call { loop {} }"
  }.each do |place, code|
    it "is let go while #{place} computes: other threads go on" do
      box = Kobako::Sandbox.new(timeout: 600)
      box.define(:Host).bind(:Yield, ->(&block) { block.call })
      thread = running { box.eval(code) }
      # Each of these would wait for a tenth of a second if the lock went round.
      200.times { sleep(0.001) }

      expect(thread).to be_alive
      thread.kill.join
    end
  end

  it "lets two guests use two processors: neither waits for the other or for Ruby" do
    waits = in_child { switches_during_naps(looping(2), 200) }

    expect(waits).to all(be < 20)
  end

  it "is kept by two threads that compute in Ruby, which wait by turns: the measure can tell" do
    waits = in_child { switches_during_naps(Array.new(2) { Thread.new { loop { 1 } } }, 50) }

    expect(waits.sum).to be > 40
  end

  it "is kept by short work: an invocation waits for nobody" do
    waits = in_child do
      box = sandbox
      box.eval("Host::Next.call(1)")
      spinner = Thread.new { loop { sleep(0.01) } }
      least = least(below: 100) do
        before = switches
        500.times { box.eval("Host::Next.call(1)") }
        switches - before
      end
      spinner.kill
      least
    end

    expect(waits).to be < 100
  end

  it "leaves a guest its processor beside a thread that spins in Ruby" do
    waits = in_child do
      guests = looping(1)
      Thread.new { loop { 1 } }
      switches_during_naps(guests, 20)
    end

    expect(waits).to all(be < 5)
  end

  it "leaves a thread that spins in Ruby its processor beside guests" do
    waits = in_child do
      looping(2)
      before = switches
      20_000_000.times { 1 }
      switches - before
    end

    expect(waits).to be < 20
  end

  it "goes round between a spinner and a guest that calls services, which both get on" do
    ended = in_child do
      calls = turns = 0
      counting = Kobako::Sandbox.new(timeout: 600)
      counting.define(:Host).bind(:Enough, -> { (calls += 1) > 5_000 && turns > 100_000 })
      Thread.new { loop { turns += 1 } }
      counting.eval("nil until Host::Enough.call; 'both'")
    end

    expect(ended).to eq("both")
  end

  it "goes from one dispatch-heavy guest to another by Ruby's turns only", :volume do
    waits = in_child do
      boxes = Array.new(8) { sandbox.tap { |box| box.eval("Host::Next.call(1)") } }
      boxes.map do |box|
        Thread.new do
          before = switches
          box.eval("n = 0; 20_000.times { n = Host::Next.call(n) }")
          switches - before
        end
      end.sum(&:value)
    end

    # 160,000 calls: a switch for each of them would make it slow.
    expect(waits).to be < 2_000
  end

  describe "and the ticker, which" do
    # What the ticker's thread woke up in the block, in a process of its own: elsewhere a forgotten guest may run.
    def wake_ups
      Dir["/proc/self/task/*"].sum do |task|
        next 0 unless File.read("#{task}/comm").start_with?("kobako")

        File.read("#{task}/status")[/^voluntary_ctxt_switches:\s+(\d+)/, 1].to_i
      rescue Errno::ENOENT, Errno::ESRCH # a thread that ended meanwhile
        0
      end
    end

    def woken(seconds)
      before = wake_ups
      sleep(seconds)
      wake_ups - before
    end

    # Whether there comes a time in which it hardly wakes up.
    def rests? = Array.new(20).any? { woken(0.3) < 5 }

    it "sleeps once no guest runs" do
      during, rests = in_child do
        200.times { sandbox.eval("n = 0; 1_000_000.times { n += 1 }") if wake_ups < 20 }
        [wake_ups, rests?]
      end

      expect(during).to be >= 20
      expect(rests).to be(true)
    end

    it "sleeps while every guest waits for a service, and wakes for it afterwards" do
      rested, error = in_child do
        rested = nil
        patient = Kobako::Sandbox.new(timeout: 1)
        patient.define(:Host).bind(:Wait, -> { (rested = rests?) && nil })
        begin
          patient.eval("Host::Wait.call; loop {}")
        rescue Kobako::TimeoutError => e
          [rested, [e.class, patient.usage.wall_time >= 1]]
        end
      end

      expect(rested).to be(true)
      expect(error).to eq([Kobako::TimeoutError, true])
    end
  end
end
