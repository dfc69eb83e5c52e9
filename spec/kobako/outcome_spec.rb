# frozen_string_literal: true

require "support/hostile_module"

RSpec.describe Kobako::Outcome do
  include HostileModule

  # What becomes of an invocation whose guest leaves these bytes.
  def read(bytes) = attack(sandbox_leaving(bytes))

  def encode(value) = Kobako::Codec::Encoder.encode(value)

  it "gives the value after tag 1" do
    expect(read("\x01".b + encode([1, "two", { three: nil }]))).to eq([1, "two", { three: nil }])
  end

  it "gives a value that shares no bytes with the outcome" do
    sandbox = sandbox_leaving("\x01".b + encode("x" * 1000))
    value = sandbox.eval("attack")
    3.times { sandbox.eval("good") }

    expect(value).to eq("x" * 1000)
  end

  it "is a trap when the guest left nothing" do
    expect { read("".b) }
      .to raise_error(an_instance_of(Kobako::TrapError)
      .and(having_attributes(message: "Sandbox#eval failed: wire violation: an empty outcome")))
  end

  [0, 3, 4, 0x80, 0xff].each do |tag|
    it "is a trap when the tag is #{tag}" do
      said = format("outcome with the unknown tag 0x%02x", tag)
      expect { read(tag.chr.b + encode(nil)) }
        .to raise_error(an_instance_of(Kobako::TrapError)
        .and(having_attributes(message: /\ASandbox#eval failed: .*#{said}\z/)))
    end
  end

  it "names the operation that failed" do
    sandbox = hostile_sandbox(take_outcome: "(i64.const 0)")
    expect { sandbox.run(:Main) }.to raise_error(Kobako::TrapError, /\ASandbox#run failed: /)
  end

  {
    "is missing" => "\x01".b,
    "is cut" => "\x01\x92\x01".b,
    "has bytes after it" => "\x01\x01\x01".b,
    "has a type that the wire lacks" => "\x01\xc1".b,
    "has a text that is not UTF-8" => "\x01\xa1\xff".b
  }.each do |state, outcome|
    it "is a transport error with its cause when the value #{state}" do
      expect { read(outcome) }.to raise_error(Kobako::Transport::Error, /\Aresult cannot be decoded: /) { |error|
        expect(error.cause).to be_a(Kobako::Codec::Error)
      }
    end
  end

  it "raises what the panic record says after tag 2" do
    record = { "origin" => "sandbox", "class" => "KeyError", "message" => "boom" }

    expect { read("\x02".b + encode(record)) }.to raise_error(an_instance_of(Kobako::SandboxError), "boom")
  end

  it "is a transport error when the panic record is malformed" do
    expect { read("\x02".b) }.to raise_error(Kobako::Transport::Error)
  end
end
