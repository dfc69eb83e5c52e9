# frozen_string_literal: true

require "rbconfig"
require "timeout"
require "support/hostile_module"

RSpec.describe "Invocations beside other work" do
  include HostileModule

  let(:sandbox) { Kobako::Sandbox.new(timeout: 5) }
  let(:running) { /the sandbox is running already.*use another Sandbox/ }

  def elapsed
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    yield
    Process.clock_gettime(Process::CLOCK_MONOTONIC) - started
  end

  # Runs the block while another thread is in `code`; gives that thread's result.
  def meanwhile(code, sandbox = self.sandbox)
    thread = Thread.new { sandbox.eval(code) }
    thread.report_on_exception = false
    sleep(0.02)
    yield thread
    thread.value
  end

  # What a forked child gives, by way of Marshal; an exception there is one here.
  def in_child
    reader, writer = IO.pipe
    pid = fork do
      writer << Marshal.dump(yield)
    rescue Exception => e # rubocop:disable Lint/RescueException
      writer << Marshal.dump("#{e.class}: #{e.message}")
    ensure
      writer.close
      exit!
    end
    writer.close
    Marshal.load(reader.read) # rubocop:disable Security/MarshalLoad
  ensure
    reader.close
    Process.wait(pid)
  end

  describe "in one sandbox" do
    it "are refused while one runs, which goes on unharmed" do
      result = meanwhile("n = 0; 3_000_000.times { n += 1 }; print 'done'; n") do |thread|
        20.times { expect { sandbox.eval("1") }.to raise_error(an_instance_of(Kobako::Error), running) }
        expect(thread).to be_alive
      end

      expect(result).to eq(3_000_000)
      expect(sandbox.stdout).to eq("done")
      expect(sandbox.eval("1")).to eq(1)
    end

    it "leave the readers at the invocation before while one runs" do
      sandbox.eval("print 'before'")
      before = sandbox.usage

      meanwhile("print 'after'; n = 0; 2_000_000.times { n += 1 }") do |thread|
        expect(sandbox).to have_attributes(stdout: "before", stderr: "", stdout_truncated?: false, usage: before)
        expect(thread).to be_alive
      end
      expect(sandbox.stdout).to eq("after")
    end

    it "give clean errors and right values from 8 threads" do
      ends = Array.new(8) do |number|
        Thread.new do
          Array.new(100) do
            sandbox.eval("a = (1..50).map { |n| n * #{number} }; a.sum") == 1275 * number ? :right : :wrong
          rescue Kobako::Error => e
            e.instance_of?(Kobako::Error) && e.message.match?(running) ? :refused : e
          end
        end
      end.flat_map(&:value)

      expect(ends.uniq - %i[right refused]).to eq([])
      expect(ends).to include(:right)
      expect(sandbox.eval("6 * 7")).to eq(42)
    end

    it "are refused from another fiber while one waits for a service" do
      runtime = dispatching { Fiber.yield(:waiting) && "\xc0".b }
      fiber = Fiber.new { invoke(runtime) }

      expect(fiber.resume).to eq(:waiting)
      expect { invoke(runtime) }.to raise_error(Kobako::Error, running)
      expect(fiber.resume(:go)).to eq("\x01\x2a".b)
    end

    it "are refused from a service that the running one calls" do
      runtime = dispatching do
        expect { invoke(runtime) }.to raise_error(Kobako::Error, running)
        "\xc0".b
      end

      expect(invoke(runtime)).to eq("\x01\x2a".b)
    end

    it "refuse a call of a block from another thread, and go on" do
      path = file_of(HostileModule.assemble(HostileModule.wat(eval: "(loop (br 0))")))
      runtime = Kobako::Runtime.from_path(path, 0.2, nil, 1, 1)
      thread = Thread.new { invoke(runtime) }
      thread.report_on_exception = false
      sleep(0.02)

      expect { runtime.yield_to_active_invocation("\x90".b) }.to raise_error(an_instance_of(Kobako::Error))
      expect { thread.value }.to raise_error(Kobako::TimeoutError)
      expect(invoke(runtime, "good")).to eq("\x01\x2a".b)
    end
  end

  describe "in many sandboxes" do
    it "keep their results and output apart on 8 threads" do
      wrong = Array.new(8) do |number|
        Thread.new do
          own = Kobako::Sandbox.new
          Array.new(60) do |turn|
            own.eval("$n ||= #{number}; print $n, #{turn}; [$n, #{turn}]") == [number, turn] &&
              own.stdout == "#{number}#{turn}"
          end
        end
      end.flat_map(&:value).count(false)

      expect(wrong).to eq(0)
    end

    it "make their first evals at the same time on many threads, without a deadlock" do
      script = "8.times.map { Thread.new { Kobako::Sandbox.new.eval('6 * 7') } }.each { |t| exit!(1) if t.value != 42 }"
      system(users_cache, RbConfig.ruby, "-I#{lib_folder}", "-rkobako", "-e", "Kobako::Sandbox.new", exception: true)
      ends = Array.new(12) do
        pid = spawn(users_cache, RbConfig.ruby, "-I#{lib_folder}", "-rkobako", "-e", script)
        Timeout.timeout(20) { Process.wait2(pid).last.success? }
      rescue Timeout::Error
        Process.kill(:KILL, pid)
        Process.wait(pid)
        :deadlock
      end

      expect(ends.uniq).to eq([true])
    end

    it "nest: one runs while another waits for a service" do
      inner = dispatching { "\xc0".b }
      outer = dispatching { invoke(inner) && "\xc0".b }

      expect(invoke(outer)).to eq("\x01\x2a".b)
    end

    it "interleave on the fibers of one thread and end in another order" do
      fibers = Array.new(3) do |number|
        runtime = dispatching { Fiber.yield(number) && "\xc0".b }
        Fiber.new { [number, invoke(runtime)] }
      end

      expect(fibers.map(&:resume)).to eq([0, 1, 2])
      expect([1, 0, 2].map { |number| fibers[number].resume(:go) }).to eq([1, 0, 2].map { |n| [n, "\x01\x2a".b] })
    end

    it "give their place back when a fiber that waits in a service is forgotten" do
      path = file_of(dispatching_module)
      12.times do
        100.times { Fiber.new { invoke(waiting_runtime(path)) }.resume }
        GC.start
      end

      expect(invoke(dispatching { "\xc0".b })).to eq("\x01\x2a".b)
    end

    it "are refused with a clear error when there are more at once than places, and work again afterwards" do
      path = file_of(dispatching_module)
      GC.start
      fibers = []
      refusal = begin
        loop { fibers << Fiber.new { invoke(waiting_runtime(path)) }.tap(&:resume) }
      rescue Kobako::Error => e
        e
      end

      expect(fibers.size).to be > 400
      expect(refusal).to be_an_instance_of(Kobako::Error)
        .and have_attributes(message: /\d+ invocations are running at once/)
      expect { sandbox.eval("1") }.to raise_error(an_instance_of(Kobako::Error), /are running at once/)
      expect(fibers.map { |fiber| fiber.resume(:go) }.uniq).to eq(["\x01\x2a".b])
      expect(sandbox.eval("6 * 7")).to eq(42)
    end
  end

  describe "that a guest computes" do
    it "go on in other threads" do
      count = 0
      counter = Thread.new { loop { (count += 1) && sleep(0.001) } }
      before = count
      expect { Kobako::Sandbox.new(timeout: 0.2).eval("loop {}") }.to raise_error(Kobako::TimeoutError)
      counter.kill

      expect(count - before).to be > 40
    end

    it "need no lock: two guests can run in the same moment" do
      sandbox.eval("1")
      threads = Array.new(2) { Thread.new { Kobako::Sandbox.new.eval("loop {}") } }
      sleep(0.05)
      states = Array.new(50) do
        sleep(0.002)
        threads.map { |thread| File.read("/proc/self/task/#{thread.native_thread_id}/stat")[/\) (\w)/, 1] }
      end
      threads.each(&:kill).each(&:join)

      expect(states.count(%w[R R])).to be > 40
    end

    it "cost no wake-ups once it ended" do
      # In a process of its own: elsewhere a forgotten fiber may still wait in a service.
      during, after = in_child do
        sandbox.eval("n = 0; 2_000_000.times { n += 1 }")
        during = wake_ups
        sleep(0.1)
        before = wake_ups
        sleep(0.2)
        [during, wake_ups - before]
      end

      expect(during).to be > 10
      expect(after).to be < 5
    end
  end

  describe "across fork" do
    it "work and time out in parent and child, made before and after" do
      sandbox.eval("1")
      probe = lambda do |one|
        [one.eval("6 * 7"), begin
          one.eval("loop {}")
        rescue Kobako::TimeoutError => e
          e.class.name
        end]
      end
      before = Kobako::Sandbox.new(timeout: 0.05)
      expected = [42, "Kobako::TimeoutError"]

      expect(in_child { [probe[before], probe[Kobako::Sandbox.new(timeout: 0.05)]] }).to eq([expected, expected])
      expect([probe[before], probe[Kobako::Sandbox.new(timeout: 0.05)]]).to eq([expected, expected])
    end

    it "work in the child of a child" do
      expect(in_child { in_child { Kobako::Sandbox.new(timeout: 0.05).eval("6 * 7") } }).to eq(42)
    end

    it "work in a child that was forked while another thread was in a guest, in the same sandbox too" do
      results = nil
      meanwhile("n = 0; 4_000_000.times { n += 1 }; n") do |thread|
        results = Array.new(3) { in_child { [Kobako::Sandbox.new.eval("6 * 7"), sandbox.eval("6 * 7")] } }
        expect(thread).to be_alive
      end

      expect(results).to eq([[42, 42]] * 3)
    end

    it "show nothing of an earlier invocation, in parent and child" do
      roomy = Kobako::Sandbox.new(memory_limit: 8 << 20)
      roomy.eval("$kept = 'SECRET-PATTERN' * 80_000; nil")
      search = lambda do
        Array.new(25) { roomy.eval("s = '-' * 1_000_000; [s.include?('SECRET'), $kept]") }.uniq
      end

      expect(in_child(&search)).to eq([[false, nil]])
      expect(search.call).to eq([[false, nil]])
    end

    it "end a child at its exit, without a hang" do
      sandbox.eval("n = 0; 300_000.times { n += 1 }")
      pid = fork { sandbox.eval("n = 0; 300_000.times { n += 1 }") && exit(7) }

      expect(Timeout.timeout(10) { Process.wait2(pid).last.exitstatus }).to eq(7)
    end
  end

  def lib_folder = File.expand_path("../../lib", __dir__)

  # The environment of a process that finds the gem's guest compiled.
  def users_cache = { "KOBAKO_CACHE_DIR" => File.join(@folder, "cache") }

  # A module whose guest calls a service once.
  def dispatching_module
    HostileModule.assemble(HostileModule.wat(eval: "(drop (call $dispatch (i32.const 64) (i32.const 1)))"))
  end

  def dispatching(&answer)
    runtime = Kobako::Runtime.from_path(file_of(dispatching_module), 5.0, 1 << 20, 1, 1)
    runtime.on_dispatch = ->(_request) { answer.call }
    runtime
  end

  def waiting_runtime(path)
    runtime = Kobako::Runtime.from_path(path, nil, nil, 1, 1)
    runtime.on_dispatch = ->(_request) { Fiber.yield && "\xc0".b }
    runtime
  end

  def invoke(runtime, code = "attack") = runtime.eval("\x90".b, code, "\x90".b).outcome

  # Voluntary context switches of all threads of the extension's own.
  def wake_ups
    Dir["/proc/self/task/*"].sum do |task|
      next 0 unless File.read("#{task}/comm").start_with?("kobako")

      File.read("#{task}/status")[/^voluntary_ctxt_switches:\s+(\d+)/, 1].to_i
    end
  end
end
