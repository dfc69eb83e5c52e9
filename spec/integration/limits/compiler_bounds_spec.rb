# frozen_string_literal: true

require "timeout"
require "support/hostile_module"
require "support/processes"

RSpec.describe "What a module asks of the compiler" do
  include HostileModule
  include Processes

  # Locals that live through nested loops, each of which goes back from its end.
  nested_loops = lambda do |locals, loops|
    sums = Array.new(locals) { |at| "(local.set #{at} (i32.add (local.get #{at}) (i32.const 1)))" }
    "(func (local #{"i32 " * locals}) #{"(loop " * loops} #{sums.join} #{"(br_if 0 (local.get 0)))" * loops})"
  end

  blocks_around_locals = lambda do |locals, blocks|
    sets = Array.new(locals) { |at| "(local.set #{at} (i32.const 1))" }
    "(func (local #{"i32 " * locals}) #{"(block " * blocks}#{sets.join}#{")" * blocks})"
  end

  # A second and more of work for the compiler, within all limits.
  long = lambda do
    steps = Array.new(4_000) { |at| "(local.set 0 (i32.add (local.get 0) (i32.const #{at})))" }
    "(func (param i32) #{steps.join})" * 16
  end

  describe "is refused if it passes a limit, and taken below it:" do
    {
      "locals" => [499, 500, 501, ->(count) { "(func (local #{"i32 " * count}))" }],
      "nested blocks" => [2498, 2499, 2500, ->(count) { "(func #{"(block " * count}#{")" * count})" }],
      "nested loops" => [49, 50, 51, ->(count) { "(func #{"(loop " * count}#{")" * count})" }],
      "loops" => [999, 1000, 1001, ->(count) { "(func #{"(loop)" * count})" }],
      "parameters and results of one type" => [67, 68, 69, ->(count) { "(func (param #{"i32 " * count}))" }],
      "operations" => [99_998, 99_999, 100_000, ->(count) { "(func #{"nop " * count})" }],
      "values that meet in the blocks" => [98, 99, 100, ->(count) { blocks_around_locals[400, count] }],
      "bytes of one passive data segment" =>
        [(1 << 20) - 1, 1 << 20, (1 << 20) + 1, ->(count) { %[(data "#{"x" * count}")] }]
    }.each do |kind, (below, at, over, text)|
      it kind do
        [below, at].each { |count| sound(hostile_sandbox(fields: text[count])) }

        expect { hostile_sandbox(fields: text[over]) }
          .to raise_error(Kobako::SetupError, /too much of the compiler: .*\d #{kind} or more, the limit is \d+ \(/)
        sound(hostile_sandbox)
      end
    end

    { "2,000 locals through 500 loops" => [2000, 500], "5,000 locals through 1,000 loops" => [5000, 1000],
      "499 locals through 500 loops" => [499, 500], "20 locals through 2,000 loops" => [20, 2000] }.each do |kind, size|
      it "#{kind}, whose compilation takes minutes" do
        expect { hostile_sandbox(fields: nested_loops[*size]) }
          .to raise_error(Kobako::SetupError, /function \d+ has .*the limit is/)
      end
    end
  end

  {
    "vectors" => ["(func (drop (v128.const i64x2 1 2)))"],
    "atomic operations" => ["(func (drop (i32.atomic.load (i32.const 0))))", "--enable-threads"],
    "typed function references" => ["(type $f (func)) (func (param (ref $f)))", "--enable-function-references"],
    "a second memory" => ["(memory 1)", "--enable-multi-memory"]
  }.each do |kind, (fields, *options)|
    it "is refused with #{kind}, which no guest needs" do
      wasm = HostileModule.assemble(HostileModule.wat(fields:), *options)

      expect { Kobako::Sandbox.new(wasm_path: file_of(wasm)) }
        .to raise_error(Kobako::SetupError, /is not a WebAssembly module for kobako/)
    end
  end

  it "may be tail calls" do
    less = "(i32.sub (local.get 0) (i32.const 1))"
    fields = "(func $count (param i32) (if (local.get 0) (then (return_call $count #{less}))))"
    wasm = HostileModule.assemble(HostileModule.wat(fields:, eval: "(call $count (i32.const 100000))"),
                                  "--enable-tail-call")

    expect(Kobako::Sandbox.new(wasm_path: file_of(wasm)).eval("attack")).to eq(42)
  end

  describe "takes long, and meanwhile" do
    let(:path) { file_of(HostileModule.assemble(HostileModule.wat(fields: long.call))) }

    before { path }

    def load = Kobako::Sandbox.new(wasm_path: path)

    # Whether the code is there: what is asserted under way must come before.
    def compiled? = Dir.glob("#{ENV.fetch("KOBAKO_CACHE_DIR")}/*.cwasm").any?

    # A process that finds nothing compiled.
    def own_cache = ENV.slice("KOBAKO_CACHE_DIR")

    def compilers(pid = "self") = compiler_threads(pid).size

    def compiler_threads(pid = "self")
      Dir.glob("/proc/#{pid}/task/*/comm").select { |comm| compiler?(comm) }
    end

    def compiler?(comm)
      File.read(comm).start_with?("kobako-compiler")
    rescue Errno::ENOENT, Errno::ESRCH
      false
    end

    def wait_for_a_compiler(pid = "self")
      wait_until { compilers(pid).positive? }
    end

    it "Timeout ends the wait" do
      expect { Timeout.timeout(0.05) { load } }.to raise_error(Timeout::Error)
      expect(compiled?).to be(false)
      sound(load)
    end

    it "Thread#kill ends the wait" do
      waiting = Thread.new { load }
      wait_for_a_compiler
      waiting.kill.join

      expect(compiled?).to be(false)
      sound(load)
    end

    it "Thread#raise ends the wait" do
      waiting = Thread.new { load }
      waiting.report_on_exception = false
      wait_for_a_compiler
      waiting.raise(IOError)

      expect { waiting.join }.to raise_error(IOError)
      expect(compiled?).to be(false)
      sound(load)
    end

    it "other threads run, and one compiler works for all who wait" do
      waiting = Array.new(8) { Thread.new { load } }
      wait_for_a_compiler
      seen = [compiler_threads]
      seen << compiler_threads until compiled? || waiting.none?(&:alive?)

      expect(seen.size).to be > 20
      # A thread that the compiler starts has its name until it is given its own, which may take a while.
      expect(seen.flatten.tally.count { |_, looks| looks > seen.size / 4 }).to eq(1)
      waiting.each { |thread| sound(thread.value) }
    end

    it "another module waits for its turn, which an interrupt ends" do
      other = File.join(@folder, "other.wasm")
      File.binwrite(other, HostileModule.assemble(HostileModule.wat))
      waiting = Thread.new { load }
      wait_for_a_compiler
      waiting.kill.join
      expect { Timeout.timeout(0.1) { Kobako::Sandbox.new(wasm_path: other) } }.to raise_error(Timeout::Error)
      expect(compiled?).to be(false)
      sound(Kobako::Sandbox.new(wasm_path: other))
    end

    it "SIGTERM ends the process" do
      pid = fork { load }
      wait_for_a_compiler(pid)
      Process.kill(:TERM, pid)

      expect(Process.wait2(pid).last).not_to be_success
      expect(compiled?).to be(false)
    end

    it "the process can exit, with its exit handlers" do
      script = <<~RUBY
        require "timeout"
        at_exit { puts "left" }
        Timeout.timeout(0.05) { Kobako::Sandbox.new(wasm_path: #{path.inspect}) } rescue puts($!.class)
        exit
      RUBY

      expect(in_process(script, own_cache)).to eq("Timeout::Error\nleft\n")
      expect(compiled?).to be(false)
    end

    it "a forked child compiles for itself" do
      waiting = Thread.new { load }
      wait_for_a_compiler
      results = Array.new(2) { in_child { [compilers, load.eval("good"), Kobako::Sandbox.new.eval("1 + 1")] } }

      expect(results).to all(eq([0, 42, 2]))
      sound(waiting.value)
    end

    it "a child that a signal's handler forked in the waiting thread compiles for itself" do
      script = <<~RUBY
        reader, writer = IO.pipe
        parent = Process.pid
        trap(:USR1) { fork }
        names = -> { Dir["/proc/self/task/*/comm"].map { |comm| File.read(comm) rescue "" } }
        Thread.new do
          sleep 0.001 until names.call.any? { |name| name.start_with?("kobako-compiler") }
          Process.kill(:USR1, parent)
        end
        result = Kobako::Sandbox.new(wasm_path: #{path.inspect}).eval("good")
        Process.pid == parent ? Process.wait : exit!(result == 42 ? 0 : 1)
        puts result, $?.exitstatus
      RUBY

      expect(in_process(script, own_cache)).to eq("42\n0\n")
    end
  end

  describe "includes long copies and fills of memory, between whose parts" do
    grow = "(drop (memory.grow (i32.const 32768)))"
    fill = "(memory.fill (i32.const 65536) (i32.const 1) (i32.const 0x7ff00000))"
    copy = "(memory.copy (i32.const 65537) (i32.const 65536) (i32.const 0x7ff00000))"

    { "a fill" => fill, "a copy" => copy }.each do |kind, operation|
      it "#{kind} of 2 GiB looks at the deadline" do
        limits = { timeout: 0.05, memory_limit: nil }
        sandbox = hostile_sandbox(limits, eval: "#{grow} (loop $again #{operation} (br $again))")
        sound(sandbox)
        begun = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
        expect { sandbox.eval("attack") }.to raise_error(Kobako::TimeoutError)

        # The whole of it takes more of the processor's time than this, wherever it was measured.
        expect(Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - begun).to be < allowed(0.5)
        sound(sandbox)
      end
    end
  end
end
