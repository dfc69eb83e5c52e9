# frozen_string_literal: true

RSpec.describe "Sealing" do
  subject(:sandbox) { Kobako::Sandbox.new }

  {
    "a value" => ->(sandbox) { sandbox.eval("1") },
    "an exception" => ->(sandbox) { sandbox.eval("raise 'no'") },
    "a syntax error" => ->(sandbox) { sandbox.eval("1 +") },
    "a timeout" => ->(sandbox) { sandbox.eval("loop {}") { |run| run.timeout = 0.2 } },
    "a run" => ->(sandbox) { sandbox.run(:Nope) }
  }.each do |kind, invoke|
    it "follows the first invocation, here #{kind}, and leaves the sandbox usable" do
      namespace = sandbox.define(:Host).bind(:Get, -> { 1 })
      begin
        invoke.call(sandbox)
      rescue Kobako::Error
        nil
      end

      expect { sandbox.define(:Other) }.to raise_error(ArgumentError, /sealed by its first invocation/)
      expect { sandbox.define(:Host) }.to raise_error(ArgumentError, /sealed by its first invocation/)
      expect { namespace.bind(:More, 1) }.to raise_error(ArgumentError, /sealed by its first invocation/)
      expect { sandbox.preload(code: "1", name: :A) }.to raise_error(ArgumentError, /sealed by its first invocation/)
      expect { sandbox.preload(binary: "") }.to raise_error(ArgumentError, /sealed by its first invocation/)
      expect(sandbox.eval("Host::Get.call")).to eq(1)
    end
  end

  it "does not follow a call that is refused before the guest runs", :misuse do
    expect { sandbox.eval(5) }.to raise_error(Kobako::SandboxError)
    expect { sandbox.run(5) }.to raise_error(TypeError)
    expect { sandbox.run(:Echo, "a" => 1) }.to raise_error(ArgumentError)

    sandbox.define(:Host).bind(:Get, -> { 1 })
    expect(sandbox.eval("Host::Get.call")).to eq(1)
  end

  it "happens once when 8 threads begin at the same time" do
    sandbox.define(:Host).bind(:Get, -> { 1 })
    results = Array.new(8) { Thread.new { sandbox.eval("Host::Get.call") } }.map(&:value)

    expect(results.uniq).to eq([1])
  end

  describe Kobako::Namespace do
    it "is the same for the same name" do
      expect(sandbox.define(:Host)).to equal(sandbox.define("Host"))
    end

    ["", "host", :host, "A::B", "A ", nil, 5, "Ä"].each do |name|
      it "refuses the name #{name.inspect}, as a member's too", :misuse do
        expect do
          sandbox.define(name)
        end.to raise_error(ArgumentError, /namespace name is .*, expected a constant's name/)
        expect { sandbox.define(:Host).bind(name, 1) }
          .to raise_error(ArgumentError, /member name is .*, expected a constant's name/)
      end
    end

    it "keeps the first object of a member that is bound twice" do
      namespace = sandbox.define(:Host).bind(:Get, -> { 1 })

      expect { namespace.bind("Get", -> { 2 }) }.to raise_error(ArgumentError, /Host::Get is bound already/)
      expect(sandbox.eval("Host::Get.call")).to eq(1)
    end

    it "refuses names in only: that the object does not have, or that are never exposed" do
      object = Class.new { private def hidden = 1 }.new
      { nope: /has no public method|no public method for/, hidden: /no public method/, instance_eval: /never exposed/,
        send: /never exposed/, method: /never exposed/ }.each do |name, message|
        expect { sandbox.define(:Host).bind(:Get, object, only: [name]) }.to raise_error(ArgumentError, message)
      end
      expect(sandbox.define(:Host).bind(:Get, object, only: %i[inspect]).members).to eq(["Get"])
    end

    it "refuses an only: that holds no names", :misuse do
      expect { sandbox.define(:Host).bind(:Get, -> {}, only: [5]) }.to raise_error(ArgumentError, /holds 5/)
    end

    it "is not made from outside" do
      expect { described_class.new("A") }.to raise_error(NoMethodError)
    end
  end
end
