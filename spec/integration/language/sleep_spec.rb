# frozen_string_literal: true

require "support/unhurried"

RSpec.describe "sleep in a guest" do
  include Unhurried

  let(:sandbox) { Kobako::Sandbox.new }

  it "moves the clocks of the invocation on instead of waiting" do
    expect(sandbox.eval(<<~RUBY)).to eq([3600, 86_400, 90_000.0, 90_000])
      slept = [sleep(3600), sleep(86_400)]
      [*slept, Process.clock_gettime(Process::CLOCK_MONOTONIC), Time.now.to_i]
    RUBY
  end

  it "leaves the clock of the next invocation where the host set it" do
    sandbox.eval("sleep 50")
    expect(sandbox.eval("Time.now.to_i")).to eq(0)
  end

  it "moves the host's clock on, too, as the guest sees it" do
    host = Kobako::Sandbox.new(clock: :host)
    expect(host.eval("before = Time.now; sleep 1_000; (Time.now - before).floor")).to be_between(1_000, 1_000 + 60)
    expect(host.eval("Time.now.to_i")).to be_within(600).of(Time.now.to_i)
  end

  it "is rounded to whole seconds" do
    expect(sandbox.eval("[0, 0.4, 0.6, 1.4, Rational(5, 2)].map { |seconds| sleep(seconds) }")).to eq([0, 0, 1, 1, 3])
  end

  it "ends at the timeout of the sandbox where it never ends" do
    short = Kobako::Sandbox.new(timeout: 0.2)
    expect { short.eval("loop { sleep 1 }") }.to raise_error(Kobako::TimeoutError)
    expect(unhurried(short, "sleep 1")).to eq(1)
  end

  it "raises for what nothing could end" do
    ["sleep", "sleep nil", "Kernel.sleep", "m = Mutex.new; m.lock; m.sleep"].each do |code|
      expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, /nothing in a sandbox could end it/)
    end
  end

  it "says how far the clock goes" do
    expect(sandbox.eval("sleep 9_000_000_000")).to eq(9_000_000_000)
    expect { sandbox.eval("sleep 9_000_000_000; sleep 1_000_000_000") }
      .to raise_error(Kobako::SandboxError, /the year 2262/)
    expect { sandbox.eval("sleep 10**12") }
      .to raise_error(Kobako::SandboxError, /too many to sleep \(at most 9223372036\)/)
    expect(sandbox.eval("(sleep 10**30 rescue $!.class); sleep 1")).to eq(1)
  end

  it "lets queues, locks and conditions time out" do
    expect(sandbox.eval(<<~RUBY)).to eq([nil, nil, nil, 9.0])
      full = SizedQueue.new(1)
      full << 1
      lock = Mutex.new.lock
      [Queue.new.pop(timeout: 2), full.push(2, timeout: 3), ConditionVariable.new.wait(lock, 4),
       Process.clock_gettime(Process::CLOCK_MONOTONIC)]
    RUBY
  end

  it "lets Timeout interrupt it when its time comes, the first of several first" do
    expect(sandbox.eval(<<~RUBY)).to eq(["outer", 2.0, true, "negative"])
      seen = begin
        Timeout.timeout(2, IOError, "outer") { Timeout.timeout(5) { sleep 60 } }
      rescue IOError => e
        e.message
      end
      negative = begin
        Timeout.timeout(-1) { 1 }
      rescue ArgumentError
        "negative"
      end
      [seen, Process.clock_gettime(Process::CLOCK_MONOTONIC), sleep(60) == 60, negative]
    RUBY
  end
end
