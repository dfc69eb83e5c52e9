# frozen_string_literal: true

require "kobako"
require_relative "../ruby/suite/processor_limit"
require_relative "../ruby_tests/programs"

RSpec.describe RubySuite::ProcessorLimit do
  # The third time it is done.
  def slow(given) = given.size < 3 ? raise(Kobako::TimeoutError, "over") : :done

  it "gives more time to what did not have the processor" do
    given = []
    expect(described_class.new(10).within { |timeout| slow(given.push(timeout)) }).to eq(:done)
    expect(given).to eq([10, 40, 160])
  end

  it "ends what had the processor for as long as it may" do
    expect { described_class.new(0.3).within { |timeout| Kobako::Sandbox.new(timeout:).eval("loop {}") } }
      .to raise_error(Kobako::TimeoutError)
  end

  it "holds for a program that a test runs on its own" do
    given = []
    sandbox = instance_double(Kobako::Sandbox, stdout: "out", stderr: "")
    allow(sandbox).to receive(:eval) { slow(given) }
    allow(Kobako::Sandbox).to receive(:new) { |timeout:, **| given.push(timeout) && sandbox }
    ended = RubyTests::Programs.new("", memory_limit: 1 << 20).run("", "-", false)
    expect(ended).to include("out" => "out", "err" => "")
  end
end
