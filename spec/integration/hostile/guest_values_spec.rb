# frozen_string_literal: true

require "support/hostile_module"

RSpec.describe "A hostile guest that keeps its block's value" do
  around { |example| Dir.mktmpdir { |folder| (@folder = folder) && example.run } }

  # Uses what stays in the guest, and makes a result of whatever comes of it.
  let(:stubborn) do
    Class.new do
      def go
        yield.size
      rescue StandardError
        :rescued
      end
    end.new
  end
  let(:kept) { value(7, 2) }
  let(:request) { encoded(["Host::It", "go", [], {}, true]) }

  { "no tag" => "", "an unknown tag" => "\x03\xc0", "the tag of a break" => "\x02\x90", "no value" => "\x01",
    "bytes after its value" => "\x01\x90\xc0", "a handle that is not there" => "\x01\x91\xd6\x01\0\0\0\x09",
    "nil in place of an Array" => "\x01\xc0", "a Hash in place of an Array" => "\x01\x80",
    "an error that is no map" => "\x04\xc0", "an error without a message" => "\x04\x80",
    "an error whose message is none" => "\x04\x81\xa7message\xc0",
    "another value in place of a key" => "\x01\x91\x81\xc7\x09\x10\0\0\0\x01\x02\0\0\0\0\x01" }.each do |what, answer|
    it "is a TrapError when it sends #{what}, whatever the service rescues" do
      expect { answer("\x01".b + kept, answer.b) }.to raise_error(Kobako::TrapError, /wire violation/)
    end
  end

  it "is a TrapError when it calls a service where it was asked for the value" do
    expect { attack(dispatch(512, request), block(256, "\x01".b + kept), dispatch(512, request)) }
      .to raise_error(Kobako::TrapError, /the guest called a service where it was asked for a value/)
  end

  it "is a TrapError when it ends there" do
    expect { attack(dispatch(512, request), block(256, "\x01".b + kept)) }
      .to raise_error(Kobako::TrapError, /the guest ended where it was asked for a value/)
  end

  it "is stopped by the timeout there" do
    expect { attack(dispatch(512, request), block(256, "\x01".b + kept), "(loop (br 0))", timeout: 0.1) }
      .to raise_error(Kobako::TimeoutError)
  end

  it "is a TrapError when it keeps what it sends as a key" do
    expect { answer("\x01\x81".b + kept + "\x01".b) }.to raise_error(Kobako::TrapError, /stands where a plain value/)
  end

  it "is a TrapError when an argument of a request is kept" do
    expect { attack(dispatch(512, "\x95\xa8Host::It\xa2go\x91".b + kept + "\x80\xc2".b)) }
      .to raise_error(Kobako::TrapError, /a request cannot be decoded: a guest value stands where a plain value/)
  end

  it "is a Transport::Error when its outcome is kept" do
    expect { attack(outcome: "\x01".b + kept) }.to raise_error(Kobako::Transport::Error, /guest value stands where/)
  end

  it "goes on when the value is what it was said to be" do
    stubborn.singleton_class.define_method(:go) { |&block| block.call.size }

    expect(answer("\x01".b + kept, "\x01\x92\x01\x02".b)).to be_nil
  end

  it "costs the host no more than the bytes that it sends when it keeps millions" do
    stubborn.singleton_class.define_method(:go) { |&block| block.call && nil }
    many = "\x01\xdd".b + [100_000].pack("N") + (kept * 100_000)

    expect(attack(dispatch(512, request), block(4096, many), memory: 32)).to be_nil
  end

  # The guest calls the service with a block, answers the call of that block, and then what it is asked for.
  def answer(first, second = nil)
    attack(dispatch(512, request), block(256, first), *(block(320, second) if second))
  end

  def attack(*steps, outcome: "\x01\xc0".b, memory: 2, timeout: 600)
    slots = Kobako::Runtime.slots_in_use
    @data = { 1024 => [1000].pack("V"), 2048 => outcome }.merge(@data || {})
    fields = @data.map { |at, bytes| "(data (i32.const #{at}) \"#{HostileModule.literal(bytes)}\")" }
    text = HostileModule.wat(eval: steps.join(" "), take_outcome: HostileModule.packed(2048, outcome.bytesize),
                             memory: "(memory (export \"memory\") #{memory})",
                             fields: "#{fields.join} (global (export \"__kobako_mailbox\") i32 (i32.const 1024))")
    File.binwrite(path = File.join(@folder, "guest.wasm"), HostileModule.assemble(text))
    sandbox = Kobako::Sandbox.new(wasm_path: path, timeout:)
    sandbox.define(:Host).bind(:It, stubborn)
    sandbox.eval("attack")
  ensure
    expect(Kobako::Runtime.slots_in_use).to eq(slots)
    expect(Kobako::Sandbox.new.eval("6 * 7")).to eq(42)
  end

  # A call with these bytes, which stand at `at`.
  def dispatch(at, bytes, mark = 0)
    (@data ||= {})[at] = bytes
    length = bytes.bytesize | mark
    "(drop (call $dispatch (i32.const #{at}) (i32.const #{mark.zero? ? length : length - (1 << 32)})))"
  end

  # The same, of what a block came to.
  def block(at, bytes) = dispatch(at, bytes, 1 << 31)

  def value(id, kind, size = 0) = ["c70910", id, kind, size].pack("H*NCN").b

  def encoded(value) = Kobako::Codec::Encoder.encode(value)
end
