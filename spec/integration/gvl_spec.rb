# frozen_string_literal: true

require "support/processes"

RSpec.describe "The lock of Ruby's threads" do
  include Processes

  # `code` in a sandbox of its own whose guest calls `Host::Next`.
  def sandbox(timeout: 30)
    Kobako::Sandbox.new(timeout:).tap { |sandbox| sandbox.define(:Host).bind(:Next, ->(number) { number + 1 }) }
  end

  # Nanoseconds that the calling thread had a processor or waited for one: it waited for nothing else then.
  def runnable = File.read("/proc/thread-self/schedstat").split.first(2).sum(&:to_i)

  # The share of the time in the block for which the calling thread was runnable.
  def share_runnable(&)
    before = runnable
    taken = elapsed(&)
    (runnable - before) / 1e9 / taken
  end

  def voluntary_switches
    File.read("/proc/thread-self/status")[/^voluntary_ctxt_switches:\s+(\d+)/, 1].to_i
  end

  # How often another thread, which sleeps a little each time, gets on in the block.
  def turns
    count = 0
    counter = Thread.new { loop { (count += 1) && sleep(0.001) } }
    yield
    count
  ensure
    counter.kill
  end

  {
    "a guest" => "loop {}", "a block of a service" => "Host::Yield.call { loop {} }"
  }.each do |place, code|
    it "is let go while #{place} computes: other threads go on" do
      looping = Kobako::Sandbox.new(timeout: 0.5)
      looping.define(:Host).bind(:Yield, ->(&block) { block.call })
      alone = turns { sleep(0.5) }
      beside = turns { expect { looping.eval(code) }.to raise_error(Kobako::TimeoutError) }

      expect(beside).to be > alone / 10
    end
  end

  it "lets two guests use two processors: each is runnable all the time" do
    shares = in_child do
      boxes = Array.new(2) { sandbox.tap { |box| box.eval("1") } }
      boxes.map { |box| Thread.new { share_runnable { box.eval("n = 0; 8_000_000.times { n ^= 1 }") } } }.map(&:value)
    end

    expect(shares).to all(be > 0.9)
  end

  it "is kept by two threads that compute in Ruby, which are runnable by turns: the measure can tell" do
    shares = in_child do
      # Until the same moment, for a thread that goes on alone has the lock for itself.
      finish = now + 2
      Array.new(2) { Thread.new { share_runnable { 1 until now > finish } } }.map(&:value)
    end

    expect(shares.sum).to be < 1.6
  end

  it "is kept by short work: an invocation waits for nobody" do
    waits = in_child do
      box = sandbox
      box.eval("Host::Next.call(1)")
      spinner = Thread.new { loop { sleep(0.01) } }
      before = voluntary_switches
      500.times { box.eval("Host::Next.call(1)") }
      spinner.kill
      voluntary_switches - before
    end

    expect(waits).to be < 100
  end

  it "leaves a guest its processor beside a thread that spins in Ruby" do
    alone, beside = in_child do
      box = sandbox
      code = "n = 0; 8_000_000.times { n ^= 1 }"
      box.eval("1")
      alone = share_runnable { box.eval(code) }
      Thread.new { loop { 1 } }
      [alone, share_runnable { box.eval(code) }]
    end

    expect(alone).to be > 0.9
    expect(beside).to be > 0.7
  end

  it "leaves a thread that spins in Ruby its processor beside guests" do
    share = in_child do
      boxes = Array.new(2) { sandbox.tap { |box| box.eval("1") } }
      boxes.each { |box| Thread.new { box.eval("loop {}") } }
      sleep(0.05)
      share_runnable { 20_000_000.times { 1 } }
    end

    expect(share).to be > 0.9
  end

  it "goes round between a spinner and a guest that calls services, which both get on" do
    calls, turns = in_child do
      box = sandbox(timeout: 2)
      calls = turns = 0
      counting = Kobako::Sandbox.new(timeout: 2)
      counting.define(:Host).bind(:Count, -> { calls += 1 })
      box.eval("1")
      Thread.new { loop { turns += 1 } }
      begin
        counting.eval("loop { Host::Count.call }")
      rescue Kobako::TimeoutError
        [calls, turns]
      end
    end

    expect(calls).to be > 5_000
    expect(turns).to be > 100_000
  end

  it "costs dispatch-heavy guests in 8 threads no more than 10 % of processor time over the same in sequence" do
    ratio = in_child do
      boxes = Array.new(8) { sandbox.tap { |box| box.eval("Host::Next.call(1)") } }
      code = "n = 0; 5_000.times { n = Host::Next.call(n) }; n"
      # Processor time, for other processes disturb the clock on the wall; the least of some runs, for the caches.
      in_sequence, in_threads = Array.new(5) do
        [processor_time { boxes.each { |box| box.eval(code) } },
         processor_time { boxes.map { |box| Thread.new { box.eval(code) } }.each(&:join) }]
      end.transpose.map(&:min)
      in_threads / in_sequence
    end

    expect(ratio).to be < 1.1
  end

  it "goes from one dispatch-heavy guest to another by Ruby's turns only" do
    switches = in_child do
      boxes = Array.new(8) { sandbox.tap { |box| box.eval("Host::Next.call(1)") } }
      boxes.map do |box|
        Thread.new do
          before = voluntary_switches
          box.eval("n = 0; 20_000.times { n = Host::Next.call(n) }")
          voluntary_switches - before
        end
      end.sum(&:value)
    end

    # 160,000 calls: a switch for each of them would make it slow.
    expect(switches).to be < 2_000
  end

  describe "and the ticker, which" do
    # What the ticker's thread woke up in the block, in a process of its own: elsewhere a forgotten guest may run.
    def wake_ups
      Dir["/proc/self/task/*"].sum do |task|
        next 0 unless File.read("#{task}/comm").start_with?("kobako")

        File.read("#{task}/status")[/^voluntary_ctxt_switches:\s+(\d+)/, 1].to_i
      end
    end

    def woken(seconds)
      before = wake_ups
      sleep(seconds)
      wake_ups - before
    end

    it "sleeps once no guest runs" do
      during, after = in_child do
        sandbox.eval("n = 0; 2_000_000.times { n += 1 }")
        during = wake_ups
        sleep(0.2)
        [during, woken(0.3)]
      end

      expect(during).to be > 10
      expect(after).to be < 5
    end

    it "sleeps while every guest waits for a service, and wakes for it afterwards" do
      waiting, error = in_child do
        patient = Kobako::Sandbox.new(timeout: 1)
        patient.define(:Host).bind(:Wait, -> { sleep(0.2) && woken(0.3) })
        waiting = nil
        patient.define(:Host).bind(:Tell, ->(number) { waiting = number })
        begin
          patient.eval("Host::Tell.call(Host::Wait.call); loop {}")
        rescue Kobako::TimeoutError => e
          [waiting, [e.class, patient.usage.wall_time]]
        end
      end

      expect(waiting).to be < 5
      expect(error).to match([Kobako::TimeoutError, be_between(1, 1.5)])
    end
  end

  def processor_time
    before = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    yield
    Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - before
  end
end
