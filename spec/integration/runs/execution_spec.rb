# frozen_string_literal: true

require "support/processes"

RSpec.describe Kobako::Execution do
  include Processes

  let(:sandbox) { Kobako::Sandbox.new(timeout: 600) }

  describe "of a script that ends" do
    subject(:run) { sandbox.execute("puts 'out'; warn 'err'; [1, :two]") }

    it "has its value, output and usage, and is frozen" do
      expect(run).to have_attributes(value: [1, :two], ok?: true, running?: false, error: nil, stdout: "out\n",
                                     stderr: "err\n", stdout_truncated?: false, stderr_truncated?: false, name: nil)
      expect(run).to be_frozen
      expect(run.usage).to have_attributes(wall_time: be_positive, cpu_time: be_positive, memory_peak: be_positive)
    end

    it "keeps what it left when others run" do
      kept = run
      sandbox.execute("print 'other'; 2")

      expect(kept).to have_attributes(value: [1, :two], stdout: "out\n")
    end
  end

  {
    "a script that raises" => ["print 1; raise KeyError, 'gone'", Kobako::SandboxError],
    "a script that does not compile" => ["1 +", Kobako::SandboxError],
    "a script whose value cannot cross" => ["Object.new", Kobako::SandboxError],
    "a service that raises" => ["Host::Fail.call", Kobako::ServiceError],
    "a script that runs too long" => ["loop {}", Kobako::TimeoutError],
    "a script that takes too much memory" => ["a = []; loop { a << 'x' * 10_000 }", Kobako::MemoryLimitError]
  }.each do |what, (code, error)|
    it "has the error of #{what}, which has it" do
      sandbox.define(:Host).bind(:Fail, -> { raise "no" })
      run = sandbox.execute(code) { |settings| settings.timeout = 0.1 if error == Kobako::TimeoutError }

      expect(run).to have_attributes(ok?: false, running?: false, error: be_an_instance_of(error))
      expect(run.error.execution).to equal(run)
      expect { run.value }.to raise_error(equal(run.error))
      expect { sandbox.eval(code) { |settings| settings.timeout = 0.1 if error == Kobako::TimeoutError } }
        .to raise_error(error) { |raised| expect(raised.execution).to have_attributes(ok?: false, error: raised) }
    end
  end

  it "has the value of a call, as run gives it" do
    sandbox.preload(code: "Add = ->(a, options) { a + options[:b] }", name: :Add)

    expect(sandbox.call(:Add, 1, b: 2)).to have_attributes(value: 3, ok?: true)
    expect(sandbox.call(:Add, 1, b: nil)).to have_attributes(ok?: false, error: be_a(Kobako::SandboxError))
    expect(sandbox.call(:None)).to have_attributes(error: be_a(Kobako::SandboxError))
  end

  it "is not there for misuse, which raises", :misuse do
    expect { sandbox.execute(5) }.to raise_error(Kobako::SandboxError, /code is a Integer/)
    expect { sandbox.execute("1", line: 0) }.to raise_error(ArgumentError, /line is 0/)
    expect { sandbox.call(:add) }.to raise_error(ArgumentError, /target name/)
    expect { sandbox.call(5) }.to raise_error(TypeError)
    expect { sandbox.call(:Add, "a" => 1) }.to raise_error(ArgumentError, /keyword "a"/)
    expect { sandbox.call(:Add, Mutex.new.method(:lock)) }.to raise_error(ArgumentError, /cannot be sent/)
  end

  it "is left by an interrupt, an exit and a throw, which go on" do
    run = nil
    sandbox.define(:Host).bind(:Exit, -> { exit(3) }).bind(:Throw, -> { throw :done, 7 })

    expect { sandbox.execute("Host::Exit.call") { |settings| run = settings } }.to raise_error(SystemExit)
    expect(run).to have_attributes(ok?: false, running?: false, error: be_a(SystemExit))
    expect(catch(:done) { sandbox.execute("Host::Throw.call") { |settings| run = settings } }).to eq(7)
    expect(run).to have_attributes(ok?: false, error: nil)
    expect { run.value }.to raise_error(Kobako::Error, /left by a throw/)
  end

  it "can be asked while it runs, from another thread" do
    run = started = nil
    done = false
    sandbox.define(:Host).bind(:Done, -> { (started = true) && done })
    code = "print 'so far'; nil until Host::Done.call; 5"
    thread = Thread.new { sandbox.execute(code) { |settings| run = settings } }
    Thread.pass until started

    expect(run).to have_attributes(running?: true, ok?: false, stdout: "so far", usage: Kobako::Usage::EMPTY)
    expect { run.value }.to raise_error(Kobako::Error, /has not ended/)
    done = true
    expect(thread.value).to equal(run)
    expect(run).to have_attributes(running?: false, value: 5)
  end

  it "has no public constructor, and is not marshalled or copied" do
    expect { described_class.new }.to raise_error(TypeError)
    expect { Marshal.dump(sandbox.execute("1")) }.to raise_error(TypeError)
    expect { sandbox.execute("1").dup }.to raise_error(TypeError)
  end

  it "counts calls, bytes and the time of services" do
    sandbox.define(:Host).bind(:Nap, ->(_) { sleep(0.02) && ("x" * 1000) })
    usage = sandbox.execute("2.times { Host::Nap.call('y' * 500) }").usage

    expect(usage).to have_attributes(service_calls: 2, bytes_received: be_between(1000, 1200),
                                     bytes_sent: be_between(2000, 2200), service_time: be >= 0.04)
    expect(usage.cpu_time).to be < usage.wall_time
  end

  it "says whether its program was kept from earlier runs" do
    code = "x = #{"1 + " * 500}1"
    kept = Array.new(12) { sandbox.execute(code).usage.kept? }

    expect([kept.first, kept.last]).to eq([false, true])
  end

  describe "#cancel" do
    it "ends a computing script, which cannot rescue it" do
      run = nil
      code = "begin; print 1; loop {}; rescue Exception; print 2; ensure; print 3; end"
      thread = Thread.new { sandbox.execute(code) { |settings| run = settings } }
      Thread.pass until run&.stdout == "1"
      run.cancel

      expect(thread.value).to have_attributes(error: be_a(Kobako::CancelledError), stdout: "1")
      expect(sandbox.eval("1")).to eq(1)
    end

    it "ends a script that waits for a service when that has answered" do
      run = nil
      sandbox.define(:Host).bind(:Cancel, -> { run.cancel })

      expect { sandbox.eval("begin; Host::Cancel.call; rescue Exception; end; print 1") { |settings| run = settings } }
        .to raise_error(Kobako::CancelledError, "Sandbox#eval failed: the run was cancelled")
      expect(run.stdout).to eq("")
    end

    it "ends a run in the block of a service" do
      run = nil
      sandbox.define(:Host).bind(:Twice, lambda { |&block|
        run.cancel
        block.call
      })

      expect { sandbox.eval("Host::Twice.call { loop {} }") { |settings| run = settings } }
        .to raise_error(Kobako::CancelledError)
    end

    it "keeps a run from beginning, and does nothing after its end" do
      expect(sandbox.execute("loop {}", &:cancel).error).to be_a(Kobako::CancelledError)
      run = sandbox.execute("1")
      run.cancel
      expect(run.value).to eq(1)
    end
  end
end
