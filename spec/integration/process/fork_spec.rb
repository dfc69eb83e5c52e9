# frozen_string_literal: true

require "support/examples/forks"
require "support/memory_scan"
require "support/processes"
require "timeout"
require "tmpdir"

RSpec.describe "A fork" do
  include HostileModule
  include MemoryScan
  include Processes

  let(:sandbox) { bound(Kobako::Sandbox.new(timeout: 60)) }
  let(:sound) { [42, "Kobako::TimeoutError", 7] }

  def bound(sandbox)
    sandbox.define(:Host).bind(:Give, ->(value, &block) { block ? block.call(value) : value })
    sandbox
  end

  def quick = bound(Kobako::Sandbox.new(timeout: 0.2))

  # What a working sandbox with a short timeout gives.
  def probe(sandbox)
    timed_out = begin
      sandbox.eval("loop {}")
    rescue Kobako::TimeoutError => e
      e.class.name
    end
    [unhurried(sandbox, "6 * 7"), timed_out, unhurried(sandbox, "Host::Give.call(6) { |n| n + 1 }")]
  end

  it "before the first sandbox leaves child and parent able to make one" do
    printed = in_process(<<~RUBY)
      pid = fork { exit!(Kobako::Sandbox.new.eval("6 * 7") == 42) }
      p Process.wait2(pid).last.success?, Kobako::Sandbox.new.eval("6 * 7")
    RUBY

    expect(printed).to eq("true\n42\n")
  end

  it "after invocations leaves sandboxes working, in child and parent, made before and after" do
    before = quick
    probe(before)

    expect(in_child { [probe(before), probe(quick)] }).to eq([sound, sound])
    expect([probe(before), probe(quick)]).to eq([sound, sound])
  end

  it "of a child leaves sandboxes working in its child" do
    sandbox.eval("1")

    expect(in_child { in_child { probe(quick) } }).to eq(sound)
  end

  it "while another thread is in a guest leaves that sandbox working in the child, too" do
    done = false
    patient = bound(Kobako::Sandbox.new(timeout: 600))
    patient.define(:Host).bind(:Done, -> { done })
    results = nil
    result = meanwhile(patient, "n = 0; (1_000_000.times { n += 1 }) until Host::Done.call; n") do |thread|
      results = Array.new(3) { in_child { [probe(quick), patient.eval("Host::Give.call(8)")] } }
      expect(thread).to be_alive
      done = true
    end

    expect(results).to eq([[sound, 8]] * 3)
    expect(result).to be_positive.and(satisfy { |number| (number % 1_000_000).zero? })
  end

  it "while another thread is in a service leaves that sandbox working in the child, and its place free" do
    waiting = Kobako::Sandbox.new
    entered, gate = Array.new(2) { Thread::Queue.new }
    waiting.define(:Host).bind(:Wait, -> { (entered << true) && gate.pop })
    result = meanwhile(waiting, "Host::Wait.call") do
      entered.pop
      found = in_child do
        gate << 5
        before = Kobako::Runtime.slots_in_use
        value = waiting.eval("Host::Wait.call")
        # A word that was left on the stack may keep it for a while.
        20.times { Thread.new { GC.start }.join if Kobako::Runtime.slots_in_use >= before }
        [before, value, Kobako::Runtime.slots_in_use]
      end
      expect(found).to match([be >= 1, 5, be < found.first])
      gate << 6
    end

    expect(result).to eq(6)
  end

  it "in a service goes on in both processes, each with its own timeout" do
    forking = Kobako::Sandbox.new(timeout: 3)
    reader, writer = IO.pipe
    forking.define(:Host).bind(:Fork, -> { fork })
    parent = Process.pid
    ended = begin
      forking.eval("pid = Host::Fork.call; loop {} if pid.nil?; pid")
    rescue Kobako::TimeoutError => e
      e.class.name
    end
    unless Process.pid == parent
      writer << Marshal.dump([ended, unhurried(forking, "6 * 7")])
      writer.close
      exit!
    end
    writer.close

    expect(ended).to be_an(Integer)
    expect(Timeout.timeout(120) { Marshal.load(reader.read) }).to eq(["Kobako::TimeoutError", 42]) # rubocop:disable Security/MarshalLoad
    expect(unhurried(forking, "6 * 7")).to eq(42)
  ensure
    reader.close
    Process.wait(ended) if ended.is_a?(Integer)
  end

  include_examples "forks beside busy threads", 40

  it "shows nothing of an earlier invocation in a later one, in parent and child" do
    scanning = scanning_sandbox
    look = -> { Array.new(100) { scanning.eval("look") }.uniq }
    expect(Array.new(3) { scanning.eval("write") }).to eq([2, 2, 2])

    expect(in_child(&look)).to eq([0])
    expect(look.call).to eq([0])
    expect(in_child { [scanning.eval("write"), look.call] }).to eq([2, [0]])
    expect(look.call).to eq([0])
  end

  it "keeps parent and child apart: what one writes the other never sees" do
    roomy = Kobako::Sandbox.new(memory_limit: 8 << 20)
    roomy.eval("1")
    children = Array.new(2) do |number|
      in_child do
        Array.new(20) { |turn| roomy.eval("$own = '#{number}:#{turn}' * 100_000; [$own.size, $own[0, 9]]") }.uniq.size
      end
    end

    expect(children).to eq([20, 20])
    expect(roomy.eval("$own")).to be_nil
  end

  it "lets parent and children fill and read one cache on disk" do
    Dir.mktmpdir do |folder|
      File.chmod(0o700, folder)
      script = <<~RUBY
        children = Array.new(3) { fork { exit!(Kobako::Sandbox.new.eval("6 * 7") == 42) } }
        p Kobako::Sandbox.new.eval("6 * 7"), children.map { |pid| Process.wait2(pid).last.success? }
      RUBY

      env = { "KOBAKO_CACHE_DIR" => folder }
      2.times { expect(in_process(script, env)).to eq("42\n[true, true, true]\n") }
      expect(Dir.children(folder).grep_v(/\.digest\z/).size).to eq(1)
    end
  end

  it "lets a child end at its exit, without a hang" do
    printed = in_process(<<~RUBY)
      require "timeout"
      at_exit { print "left " }
      work = -> { Kobako::Sandbox.new(timeout: 600).eval("n = 0; 300_000.times { n += 1 }; n") }
      work.call
      pid = fork { work.call && exit(7) }
      print Timeout.timeout(600) { Process.wait2(pid).last.exitstatus }, " "
    RUBY

    expect(printed).to eq("left 7 left ")
  end
end
