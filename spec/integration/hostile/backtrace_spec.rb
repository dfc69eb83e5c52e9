# frozen_string_literal: true

require "support/hostile_module"

# What a guest that was stopped says of where it was: `__kobako_backtrace`, which a hostile module exports.
RSpec.describe "The backtrace of a guest that was stopped" do
  include HostileModule

  # Fields of a module that says this where it was stopped.
  def says(text)
    "(data (i32.const 512) \"#{HostileModule.literal(text.b)}\") #{does(HostileModule.packed(512, text.bytesize))}"
  end

  def does(body) = "(func (export \"__kobako_backtrace\") (result i64) #{body})"

  # The error of a guest that was stopped by the timeout and says this.
  def saying(text)
    attack(hostile_sandbox({ timeout: 0.02 }, eval: "(loop (br 0))", fields: says(text)))
    raise "nothing was raised"
  rescue Kobako::Error => e
    e
  end

  it "is the lines that it says" do
    expect(saying("a.rb:3:in 'x'\nb.rb:4:in '<main>'\n"))
      .to be_an_instance_of(Kobako::TimeoutError)
      .and have_attributes(backtrace_lines: ["a.rb:3:in 'x'", "b.rb:4:in '<main>'"], line: 3, filename: "a.rb",
                           klass: nil)
  end

  it "comes after a memory limit too, and after a trap" do
    { "(drop (memory.grow (i32.const 999)))" => Kobako::MemoryLimitError, "unreachable" => Kobako::TrapError }
      .each do |body, klass|
      sandbox = hostile_sandbox(eval: body, fields: says("a.rb:3"))
      expect { attack(sandbox) }.to raise_error(an_instance_of(klass).and(have_attributes(line: 3)))
    end
  end

  {
    "traps" => "unreachable",
    "does not end" => "(loop (br 0)) (i64.const 0)",
    "recurses without end" => "(call $deep) (i64.const 0)",
    "asks for memory without end" => "(loop (drop (memory.grow (i32.const 1))) (br 0)) (i64.const 0)",
    "points past its memory" => HostileModule.packed(0xffff_ffff, 10),
    "points at its memory's end" => HostileModule.packed(0x1ffff, 2),
    "says more than it has" => HostileModule.packed(0, 0xffff_ffff),
    "says nothing" => "(i64.const 0)",
    "calls a service" => "(call $dispatch (i32.const 0) (i32.const 0))"
  }.each do |kind, body|
    it "is empty when it #{kind}, and the error is the one that it was stopped by" do
      fields = "(func $deep (call $deep)) #{does(body)}"
      sandbox = hostile_sandbox({ timeout: 0.02 }, eval: "(loop (br 0))", fields:)
      expect { attack(sandbox) }
        .to raise_error(an_instance_of(Kobako::TimeoutError).and(have_attributes(backtrace_lines: [], line: nil)))
    end
  end

  it "is empty when the export has another signature" do
    fields = '(func (export "__kobako_backtrace") (result i32) (i32.const 1))'
    sandbox = hostile_sandbox({ timeout: 0.02 }, eval: "(loop (br 0))", fields:)
    expect { attack(sandbox) }.to raise_error(an_instance_of(Kobako::TimeoutError))
  end

  it "is not asked for where the guest ends by itself" do
    sandbox = hostile_sandbox(take_outcome: HostileModule.packed(HostileModule::OUTCOME, 2),
                              fields: does("unreachable"))
    expect(attack(sandbox)).to eq(42)
  end

  it "is cut to 64 lines of 2,048 bytes" do
    expect(saying("x:1\n" * 65).backtrace_lines.size).to eq(64)
    expect(saying("x" * 3000).backtrace_lines.map(&:size)).to eq([2048])
  end

  it "has neither control characters nor what is no text" do
    expect(saying("\e[31m\r\xff\0:1\n\x7f").backtrace_lines).to eq(["\uFFFD[31m\uFFFD\uFFFD\uFFFD:1", "\uFFFD"])
  end
end
