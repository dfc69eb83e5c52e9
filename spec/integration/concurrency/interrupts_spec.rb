# frozen_string_literal: true

require "timeout"
require "support/examples/large_results"

RSpec.describe "An interrupt" do
  include Interrupts

  Interrupts::KINDS.each do |kind|
    describe "by #{kind}" do
      {
        "guest code" => "loop {}",
        "guest code that rescues and ensures" =>
          "loop { begin; loop {}; rescue Exception; ensure; print 'escaped'; end }",
        "native code of the guest" => "a = 7**20_000; loop { a * a }",
        "a service that waits" => "Host::Sleep.call",
        "a service that computes" => "Host::Spin.call",
        "the block of a service" => "Host::Give.call(1) { loop {} }",
        "a service called in the block of a service" => "Host::Give.call(1) { Host::Sleep.call }",
        "the fetch of a block's value" => "list = Array.new(1_000_000, 1); Host::Weigh.call { list }",
        "a guest that calls services" => "loop { Host::Give.call(1) { 1 } }"
      }.each do |place, code|
        it "ends #{place} as plain Ruby would, soon, and leaves the sandbox usable" do
          @calls = true
          @delay = 0.1 if kind == "Timeout.timeout"
          expect_interrupted(kind, sandbox) { sandbox.eval("print 'before'; kept = Host::Give.call(0); #{code}") }

          expect(sandbox.stdout).to eq("before")
          expect(sandbox.eval("[6 * 7, Host::Give.call(0).size]")).to eq([42, 50])
        end
      end

      describe "while the host works on a large message" do
        include_examples "the decoding of a large result", kind, 1_000_000

        it "ends the encoding of arguments, soon" do
          sandbox.preload(code: "Nothing = ->(*) { nil }", name: :Nothing)
          sandbox.run(:Nothing)
          # The last element is refused: the guest does not run.
          large = Array.new(4_000_000, []).push(method(:puts))
          expect_interrupted(kind, sandbox) { loop { encode(large) } }

          expect(sandbox.run(:Nothing)).to be_nil
        end
      end
    end
  end

  it "ends the encoding of arguments anywhere, for a signal, which waits for no thread's turn" do
    kept = trap("INT", "DEFAULT")
    sandbox.preload(code: "Nothing = ->(*) { nil }", name: :Nothing)
    large = Array.new(15_000_000, []).push(method(:puts))
    whole = Array.new(3) { worked { encode(large) } || @worked }.min
    # It comes at any place of any of the calls.
    parts = Array.new(20) do
      sender = begin_sender("INT", 0.05)
      expect { @orders.puts || loop { worked { encode(large) } } }.to raise_error(Interrupt)
      Process.wait(sender)
      break [@worked] if @worked < whole / 2

      @worked
    end

    expect(parts.min).to be < whole / 2
  ensure
    trap("INT", kept)
  end

  # Each does a part of a run again and again: what Ruby keeps back, as `defined?` does, is lost.
  {
    "where an argument cannot cross" => ->(example) { example.encode([method(:puts)]) },
    "where what comes after an object cannot cross" => ->(example) { example.encode([Object.new, method(:puts)]) },
    "where a service is called" => ->(example) { example.sandbox.eval("Host::Get.call") },
    "where a run has settings" => ->(example) { example.sandbox.execute("1") { |run| run.timeout = 5 } },
    "where a run fails" => ->(example) { example.sandbox.execute("raise 'x'") }
  }.each do |place, work|
    it "is not lost #{place}" do
      sandbox.preload(code: "Nothing = ->(*) { nil }", name: :Nothing)
      sandbox.define(:Host).bind(:Get, -> { 1 })
      sandbox.run(:Nothing)
      kept = trap("INT", "DEFAULT")
      refused = -> { work.call(self) }
      commands, orders = IO.pipe
      sender = fork do
        orders.close
        commands.each_line { sleep(0.0005) && Process.kill(:INT, Process.ppid) }
        exit!
      end
      commands.close
      300.times do
        give_up = now + 60
        expect do
          orders.puts
          refused.call while now < give_up
        end.to raise_error(Interrupt)
      end
    ensure
      trap("INT", "IGNORE")
      orders.close
      Process.wait(sender)
      trap("INT", kept)
    end
  end

  it "is the service's own failure when a StandardError is raised in a service, as if it had raised it" do
    failure = IOError.new("stop")
    @calls = true
    ended, = raised_in(failure) { sandbox.eval("Host::Sleep.call") }

    expect(ended).to be_an_instance_of(Kobako::ServiceError).and have_attributes(cause: equal(failure))
  end

  # Raises `error` in the thread of `code` once it has printed `text`; what came of it.
  def raised_once_printed(error, text, code)
    run = nil
    thread = Thread.new { sandbox.eval(code) { |own| run = own } }
    thread.report_on_exception = false
    Thread.pass until run&.stdout == text
    thread.raise(error)
    thread.value
  rescue StandardError => e
    e
  end

  it "is a StandardError's own in guest code and in a block of a service" do
    failure = IOError.new("stop")
    endless = "print 'in'; loop {}"
    ends = [endless, "Host::Give.call(1) { #{endless} }", "Host::Give.call(1) { Host::Give.call(1) { #{endless} } }"]
           .map { |code| raised_once_printed(failure, "in", "begin; #{code}; rescue Exception; 7; end") }

    expect(ends).to all(equal(failure))
  end

  it "leaves no host object behind that the guest had a handle of" do
    5.times { raised_in(stop) { sandbox.eval("kept = Host::Give.call(0); loop {}") } }
    GC.start

    expect(ObjectSpace.each_object(Interrupts::HELD).count).to be < 50
  end

  it "may come wherever the host's own code lets it in: nothing is left half done" do
    code = "Host::Give.call(1) { Host::Give.call(0).size }"
    interrupted = (0..).each do |count|
      break count unless interrupted_at(count) { sandbox.eval(code) }

      expect([sandbox.eval(code), Kobako::Runtime.slots_in_use]).to eq([50, slots])
    end

    expect(interrupted).to be > 10
  end

  describe "that a service rescues" do
    let(:rescuing) { Kobako::Sandbox.new(timeout: 600) }

    def bound(**services)
      services.each { |name, service| rescuing.define(:Host).bind(name, service) }
      rescuing
    end

    it "in its own code, lets the guest go on" do
      bound(Patient: lambda {
        begin
          Timeout.timeout(0.03) { sleep }
        rescue Timeout::Error
          "gave up"
        end
      })

      expect(rescuing.eval("Host::Patient.call + '!'")).to eq("gave up!")
    end

    {
      "Timeout.timeout" => lambda { |&block|
        begin
          Timeout.timeout(0.5) { block.call }
        rescue Timeout::Error
          :gave_up
        end
      },
      "a rescue of an exception" => lambda { |&block|
        Thread.new(Thread.current) { |thread| sleep(0.5) && thread.raise(IOError, "stop") }
        begin
          block.call
        rescue IOError
          :gave_up
        end
      }
    }.each do |kind, service|
      it "around its block, by #{kind}, ends the invocation: the block cannot go on, nor be left" do
        bound(Impatient: service)

        expect(spent do
          expect { rescuing.eval("begin; Host::Impatient.call { loop {} }; rescue Exception; 7; end") }
            .to raise_error(Kobako::TrapError, /a service kept back what ended its block/)
        end).to be < allowed(5)
        expect(rescuing.eval("6 * 7")).to eq(42)
      end
    end

    {
      "a throw" => [-> { throw :done, 5 }, ->(&block) { catch(:done) { block.call } }],
      "an exit" => [lambda {
        exit(3)
      }, lambda { |&block|
        begin
          block.call
        rescue SystemExit
          5
        end
      }]
    }.each do |kind, (inner, outer)|
      it "around its block, of #{kind} in another service, ends the invocation, and no answer goes astray" do
        bound(Inner: inner, Outer: outer)

        expect { rescuing.eval("Host::Outer.call { print Host::Inner.call; 1 }") }
          .to raise_error(Kobako::TrapError, /a service kept back what ended its block/)
        expect(rescuing.stdout).to eq("")
        expect(rescuing.eval("6 * 7")).to eq(42)
      end
    end

    it "and turns into another, ends the invocation with that if it is no StandardError" do
      bound(Turning: lambda { |&block|
        begin
          Timeout.timeout(0.03) { block.call }
        rescue Timeout::Error
          raise NotImplementedError, "turned"
        end
      })

      expect { rescuing.eval("Host::Turning.call { loop {} }") }.to raise_error(NotImplementedError, "turned")
      expect(rescuing.eval("6 * 7")).to eq(42)
    end
  end

  it "is a signal's handler that only looks: the guest goes on" do
    seen = 0
    kept = trap("USR1") { seen += 1 }
    # One that is sent before the one before it was handled may be the same.
    signal = Thread.new do
      3.times { |sent| sleep(0.02) && Process.kill(:USR1, Process.pid) && wait_until { seen > sent } }
    end
    expect(sandbox.eval("n = 0; 3_000_000.times { n += 1 }; n")).to eq(3_000_000)
    signal.join
    expect(seen).to eq(3)
  ensure
    trap("USR1", kept || "DEFAULT")
  end

  it "is a signal's handler that raises" do
    kept = trap("USR1") { raise IOError, "stop" }
    run = nil
    Thread.new { Process.kill(:USR1, Process.pid) if wait_until { run&.stdout == "in" }.nil? }
    used = spent { expect { sandbox.eval("print 'in'; loop {}") { |own| run = own } }.to raise_error(IOError, "stop") }

    expect(used).to be < allowed(3)
    expect(sandbox.eval("6 * 7")).to eq(42)
  ensure
    trap("USR1", kept || "DEFAULT")
  end

  {
    "Ctrl-C" => ["INT", Interrupt], "exit from a handler" => ["TERM", SystemExit]
  }.each do |kind, (signal, expected)|
    [0, 1].each do |threads|
      it "is #{kind} in a process with #{threads} other threads" do
        seen = in_child do
          trap("INT", "DEFAULT")
          trap("TERM") { exit(3) }
          threads.times { Thread.new { sleep } }
          own = Kobako::Sandbox.new(timeout: 60)
          begin_sender(signal, 0.1)
          begin
            own.eval("print 'in'; loop {}") { |run| run.on_output { @orders.puts } }
          rescue Interrupt, SystemExit => e
            [e.class, own.usage.cpu_time < 10, own.eval("6 * 7")]
          end
        end

        expect(seen).to eq([expected, true, 42])
      end
    end
  end

  { "the end of its thread" => "Thread.exit", "a throw" => "throw :out" }.each do |kind, code|
    it "may be #{kind} that comes while the exception of the invocation is made" do
      printed = in_process(<<~RUBY)
        class Kobako::TimeoutError
          def initialize(*) = #{code}
        end
        sandbox = Kobako::Sandbox.new(timeout: 0.01)
        Thread.new { catch(:out) { sandbox.eval("loop {}") } }.join
        print sandbox.eval("6 * 7")
      RUBY
      expect(printed).to eq("42")
    end
  end

  it "is Thread.handle_interrupt's to put off" do
    patient = Kobako::Sandbox.new(timeout: 0.5)
    thread = running do
      Thread.handle_interrupt(IOError => :never) do
        patient.eval("loop {}")
      rescue Kobako::TimeoutError
        :timed_out
      end
    end
    thread.raise(IOError, "stop")

    expect { thread.value }.to raise_error(IOError)
    expect(patient.usage.wall_time).to be >= 0.5
  end

  # Raises in the block where the host's code returns from a method the `count`th time, which is where Ruby looks
  # for interrupts; whether it got so far.
  def interrupted_at(count)
    trace = TracePoint.new(:return) do |point|
      if point.path.start_with?(File.join(Processes::LIB, "kobako/")) && (count -= 1).negative?
        trace.disable
        raise stop
      end
    end
    trace.enable(target_thread: Thread.current) { yield && false }
  rescue Interrupt
    true
  end

  # A process that signals this one so many seconds after it got a line by @orders.
  def begin_sender(signal, seconds)
    commands, @orders = IO.pipe
    spawn("read line; sleep #{seconds}; kill -#{signal} #{Process.pid}", in: commands)
  ensure
    commands.close
  end

  # The last element of `value` is to be one that is refused.
  def encode(value)
    sandbox.run(:Nothing, value)
  rescue ArgumentError => e
    raise unless e.message.match?(/cannot cross/)
  end

  # Seconds of a processor that this thread had for the block, however busy others keep it; in @worked.
  def worked
    before = Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID)
    yield
  ensure
    @worked = Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID) - before
  end
end
