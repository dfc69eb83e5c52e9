# frozen_string_literal: true

require "support/hostile_module"
require "support/processes"

RSpec.describe "Many callers" do
  include HostileModule
  include Processes

  ask = "Host::Yield.call(1) { |n| Host::Ask.call + n }"

  let(:sandbox) { Kobako::Sandbox.new(timeout: 600) }

  def bound(sandbox = Kobako::Sandbox.new(timeout: 600), **services)
    services.each { |name, service| sandbox.define(:Host).bind(name, service) }
    sandbox
  end

  # The sandbox, and code that computes until @done is true, then runs `code`, and gives a count.
  def until_done(code)
    bound(sandbox, Done: -> { @done || false })
    [sandbox, "n = 0; (300_000.times { n += 1 }) until n > 0 && Host::Done.call; #{code}; n"]
  end

  describe "of one sandbox" do
    it "run beside each other" do
      result = meanwhile(*until_done("print 'done'")) do |thread|
        20.times { |number| expect(sandbox.eval("print #{number}; #{number}")).to eq(number) }
        expect(sandbox.stdout).to eq("19")
        expect(thread).to be_alive
        @done = true
      end

      expect(result).to be_positive.and(satisfy { |number| (number % 300_000).zero? })
      expect(sandbox.stdout).to eq("19")
    end

    it "read the run that ended last on their own thread, and without one the last of all" do
      guest = until_done("print 'after'")
      sandbox.eval("print 'before'")
      before = sandbox.usage

      meanwhile(*guest) do |thread|
        expect(sandbox).to have_attributes(stdout: "before", stderr: "", stdout_truncated?: false, usage: before)
        expect(thread).to be_alive
        @done = true
      end
      expect(sandbox.stdout).to eq("before")
      expect(Thread.new { sandbox.stdout }.value).to eq("after")
    end

    {
      "eval" => ->(sandbox) { sandbox.eval("1") }, "run" => ->(sandbox) { sandbox.run(:Nothing) }
    }.each do |way, call|
      it "run in its own service, by #{way}" do
        bound(sandbox, Again: -> { call.call(sandbox) })
        sandbox.preload(code: "Nothing = ->(*) { 1 }", name: :Nothing)

        expect(sandbox.eval("[Host::Again.call, Host::Again.call]")).to eq([1, 1])
      end
    end

    it "run in its own service until that nests too deeply, which ends its runs and no more" do
      depth = 0
      bound(sandbox, Again: -> { (depth += 1) && sandbox.eval("Host::Again.call") })

      expect { sandbox.eval("Host::Again.call") }.to raise_error(Kobako::Error)
      expect(depth).to be > 1
      expect(sandbox.eval("6 * 7")).to eq(42)
    end

    it "cannot change it from its own service" do
      refused = []
      bound(sandbox, Change: lambda {
        [-> { sandbox.define(:Other) }, -> { sandbox.preload(code: "1", name: :One) }].each do |change|
          change.call
        rescue ArgumentError => e
          refused << e.class
        end
        1
      })

      expect(sandbox.eval("Host::Change.call")).to eq(1)
      expect(refused).to eq([ArgumentError, ArgumentError])
    end

    [false, true].each do |services|
      it "get right values on 8 threads, #{services ? "with" : "without"} services" do
        bound(sandbox, Add: ->(left, right) { left + right }) if services
        code = services ? "a = (1..50).map { |n| Host::Add.call(n, %d) }; a.sum" : "(1..50).map { |n| n + %d }.sum"
        wrong = Array.new(8) do |number|
          Thread.new { Array.new(100) { sandbox.eval(format(code, number)) - (50 * number) } }
        end.flat_map(&:value)

        expect(wrong.uniq).to eq([1275])
      end
    end

    it "cannot call a block of its service from another thread, which goes on" do
      path = file_of(HostileModule.assemble(HostileModule.wat(eval: "(loop (br 0))")))
      runtime = Kobako::Runtime.from_path(path, 0.2, nil, 1, 1)
      execution = runtime.execution
      thread = running { runtime.eval("attack", nil, nil, execution) }

      expect { execution.yield_to_block("\x90".b) }.to raise_error(an_instance_of(Kobako::Error))
      expect { thread.value }.to raise_error(Kobako::TimeoutError)
      expect(unhurried_in(runtime, "good")).to eq(42)
    end
  end

  describe "of different sandboxes" do
    # A sandbox whose service asks the next, `depth` times; the innermost gives the block's value.
    def nested(depth, &innermost)
      inner = depth > 1 ? nested(depth - 1, &innermost) : nil
      ask = -> { inner ? inner.eval("print #{depth}; Host::Ask.call + 1") : innermost.call }
      bound(Ask: ask)
    end

    it "nest to depth 20" do
      expect(nested(20) { 100 }.eval("Host::Ask.call")).to eq(119)
    end

    it "nest to depth 20, and what the innermost raises arrives as the cause of each" do
      error = begin
        nested(20) { raise IOError, "deep" }.eval("Host::Ask.call")
      rescue Kobako::ServiceError => e
        e
      end
      chain = Enumerator.produce(error, &:cause).take_while(&:itself)

      expect(chain.map(&:class)).to eq([*[Kobako::ServiceError] * 20, IOError])
    end

    it "nest to depth 20, and an exit of the innermost goes through all of them" do
      outer = nested(20) { exit(3) }

      expect { outer.eval("Host::Ask.call") }.to raise_error(SystemExit) { |e| expect(e.status).to eq(3) }
      expect(outer.eval("6 * 7")).to eq(42)
    end

    it "nest to depth 20 in blocks: each asks the next in the block of a service" do
      innermost = bound(Yield: ->(value, &block) { block.call(value) })
      outermost = (1...20).inject(innermost) do |inner, depth|
        bound(Yield: ->(value, &block) { block.call(value) },
              Ask: -> { inner.eval(depth == 1 ? "Host::Yield.call(41) { |n| n + 1 }" : ask) })
      end

      expect(outermost.eval(ask)).to eq(42 + 19)
    end

    it "make 8,000 invocations on 8 threads, which keep their results and output apart" do
      wrong = Array.new(8) do |number|
        Thread.new do
          own = bound(Add: ->(left, right) { left + right })
          Array.new(1000) do |turn|
            own.eval("$n ||= #{number}; print $n, #{turn}; [$n, Host::Add.call($n, #{turn})]") ==
              [number, number + turn] && own.stdout == "#{number}#{turn}"
          end
        end
      end.flat_map(&:value).tally

      expect(wrong).to eq(true => 8000)
    end

    it "make their first evals at the same time on many threads, without a deadlock" do
      script = "8.times.map { Thread.new { Kobako::Sandbox.new.eval('6 * 7') } }.each { |t| exit!(1) if t.value != 42 }"
      env = { "KOBAKO_CACHE_DIR" => File.join(@folder, "cache") }
      expect(in_process("Kobako::Sandbox.new", env)).to eq("")

      expect(Array.new(12) { in_process("Thread.new { sleep(600) && abort('deadlock') }; #{script}", env) }.uniq)
        .to eq([""])
    end
  end
end
