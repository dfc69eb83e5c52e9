# frozen_string_literal: true

require "support/hostile_module"

# What a hostile guest answers to Kobako.check and Kobako.compile.
RSpec.describe "A hostile guest that is asked to look at code" do
  include HostileModule

  def encode(value) = "\x01".b + Kobako::Codec::Encoder.encode(value)

  # A sandbox with a service whose guest leaves these bytes, whatever it is asked.
  def leaving(bytes, body = "", timeout: 60)
    data = %[(data (i32.const 256) "#{HostileModule.literal(bytes)}")]
    exports = %w[__kobako_check __kobako_bytecode].map { |name| %[(func (export "#{name}") #{body})] }
    hostile_sandbox({ timeout: }, fields: [data, *exports].join(" "),
                                  take_outcome: HostileModule.packed(256, bytes.bytesize)).tap do |sandbox|
      sandbox.define(:KV).bind(:Get, -> {})
    end
  end

  def check(bytes, ...) = Kobako.check("attack", sandbox: leaving(bytes, ...))
  def compile(bytes, ...) = Kobako.compile("attack", sandbox: leaving(bytes, ...))

  it "may give problems and calls" do
    rows = [[["error", 1, 2, "x"], ["warning", -1, 1 << 40, ""]], [["KV::Get", "nope", 3, 4]]]
    expect(check(encode(rows)).map(&:to_s))
      .to match([/\A-1/, "1:2: error: x", /\A3:4: warning: KV::Get exposes no method nope/])
  end

  [nil, 7, "x", [], [[]], [[], nil], [nil, []], { 1 => 2 }, [[], [7]], [[], [["KV::Get", "x", 1]]],
   [[], [["KV::None", "x", 1, 2]]], [[], [["KV::Get", 1, 1, 2]]], [[], [["KV::Get", "x", nil, 2]]],
   [[], [[nil, "x", 1, 2]]], [[7], []], [[["error", 1, 2]], []], [[["fatal", 1, 2, "x"]], []],
   [[["error", 1.5, 2, "x"]], []], [[{ "line" => 1 }], []]].each do |value|
    it "is a Transport::Error that answers #{value.inspect} to a check" do
      expect { check(encode(value)) }.to raise_error(an_instance_of(Kobako::Transport::Error), /\Athe guest gave /)
    end
  end

  [nil, 7, [], { 1 => 2 }, true, :x].each do |value|
    it "is a Transport::Error that answers #{value.inspect} in place of bytecode" do
      expect { compile(encode(value)) }.to raise_error(an_instance_of(Kobako::Transport::Error), /in place of bytecode/)
    end
  end

  it "is an error of its outcome, as of an eval's" do
    ["\x01\xc1", "\x01\x92\x01", "\x02\xc1"].each do |bytes|
      expect { check(bytes.b) }.to raise_error(an_instance_of(Kobako::Transport::Error), /cannot be decoded/)
      expect { compile(bytes.b) }.to raise_error(an_instance_of(Kobako::Transport::Error), /cannot be decoded/)
    end
    expect { check("\x07".b) }.to raise_error(an_instance_of(Kobako::TrapError), /\AKobako\.check failed: /)
    expect { compile("".b) }.to raise_error(an_instance_of(Kobako::TrapError), /\AKobako\.compile failed: /)
  end

  it "is stopped as in an eval" do
    expect { check("x".b, "(loop (br 0))", timeout: 0.05) }.to raise_error(an_instance_of(Kobako::TimeoutError))
    expect { check("x".b, "unreachable") }.to raise_error(an_instance_of(Kobako::TrapError))
    expect { compile("x".b, "(drop (memory.grow (i32.const 999)))") }
      .to raise_error(an_instance_of(Kobako::MemoryLimitError))
  end

  it "may call no service" do
    expect { check(encode([[], []]), "(drop (call $dispatch (i32.const 0) (i32.const 0)))") }
      .to raise_error(Kobako::TrapError, /no dispatcher/)
  end

  it "gives bytecode that is not believed" do
    sandbox = Kobako::Sandbox.new
    sandbox.preload(binary: compile(encode("RITE0400".b)))
    expect { sandbox.eval("1") }.to raise_error(Kobako::BytecodeError)
  end

  it "is an error that names the call that is missing" do
    sandbox = hostile_sandbox
    expect { Kobako.check("attack", sandbox:) }
      .to raise_error(Kobako::TrapError, /\AKobako\.check failed: missing required hooks: __kobako_check/)
    expect { Kobako.compile("attack", sandbox:) }
      .to raise_error(Kobako::TrapError, /\AKobako\.compile failed: missing required hooks: __kobako_bytecode/)
  end
end
