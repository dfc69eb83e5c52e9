# frozen_string_literal: true

RSpec.describe Kobako::Sandbox, "#library" do
  subject(:sandbox) { described_class.new }

  it "runs when it is required, once in an invocation" do
    sandbox.library("acme/pricing", "puts 'loading'\nmodule Acme; VAT = 19; end")

    2.times do
      expect(sandbox.eval('[require("acme/pricing"), require("acme/pricing.rb"), Acme::VAT]')).to eq([true, false, 19])
      expect(sandbox.stdout).to eq("loading\n")
    end
    expect(sandbox.eval("defined?(Acme)")).to be_nil
  end

  it "leaves LoadError where it was not given" do
    expect { sandbox.eval('require "acme/pricing"') }
      .to raise_error(Kobako::SandboxError, %r{\Acannot load such file -- acme/pricing: A sandbox has no files})
  end

  it "is among what a LoadError lists" do
    sandbox.library("acme/pricing.rb", "1")

    expect { sandbox.eval('require "acme/pricin"') }
      .to raise_error(Kobako::SandboxError, %r{did you mean acme/pricing\? .* English, abbrev, acme/pricing, base64, })
  end

  it "requires others, and one that requires it" do
    sandbox.library("a", "require 'b'\nA = [B]").library("b", "require 'a'\nrequire 'set'\nB = defined?(A).inspect")

    expect(sandbox.eval("require 'a'; A")).to eq(["nil"])
  end

  it "goes before one of the standard library" do
    sandbox.library("ostruct", "OWN = 1")

    expect(sandbox.eval("require 'ostruct'; OWN")).to eq(1)
  end

  it "is required by snippets" do
    sandbox.library("tax", "RATE = 7").preload(name: :Run, code: "require 'tax'\nRun = ->(x) { x * RATE }")

    2.times { expect(sandbox.run(:Run, 6)).to eq(42) }
  end

  it "runs at the top level, without the locals of the script" do
    sandbox.library("top", "x = 5\ndef helper = [self.to_s, defined?(y).inspect]\nTOP = self")

    expect(sandbox.eval("y = 1; require 'top'; [helper, defined?(x).inspect, TOP.equal?(self)]"))
      .to eq([%w[main nil], "nil", true])
  end

  it "is not loaded when it raises, so that the next require runs it again" do
    sandbox.library("flaky", "$tries = $tries.to_i + 1\nraise 'first' if $tries == 1")

    expect(sandbox.eval(<<~RUBY)).to eq(["first", true, false])
      first = begin
        require "flaky"
      rescue => e
        e.message
      end
      [first, require("flaky"), require("flaky")]
    RUBY
  end

  it "names its file and line in a backtrace" do
    sandbox.library("acme/broken", "\nraise 'here'")

    expect { sandbox.eval("require 'acme/broken'") }.to raise_error(Kobako::SandboxError, "here") { |error|
      expect(error.backtrace_lines.first).to start_with("acme/broken.rb:2")
    }
  end

  it "raises SandboxError at once for source that does not compile, and leaves the table as it was" do
    expect { sandbox.library("bad", "x = 1\ny = = 2") }
      .to raise_error(Kobako::SandboxError, /\Abad\.rb:2: expected an expression after `=`/)
    expect(sandbox.library("bad", "GOOD = 1").eval("require 'bad'; GOOD")).to eq(1)
  end

  it "calls services when it loads" do
    sandbox.define(:Host).bind(:Rate, -> { 19 })
    sandbox.library("rates", "RATE = Host::Rate.call")

    2.times { expect(sandbox.eval("require 'rates'; RATE")).to eq(19) }
  end

  it "ends as a program does that goes over a limit" do
    quick = described_class.new(timeout: 0.05).library("slow", "loop {}")

    expect { quick.eval("require 'slow'") }.to raise_error(Kobako::TimeoutError)
  end

  [nil, :tax, "", "/etc/passwd", "../up", "a//b", "a b", "é", "a/", "x" * 256, "a\0b"].each do |name|
    it "refuses the name #{name.inspect[0, 20]}", :misuse do
      expect { sandbox.library(name, "1") }.to raise_error(ArgumentError, /\Alibrary name is .*acme/)
    end
  end

  it "refuses a name that is taken, code that is none, and to follow an invocation", :misuse do
    sandbox.library("tax", "1")

    expect { sandbox.library("tax.rb", "2") }.to raise_error(ArgumentError, /library "tax" is preloaded already/)
    expect { sandbox.library("other", nil) }
      .to raise_error(ArgumentError, "code: is a NilClass, expected a String of Ruby source")
    sandbox.eval("1")
    expect { sandbox.library("late", "1") }.to raise_error(ArgumentError, /sealed by its first invocation/)
  end
end
