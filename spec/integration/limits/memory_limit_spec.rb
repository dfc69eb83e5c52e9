# frozen_string_literal: true

require "support/scripts"
require "support/memory_use"

RSpec.describe "The memory limit of an invocation" do
  include MemoryUse
  include Scripts

  let(:limit) { 2 << 20 }
  let(:sandbox) { Kobako::Sandbox.new(memory_limit: limit, timeout: 60) }
  let(:limit_error) { an_instance_of(Kobako::MemoryLimitError) }

  # The least limit in pages of 64 KiB at which `code` ends well.
  def pages_needed(code)
    (0..64).find do |pages|
      Kobako::Sandbox.new(memory_limit: [pages << 16, 1].max).eval(code)
      true
    rescue Kobako::MemoryLimitError
      false
    end
  end

  it "is a MemoryLimitError that says how much, which limit, and the way out" do
    # 129 pages or 130, whatever of the string fits in the free page.
    expect { sandbox.eval("'x' * 8_480_000") }
      .to raise_error(limit_error, "Sandbox#eval failed: guest memory reached 8.1 MiB, memory_limit is 2.0 MiB " \
                                   "(pass a larger memory_limit:)")
  end

  it "is kept to the page: at the need of the code it ends well, a page below it does not" do
    code = "'x' * 1_000_000; nil"
    pages = pages_needed(code)

    at = Kobako::Sandbox.new(memory_limit: pages << 16)
    expect(at.eval(code)).to be_nil
    expect(at.usage.memory_peak).to eq(pages << 16)
    expect { Kobako::Sandbox.new(memory_limit: (pages << 16) - 1).eval(code) }.to raise_error(limit_error)
    expect { Kobako::Sandbox.new(memory_limit: (pages - 1) << 16).eval(code) }.to raise_error(limit_error)
  end

  it "counts what the guest's memory grew by, not what it had" do
    least = Kobako::Sandbox.new(memory_limit: 128 << 10)

    expect(least.eval("[1, 2, 3].map { |n| n * 2 }.sum")).to eq(12)
    expect(least.usage.memory_peak).to be <= 128 << 10
  end

  it "counts each invocation by itself" do
    20.times { expect(sandbox.eval("('x' * (1 << 20)).size")).to eq(1 << 20) }
  end

  it "lets memory be used again that was given back" do
    expect(sandbox.eval("200.times { 'x' * 500_000 }; 7")).to eq(7)
  end

  it "is none when it is nil" do
    roomy = Kobako::Sandbox.new(memory_limit: nil)

    expect(roomy.eval("('x' * (40 << 20)).size")).to eq(40 << 20)
    expect(roomy.usage.memory_peak).to be_between(40 << 20, 100 << 20)
  end

  describe "stops a bomb, with memory_peak within the limit and the sandbox usable," do
    bombs = {
      "of a String that doubles" => "s = 'x'; loop { s << s }",
      "of a String that grows" => "s = +''; loop { s << 'x' * 1000 }",
      "of String#*" => "'x' * (1 << 30)", "of String#* up to the limit of an index" => "'x' * ((1 << 31) - 1)",
      "of String#+" => "s = 'x'; loop { s += s }", "of a format's width" => "format('%60000000d', 1)",
      "of a format's largest width" => "format('%2000000000d', 1)",
      "of a format's precision" => "format('%.60000000f', 1.0)",
      "of ljust" => "s = 'xxxxxxxxxx' * 10_000; loop { s = s.ljust(s.size * 2, s) }",
      "of an Array that fills" => "a = []; loop { a << 1 }",
      "of Array.new" => "Array.new(30_000_000)", "of Array#*" => "[1] * 30_000_000",
      "of Array#fill" => "[].fill(0, 0, 30_000_000)",
      "of an Array index" => "a = []; a[30_000_000] = 1", "of an Array that doubles" => "a = [1]; loop { a += a }",
      "of a Hash that fills" => "h = {}; n = 0; loop { h[n += 1] = n }",
      "of a range to an Array" => "(1..30_000_000).to_a",
      "of many small objects" => "a = []; loop { a << Object.new }",
      "of methods" => "n = 0; loop { Object.define_method(\"m\#{n += 1}\") { n } }",
      "of classes" => "a = []; loop { a << Class.new }",
      "of closures" => "a = []; loop { x = 'x' * 10; a << -> { x } }",
      "of fibers" => "a = []; loop { a << Fiber.new { Fiber.yield }.tap(&:resume) }",
      "of big numbers" => "n = 3; loop { n *= n }", "of a shift" => "1 << 1_000_000_000",
      "of product" => "a = (0..50).to_a; a.product(a, a, a).size",
      "of nested arrays" => "a = []; loop { a = [a] }", "of split" => "('x ' * 1_000_000).split",
      "of chars" => "('x' * 1_000_000).chars",
      "of inspect" => "(['x' * 100] * 100_000).inspect", "of join" => "(['x' * 1000] * 100_000).join",
      "of exceptions" => "a = []; loop { begin; raise 'x'; rescue => e; a << e; end }",
      "of eval" => "eval('[' + '1,' * 1_000_000 + ']')", "of source" => "eval('x = 1;' * 1_000_000)",
      "in rescue" => "begin; raise 'x'; rescue StandardError; 'x' * (1 << 30); end",
      "in ensure" => "begin; 1; ensure; 'x' * (1 << 30); end",
      "in to_s" => "class O; def to_s = 'x' * (1 << 30); end; \"\#{O.new}\"",
      "in a message" => "class O < StandardError; def message = 'x' * (1 << 30); end; raise O"
    }
    it_ends bombs, left: -> { have_attributes(usage: have_attributes(memory_peak: be_between(0, limit))) } do |error|
      expect(error).to limit_error
    end

    it "while the result is encoded that fitted by itself" do
      expect { sandbox.eval("'x' * 1_500_000") }.to raise_error(limit_error)
      expect(sandbox.usage.memory_peak).to be <= limit
      expect(Kobako::Sandbox.new(memory_limit: 2 * limit).eval("'x' * 1_500_000").bytesize).to eq(1_500_000)
    end

    slow_bombs = {
      "of Symbols" => "n = 0; loop { \"symbol_\#{n += 1}\".to_sym }",
      "of instance variables" => "n = 0; o = Object.new; loop { o.instance_variable_set(\"@v\#{n += 1}\", n) }",
      "of constants" => "n = 0; loop { Object.const_set(\"C\#{n += 1}\", n) }"
    }
    describe "at the timeout if that comes first," do
      let(:sandbox) { Kobako::Sandbox.new(memory_limit: 256 << 10, timeout: 1) }

      it_ends slow_bombs, left: -> { have_attributes(usage: have_attributes(memory_peak: be <= 256 << 10)) } do |error|
        expect(error).to limit_error.or(be_an_instance_of(Kobako::TimeoutError))
      end
    end
  end

  describe "cannot be escaped" do
    escapes = {
      "rescue" => "begin; 'x' * (1 << 30); rescue Exception; print 'escaped'; 7; end",
      "rescue NoMemoryError" => "begin; 'x' * (1 << 30); rescue NoMemoryError; print 'escaped'; 7; end",
      "ensure" => "begin; 'x' * (1 << 30); ensure; print 'escaped'; end",
      "a fiber" => "f = Fiber.new { 'x' * (1 << 30) }; (f.resume rescue 0); print 'escaped'",
      "a retry" => "begin; 'x' * (1 << 30); rescue Exception; print 'escaped'; retry; end"
    }
    it_ends escapes.transform_keys { |kind| "by #{kind}" }, left: -> { have_attributes(stdout: "") } do |error|
      expect(error).to limit_error
    end
  end

  it "leaves what was written before it" do
    expect { sandbox.eval("print 'before'; warn 'err'; 'x' * (8 << 20)") }.to raise_error(limit_error)

    expect(sandbox).to have_attributes(stdout: "before", stderr: "err\n")
  end

  it "gives the memory back to the process" do
    roomy = Kobako::Sandbox.new(memory_limit: 256 << 20)
    bomb = "s = 'x' * (60 << 20); loop { s << s }"
    expect { roomy.eval(bomb) }.to raise_error(limit_error)
    before = resident
    5.times { expect { roomy.eval(bomb) }.to raise_error(limit_error) }

    expect(resident - before).to be < 8 << 20
  end

  it "gives the memory back after bombs in many sandboxes" do
    bombs = Array.new(20) { Kobako::Sandbox.new(memory_limit: 16 << 20) }
    bombs.each { |sandbox| expect { sandbox.eval("s = 'x' * 999; loop { s << s }") }.to raise_error(limit_error) }
    before = resident
    bombs.each { |sandbox| expect { sandbox.eval("s = 'x' * 999; loop { s << s }") }.to raise_error(limit_error) }

    expect(resident - before).to be < 8 << 20
  end
end
