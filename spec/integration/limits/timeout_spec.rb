# frozen_string_literal: true

require "support/processes"
require "support/scripts"

RSpec.describe "The timeout of an invocation" do
  include Processes
  include Scripts

  let(:timeout) { 0.05 }
  let(:sandbox) { Kobako::Sandbox.new(timeout:, memory_limit: 64 << 20) }
  # Seconds of a processor with which a timeout has come in any case: far more than ten times what it takes. The clock
  # goes on while a virtual machine is halted.
  let(:soon) { timeout + allowed(2) }

  it "is a TimeoutError that says how long, which limit, and the way out" do
    expect(failure("loop {}").message)
      .to match(/\ASandbox#eval failed: guest ran for \d+\.\d\d\d s, timeout is 0\.05 s \(pass a larger timeout:\)\z/)
  end

  it "is kept within ten times 5 ms, and never early" do
    overshoots = []
    overshoot = lambda do
      overshoots << (elapsed { expect { sandbox.eval("loop {}") }.to raise_error(Kobako::TimeoutError) } - timeout)
    end
    11.times { overshoot.call }
    # Again where the machine was busy all the time.
    100.times { overshoot.call if overshoots.min > 0.05 }

    expect(overshoots.min).to be_between(0, allowed(0.05))
  end

  it "is kept by many sandboxes that run at once" do
    late = Array.new(8) do
      Thread.new do
        used = nil
        [elapsed { used = spent { failure("loop {}", Kobako::Sandbox.new(timeout: 0.1)) } }, used]
      end
    end

    expect(late.map(&:value)).to all(match([be >= 0.1, be < allowed(5)]))
  end

  [0.001, 0.01, 0.1].each do |seconds|
    it "is kept at #{seconds} s" do
      sandbox = Kobako::Sandbox.new(timeout: seconds)

      times = Array.new(5) do
        expect { sandbox.eval("loop {}") }.to raise_error(Kobako::TimeoutError)
        sandbox.usage.wall_time
      end

      expect(times.min).to be_between(seconds, seconds + 0.5)
    end
  end

  it "stops a loop in the least timeout that there is" do
    expect { Kobako::Sandbox.new(timeout: Float::MIN).eval("loop {}") }.to raise_error(Kobako::TimeoutError)
  end

  it "lets code end that is quick enough" do
    expect(Kobako::Sandbox.new(timeout: 60).eval("1_000.times.sum")).to eq(499_500)
  end

  it "counts each invocation by itself" do
    sandbox = Kobako::Sandbox.new(timeout: 2)
    sandbox.define(:Host).bind(:Wait, -> { sleep(0.15) && nil })
    sandbox.preload(name: :Wait, code: "Wait = -> { Host::Wait.call; 100_000.times {}; 1 }")
    calls = [-> { sandbox.eval("Wait.call") }, -> { sandbox.run(:Wait) }]

    calls.each do |call|
      times = Array.new(14) do
        expect(call.call).to eq(1)
        sandbox.usage.wall_time
      end
      # Together they took longer than one may.
      expect(times.sum).to be > 2
    end
  end

  it "is none when it is nil, and as good as none when it is huge" do
    code = "n = 0; 2_000_000.times { n += 1 }; n"

    expect(Kobako::Sandbox.new(timeout: nil).eval(code)).to eq(2_000_000)
    expect(Kobako::Sandbox.new(timeout: Float::MAX).eval(code)).to eq(2_000_000)
  end

  it "leaves what was written before it, and what it cost" do
    sandbox = Kobako::Sandbox.new(timeout: 0.5)
    expect { sandbox.eval("print 'before'; warn 'err'; loop {}") }.to raise_error(Kobako::TimeoutError)

    expect(sandbox).to have_attributes(stdout: "before", stderr: "err\n")
    expect(sandbox.usage).to have_attributes(wall_time: be >= 0.5, cpu_time: be < 0.5 + soon)
  end

  describe "cannot be escaped" do
    escapes = {
      "rescue" => "begin; loop {}; rescue Exception; print 'escaped'; 7; end",
      "rescue in a loop" => "loop { begin; loop {}; rescue Exception; print 'escaped'; end }",
      "a rescue modifier" => "(loop {}) rescue (print 'escaped')",
      "ensure" => "begin; loop {}; ensure; print 'escaped'; end",
      "ensure that loops" => "begin; loop {}; ensure; print 'escaped'; loop {}; end",
      "retry" => "begin; loop {}; rescue Exception; print 'escaped'; retry; end",
      "catch" => "catch(:x) { begin; loop {}; ensure; throw :x; end }; print 'escaped'",
      "a fiber" => "f = Fiber.new { loop {} }; (f.resume rescue 0); print 'escaped'",
      "at_exit" => "at_exit { print 'escaped' } rescue 0; loop {}",
      "a reopened loop" => "module Kernel; def raise(*) = print('escaped'); end; loop {}",
      "a reopened error" => "class Exception; def initialize(*) = print('escaped'); end; loop {}"
    }
    it_ends escapes.transform_keys { |kind| "by #{kind}" }, left: -> { have_attributes(stdout: "") } do |error|
      expect(error).to be_an_instance_of(Kobako::TimeoutError)
    end
  end

  let(:soon_over) { have_attributes(usage: have_attributes(cpu_time: be < soon)) }

  describe "stops a loop" do
    loops = {
      "of while" => "while true; end", "of until" => "until false; end", "of loop" => "loop {}",
      "of times" => "(1 << 60).times {}",
      "of a range" => "(1..).each {}", "of step" => "0.step {}",
      "of redo and next" => "loop { next }",
      "of recursion" => "def f(n) = n.zero? ? 0 : f(n - 1) + f(n - 1)\nf(60)",
      "of upto" => "1.upto(1 << 60) {}", "of cycle" => "[1].cycle {}", "of a fiber" => "Fiber.new { loop {} }.resume",
      "of two fibers" => "a = Fiber.new { loop { Fiber.yield } }; loop { a.resume }",
      "of exceptions" => "loop { begin; raise 'x'; rescue StandardError; end }",
      "of catch and throw" => "loop { catch(:x) { throw :x } }", "of output" => "loop { print 'x' * 1000 }",
      "of garbage" => "loop { 'x' * 100 }",
      "of new symbols" => "n = 0; loop { (n += 1) % 1000; \"s\#{n % 1000}\".to_sym }",
      "of method definitions" => "loop { def f = 1 }", "of eval" => "loop { eval('1') rescue 0 }",
      "of freeze and dup" => "loop { [1].dup.freeze }", "in sort_by" => "[3, 1, 2].sort_by { loop {} }",
      "in sort" => "[3, 1, 2].sort { loop {} }",
      "in a comparison that never agrees" => "a = (0..5000).to_a; loop { a.sort { |x, y| x <=> y } }",
      "in a lazy enumerator" => "(1..).lazy.select { false }.first",
      "in an enumerator" => "(1..).each_entry.find { false }",
      "in inject" => "(1..).inject { |a, b| a ^ b }", "in map" => "(1..).map { nil }.first",
      "in a string that scans" => "s = 'a' * 100_000; loop { s.index('b') }",
      "in a default of a Hash" => "h = Hash.new { |x, k| loop {} }; h[1]",
      "in method_missing" => "def method_missing(*) = loop {}\nx",
      "in respond_to_missing?" => "class O; def respond_to_missing?(*) = loop {}; end; O.new.respond_to?(:x)",
      "in const_missing" => "class Module; def const_missing(_) = loop {}; end; Nowhere",
      "in coerce" => "class O; def coerce(_) = loop {}; end; 1 + O.new",
      "in to_proc" => "class O; def to_proc = loop {}; end; [1].map(&O.new)",
      "in initialize" => "class O; def initialize = loop {}; end; O.new",
      "in inherited" => "class O; def self.inherited(_) = loop {}; end; class P < O; end",
      "in method_added" => "class O; def self.method_added(_) = loop {}; def f = 1; end",
      "in interpolation" => "class O; def to_s = loop {}; end; \"\#{O.new}\"",
      "in puts" => "class O; def to_s = loop {}; end; puts O.new",
      "in p" => "class O; def inspect = loop {}; end; p O.new",
      "in hash" => "class O; def hash = loop {}; end; h = {}; 99.times { h[O.new] = 1 }",
      "in eql?" => "class O; def hash = 1; def eql?(_) = loop {}; end; { O.new => 1, O.new => 2 }",
      "in ==" => "class O; def ==(_) = loop {}; end; [O.new] == [1]; [1, O.new].include?(2); O.new == 1",
      "in ===" => "class O; def self.===(_) = loop {}; end; case 1 when O then 1 end",
      "in <=>" => "class O; include Comparable; def <=>(_) = loop {}; end; O.new < O.new",
      "in each" => "class O; include Enumerable; def each = loop {}; end; O.new.map { 1 }",
      "in write" => "class O; def write(*) = loop {}; end; $stdout = O.new; puts 1",
      "in format" => "class O; def to_s = loop {}; end; format('%s', O.new)",
      "in exception" => "class O; def exception(*) = loop {}; end; raise O.new",
      "in message" => "class O < StandardError; def message = loop {}; end; raise O",
      "in to_s of an exception" => "class O < StandardError; def to_s = loop {}; end; raise O"
    }
    it_ends(loops, left: -> { soon_over }) { |error| expect(error).to be_an_instance_of(Kobako::TimeoutError) }

    uncalled = {
      "in backtrace" => "class O < StandardError; def backtrace = loop {}; end; raise O, 'x'",
      "in name of a class" =>
        "class O < StandardError; def self.name = loop {}; def self.to_s = loop {}; end; raise O, 'x'"
    }
    describe "with time for what is called" do
      let(:timeout) { 60 }

      it_ends uncalled.transform_keys { |kind| "#{kind}, by not calling it" }, left: -> { soon_over } do |error|
        expect(error).to be_an_instance_of(Kobako::SandboxError).and have_attributes(klass: "O", message: "x")
      end
    end

    %w[to_s inspect hash == each <=> to_a to_h to_str to_ary to_hash size length class nil? is_a? kind_of? respond_to?
       instance_of? encoding bytes bytesize keys values name to_i object_id].each do |name|
      it "in #{name}, should it be called while the result is encoded" do
        defined_on = %w[Array Hash String Symbol Float].map do |klass|
          "class #{klass}; def #{name}(*) = (print 'called'; loop {}); end"
        end
        result = begin
          sandbox.eval("r = [[1.5], { 'k' => :v }]\n#{defined_on.join("\n")}\nr")
        rescue Kobako::TimeoutError => e
          e
        end

        expect(result).to eq([[1.5], { "k" => :v }]).or be_a(Kobako::TimeoutError)
        expect(sandbox.usage.cpu_time).to be < soon
      end
    end
  end

  describe "stops work in native code" do
    works = {
      "a power" => "3**(3**(3**3)); 7", "a power of powers" => "a = 12345678901234567890; loop { a = a**3 }",
      "a multiplication" => "a = 7**50_000; loop { a *= a }",
      "a division" => "a = 7**200_000; b = 3**100_000; loop { a / b }",
      "printing a big number" => "a = 7**300_000; loop { a.to_s }",
      "reading a big number" => "s = '9' * 200_000; loop { s.to_i }",
      "a shift" => "1 << (1 << 40)", "a long string" => "'a' * 2**30", "a longer string" => "'a' * 2**62",
      "a huge array" => "Array.new(2**30)",
      "a huger array" => "Array.new(2**62)", "an array times an integer" => "[1] * 2**40",
      "ljust" => "'x'.ljust(2**40)",
      "a wide format" => "format('%2000000000d', 1)", "a precise format" => "format('%.2000000000f', 1.0)",
      "a wide format given" => "format('%*d', 2**31 - 1, 1)", "fill" => "[].fill(0, 0, 2**40)",
      "an index far out" => "a = []; a[2**40] = 1",
      "a range to an array" => "(1..2**60).to_a", "a product" => "a = (0..99).to_a; a.product(a, a, a, a)",
      "combinations" => "(0..60).to_a.combination(30) {}", "permutations" => "(0..30).to_a.permutation.to_a",
      "flattening" => "a = [1]; 40.times { a = [a, a] }; a.flatten",
      "joining" => "a = ['x']; 40.times { a = [a, a] }; a.join",
      "inspecting what is shared" => "a = [1]; 40.times { a = [a, a] }; a.inspect",
      "hashing what is shared" => "a = [1]; 40.times { a = [a, a] }; a.hash",
      "comparing what is shared" => "a = [1]; b = [1]; 40.times { a = [a, a]; b = [b, b] }; a == b",
      "a search that backtracks" => "loop { ('a' * 200_000).index('a' * 100_000 + 'b') }",
      "string replacement" => "s = 'a' * 100_000; loop { s = s.gsub('a', 'a') }",
      "reversing" => "s = 'ü' * 100_000; loop { s.reverse }",
      "unpacking" => "s = 'a' * 100_000; loop { s.unpack('C*') }", "packing" => "[1].pack('C' + '1' * 20)",
      "a big rational" => "r = 1/3r; loop { r *= r + 1 }", "a big sum" => "(1..2**60).sum { 1 }",
      "equal keys" => <<~RUBY
        class K; def hash = 1; def eql?(_) = false; end
        h = {}; loop { h[K.new] = 1 }
      RUBY
    }
    it_ends works, left: -> { soon_over } do |error|
      expect(error).to be_a(Kobako::TimeoutError).or be_a(Kobako::MemoryLimitError).or be_a(Kobako::SandboxError)
      expect(error.klass).to match(/\A(Argument|Range|Index|NoMemory|Runtime)Error\z/) if error.klass
    end
  end
end
