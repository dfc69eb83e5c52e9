# frozen_string_literal: true

require "objspace"
require "timeout"
require "support/hostile_module"
require "support/preloads"
require "support/processes"

RSpec.describe "What preload did, kept for later invocations" do
  include Preloads
  include Processes

  bytecode = File.binread(File.expand_path("../../fixtures/double.mrb", __dir__))

  describe "equals a replay" do
    {
      "constants and methods" => ["A = [1]\ndef twice(x) = x * 2", "A << twice(4)"],
      "globals and variables of main" => ["$g = { a: :b }\n@i = 7", "[$g, @i, $g.merge!(c: 1).size]"],
      "a local, which nobody sees" => ["hidden = 1", "hidden"],
      "a closure with state" => ["n = 0\nCount = -> { n += 1 }",
                                 ->(sandbox) { [sandbox.run(:Count), sandbox.eval("Count[]; Count[]")] }],
      "a reopened class of the core" => ["class Integer; def answer = 42; end", "1.answer"],
      "a method removed from the core" => ["class String; undef_method(:upcase); end", "'a'.upcase"],
      "a reassigned $stdout" => ["$stdout = $stderr", "puts 'there'"],
      "method_missing" => ["class Any; def method_missing(n, *a) = [n, a]; end", "Any.new.frob(1)"],
      "a suspended fiber" => ["F = Fiber.new { x = 1; loop { x = Fiber.yield(x * 2) } }\nF.resume",
                              "[F.resume(5), F.resume(7)]"],
      "values of the core's classes" => ["S = Struct.new(:a)\nV = [S.new(1), (1..3), Set.new([1, 2]), 2**70, 1.5]",
                                         "[V[0].a, V[1].sum, V[2].include?(2), V[3].to_s, V[4]]"],
      "object ids and hash values" => ["O = Object.new",
                                       "[O.object_id, O.hash, 'text'.hash, Object.new.object_id]"],
      "a big object" => ["BIG = 'x' * 600_000", "BIG.size + ('y' * 300_000).size"],
      "garbage" => ["20_000.times { |i| 'g' * (i % 50) }", "GC.start; 1"],
      "what a later collection goes through" => ["K = Array.new(2_000) { |i| [i.to_s] }",
                                                 "GC.start; 'z' * 100_000; GC.start; K.map { |k| k[0].size }.sum"],
      "deep recursion" => ["def deep(n) = n.zero? ? 0 : 1 + deep(n - 1)\nD = deep(500)", "D + deep(600)"],
      "a rescued exception" => ["begin; raise 'kept'; rescue => e; ERR = e; end", "[ERR.message, ERR.backtrace]"],
      "a top-level return" => ["A = 1\nreturn\nraise 'no'", "A"],
      "a method that raises" => ["\ndef fail_here\n  raise ArgumentError, 'here'\nend", "\nfail_here"],
      "a syntax error in the invocation" => ["A = 1", "x = 1\ny = = 2"],
      "a memory limit reached in the invocation" => ["A = 'x' * 3_000_000", "'y' * 6_000_000"],
      "a stack overflow in the invocation" => ["def f = f", "f"],
      "a timeout in the invocation" => ["def f = loop {}", "f"],
      "services" => [->(sandbox) { sandbox.define(:Host).bind(:Get, ->(x) { x + 1 }).bind(:Obj, -> { -> { 7 } }) },
                     "h = Host::Obj.call; [Host::Get.call(1), h.call, h == h]"],
      "services among the snippets' constants" => [lambda { |sandbox|
        sandbox.define(:Host).bind(:Get, -> { 1 })
        sandbox.preload(code: "Same = Host::Get\nmodule Host; Other = 2; end", name: :Snippet)
      }, "[Same.call, Host::Get.call, Host::Other]"],
      "a service's fault" => [->(sandbox) { sandbox.define(:Host).bind(:Get, -> { raise IOError, "gone" }) },
                              "Host::Get.call"],
      "bytecode" => [->(sandbox) { sandbox.preload(binary: bytecode) },
                     ->(sandbox) { [sandbox.run(:Double, 4), sandbox.eval("Double.call(5)")] }],
      "an entrypoint that does not exist" => ["One = 1\nmodule Two; end", ->(sandbox) { sandbox.run(:Three) }],
      "an entrypoint that cannot be called" => ["One = 1", ->(sandbox) { sandbox.run(:One) }],
      "arguments that become handles" => ["Same = ->(a, b) { [a, b, a == b] }",
                                          ->(box) { box.run(:Same, box, box) == [box, box, true] }]
    }.each do |kind, (prepare, invocation)|
      it "with #{kind}" do
        timeout = kind.include?("timeout") ? 0.4 : 600
        expect(both_ways(prepare, invocation, timeout:).last).to eq(:kept)
      end
    end
  end

  describe "is nothing: it is replayed each time" do
    service = lambda do |code, object|
      lambda do |sandbox|
        sandbox.define(:Host).bind(:Get, object)
        sandbox.preload(code:, name: :Snippet)
      end
    end
    {
      "when it prints" => ["puts 'a'", "puts 'b'", [[:value, nil], "a\nb\n"]],
      "when it prints past the limit" => ["print 'x' * 65", "1", [[:value, 1], "x" * 64, "", true]],
      "when it warns" => ["warn 'a'", "1", [[:value, 1], "", "a\n"]],
      "when it calls a service" => [service["N = Host::Get.call", -> { 5 }], "N", [[:value, 5]]],
      "when it keeps a handle" => [service["H = Host::Get.call", -> { ->(x) { x * 2 } }], "H.call(21)", [[:value, 42]]],
      "when it rescues a fault" => [service["begin; Host::Get[]; rescue => e; E = e.message; end", -> { raise "no" }],
                                    "E", [[:value, "RuntimeError: no"]]],
      "when it raises" => ["\nraise 'early'", "1", nil],
      "when bytecode is corrupt" => [->(sandbox) { sandbox.preload(binary: "noise") }, "1", nil],
      "when it leaves more than 4 MiB" => ["BIG = Array.new(64) { |i| (i % 10).to_s * 70_000 }",
                                           "BIG.size", [[:value, 64]]]
    }.each do |kind, (prepare, invocation, expected)|
      it kind do
        found, preload = both_ways(prepare, invocation)

        expect(preload).to eq(:replaying)
        expect(found[0][0]).not_to eq(:value) unless expected
        expect(found).to start_with(*expected)
      end
    end

    it "and calls its services each time" do
      calls = []
      sandbox = fresh(service["Host::Get.call('replayed')", ->(text) { (calls << text) && nil }])

      5.times { sandbox.eval("1") }
      expect(calls).to eq(["replayed"] * 5)
    end

    it "when a limit stops it, with the same error each time" do
      { "loop {}" => Kobako::TimeoutError, "'x' * (9 << 20)" => Kobako::MemoryLimitError }.each do |code, error|
        sandbox = fresh(code, timeout: error == Kobako::TimeoutError ? 0.05 : 60)

        4.times { expect { sandbox.eval("1") }.to raise_error(error) }
        expect(preload_of(sandbox)).to eq(:replayed)
      end
    end
  end

  it "is kept when it is replayed for the second time, in whichever sandbox" do
    all = Array.new(2) { Kobako::Sandbox.new.preload(code: "A = 1 # the second time", name: :Snippet) }
    states = all.map do |sandbox|
      sandbox.eval("A")
      preload_of(sandbox)
    end

    expect(states).to eq(%i[replayed kept])
    expect(preload_of(all.first)).to eq(:kept)
  end

  it "is nothing without services and snippets" do
    sandbox = Kobako::Sandbox.new
    3.times { sandbox.eval("1") }

    expect(preload_of(sandbox)).to be_nil
  end

  it "gives each sandbox its own services under the same names" do
    sandboxes = Array.new(3) do |i|
      Kobako::Sandbox.new.tap { |sandbox| sandbox.define(:Each).bind(:Own, -> { i }) }
    end

    3.times { expect(sandboxes.map { |sandbox| sandbox.eval("Each::Own.call") }).to eq([0, 1, 2]) }
    expect(sandboxes.map { |sandbox| preload_of(sandbox) }).to eq(%i[kept kept kept])
  end

  it "tells preloads apart that differ by a service's name alone" do
    sandboxes = %i[Get Set].map do |name|
      Kobako::Sandbox.new.tap { |sandbox| sandbox.define(:Apart).bind(name, -> { name.to_s }) }
    end
    probe = "Apart.constants.map(&:to_s)"

    3.times { expect(sandboxes.map { |sandbox| sandbox.eval(probe) }).to eq([["Get"], ["Set"]]) }
  end

  [
    "A << 'two'; C.class_eval { def m = 2 }; $k = 1; nil",
    "A.clear; raise 'over'",
    "A.clear; loop {}",
    "A[0] << 'x'; 'y' * (9 << 20)",
    "A.freeze; Object.send(:remove_const, :C); Object.new",
    "def f = f; A << 3; f"
  ].each do |code|
    it "holds nothing of an invocation that ran #{code.inspect}" do
      sandbox = fresh("A = ['one']\nclass C; def m = 1; end")
      4.times do
        seen(sandbox, ->(box) { box.eval(code) { |run| run.timeout = 0.3 if code.include?("loop") } })
        expect(sandbox.eval("[A, A.frozen?, C.new.m, $k]")).to eq([["one"], false, 1, nil])
      end
      expect(preload_of(sandbox)).to eq(:kept)
    end
  end

  it "counts the memory that snippets took against memory_limit and in the usage" do
    sandbox = fresh("HALF = 'x' * (600 << 10)", memory_limit: 1 << 20)
    4.times do
      expect(sandbox.eval("HALF.size")).to eq(600 << 10)
      expect(sandbox.usage.memory_peak).to be_between(536 << 10, 768 << 10)
      expect { sandbox.eval("'y' * (600 << 10)") }.to raise_error(Kobako::MemoryLimitError)
    end
    expect(preload_of(sandbox)).to eq(:kept)
  end

  it "does not lift the limit of a sandbox that allows less than the one that kept it" do
    narrow, roomy = [512 << 10, 8 << 20].map do |memory_limit|
      Kobako::Sandbox.new(memory_limit:).preload(code: "H = Array.new(3) { 'h' * (300 << 10) }", name: :Shared)
    end
    replayed = seen(narrow, "1")
    2.times { roomy.eval("1") }

    expect(replayed.first).to match([Kobako::MemoryLimitError, /memory_limit is 524288 bytes/])
    expect(preload_of(narrow)).to eq(:kept)
    expect(seen(narrow, "1")).to eq(replayed)
    expect(roomy.eval("H[2].size")).to eq(300 << 10)
  end

  it "is kept after interrupts during replays" do
    sandbox = fresh("t = 0\n2_000_000.times { t += 1 }\nT = t")
    2.times { expect { Timeout.timeout(0.02) { sandbox.eval("T") } }.to raise_error(Timeout::Error) }
    sandbox.eval("T")

    expect(preload_of(sandbox)).to eq(:kept)
    expect(sandbox.eval("T")).to eq(2_000_000)
  end

  it "serves sandboxes on many threads" do
    sandboxes = Array.new(6) { Kobako::Sandbox.new.preload(code: "A = [1, 2] # on threads", name: :Threads) }
    values = sandboxes.map { |sandbox| Thread.new { Array.new(50) { |i| sandbox.eval("A << #{i}") } } }.map(&:value)

    expect(values).to all(eq(Array.new(50) { |i| [1, 2, i] }))
  end

  it "is there in a forked child" do
    sandbox = fresh("A = [1]")
    3.times { sandbox.eval("A") }
    seen = in_child { [Array.new(3) { sandbox.eval("A << 2") }, preload_of(sandbox)] }

    expect(seen).to eq([[[1, 2], [1, 2], [1, 2]], :kept])
  end

  it "is counted as memory of the runtime" do
    sandbox = fresh("B = 'bytes' * 40_000")
    sizes = Array.new(2) do
      sandbox.eval("1")
      ObjectSpace.memsize_of(sandbox.instance_variable_get(:@runtime))
    end

    expect(sizes[1] - sizes[0]).to be_between(200_000, 300_000)
  end

  it "is forgotten with the sandboxes, but for the last ones" do
    growth = in_process(<<~RUBY)
      use = lambda do |i|
        sandbox = Kobako::Sandbox.new.preload(code: "B = 'bytes' * 40_000 # \#{i}", name: :Snippet)
        3.times { sandbox.eval("1") }
      end
      (0...300).each(&use)
      before = resident
      (300...800).each(&use)
      print resident - before
    RUBY

    expect(Integer(growth)).to be < 50 << 20
  end

  describe "in a foreign module" do
    include HostileModule

    # A guest that gives what it counts at 512 as its value, and prepares as `prepare` says.
    def counting(prepare, options: {}, **parts)
      fields = <<~WAT
        (func $count (i32.store8 (i32.const 512) (i32.add (i32.load8_u (i32.const 512)) (i32.const 1))))
        (data (i32.const 511) "\\01\\00")
        (func (export "__kobako_prepare") (result i32) #{prepare})
      WAT
      parts = { eval: "(call $count)", take_outcome: HostileModule.packed(511, 2) }.merge(parts)
      sandbox = hostile_sandbox(options, fields:, **parts)
      sandbox.define(:Some).bind(:Service, -> { 1 })
      sandbox
    end

    def counts(sandbox) = Array.new(4) { sandbox.eval("attack") }

    it "is its memory as the call left it" do
      sandbox = counting("(call $count) (call $count) (i32.const 1)")

      expect(counts(sandbox)).to eq([3, 3, 3, 3])
      expect(preload_of(sandbox)).to eq(:kept)
    end

    it "is the memory that it grew, too" do
      mark = "(i32.store8 (i32.const 0x30000) (i32.const 9))"
      read = "(i32.store8 (i32.const 512) (i32.add (memory.size) (i32.load8_u (i32.const 0x30000))))"
      sandbox = counting("(drop (memory.grow (i32.const 3))) #{mark} (i32.const 1)", eval: read)

      expect(counts(sandbox)).to eq([14, 14, 14, 14])
      expect(sandbox.usage.memory_peak).to eq(3 << 16)
      expect(preload_of(sandbox)).to eq(:kept)
    end

    it "is nothing when its outcome is there at once" do
      sandbox = counting("(call $count) (i32.const 0)")

      expect(counts(sandbox)).to eq([1, 1, 1, 1])
      expect(preload_of(sandbox)).to eq(:replaying)
    end

    it "is nothing when each instance is initialised" do
      sandbox = counting("(unreachable)", initialize: "(call $count)")

      expect(counts(sandbox)).to eq([2, 2, 2, 2])
      expect(preload_of(sandbox)).to be_nil
    end

    {
      "traps" => "(unreachable)",
      "loops" => "(loop (br 0)) (i32.const 1)",
      "grows past the limit" => "(drop (memory.grow (i32.const 100))) (i32.const 1)"
    }.each do |kind, prepare|
      it "is nothing when its call #{kind}" do
        sandbox = counting(prepare, options: { timeout: 0.05 })

        3.times { expect { sandbox.eval("attack") }.to raise_error(Kobako::TrapError) }
        expect(preload_of(sandbox)).to eq(:replayed)
      end
    end
  end
end
