# frozen_string_literal: true

require "support/hostile_module"

RSpec.describe "A hostile guest's answer for its block" do
  around { |example| Dir.mktmpdir { |folder| (@folder = folder) && example.run } }

  # Whatever comes of the block, this service makes a result of it.
  let(:stubborn) do
    Class.new do
      def go
        yield
      rescue StandardError
        :rescued
      end
    end.new
  end

  { "no tag" => "", "an unknown tag" => "\x03\xc0", "no value" => "\x01", "bytes after its value" => "\x01\xc0\xc0",
    "a handle that is not there" => "\x01\xd6\x01\0\0\0\x09",
    "an error that is no map" => "\x04\xc0", "an error without a class" => "\x04\x80" }.each do |what, response|
    it "is a TrapError when it has #{what}, whatever the service rescues" do
      expect { answer(response.b) }
        .to raise_error(Kobako::TrapError, /wire violation: a (yield response|block's error)/)
    end
  end

  it "is a TrapError when it lies outside memory" do
    expect do
      answer("", at: 0x1fffe, length: 8)
    end.to raise_error(Kobako::TrapError, /wire violation.*outside the guest's memory/)
  end

  it "is a TrapError when no block was called" do
    expect { attack("(drop (call $dispatch #{marked(256, 0)}))") }
      .to raise_error(Kobako::TrapError, /wire violation: a block ended that no service called/)
  end

  it "is a TrapError when it comes twice" do
    again = "(drop (call $dispatch #{marked(256, 2)}))"

    expect { answer("\x01\xc0".b, then_: again) }
      .to raise_error(Kobako::TrapError, /wire violation: a block ended that no service called/)
  end

  it "is a TrapError when the guest ends instead" do
    expect { attack("(drop (call $dispatch (i32.const 512) (i32.const #{request.bytesize})))") }
      .to raise_error(Kobako::TrapError, /the guest ended inside a block/)
  end

  it "is a TrapError when it is another call of the service, whose block calls it again, and so on" do
    endless = "(loop (drop (call $dispatch (i32.const 512) (i32.const #{request.bytesize}))) (br 0))"

    expect { attack(endless) }.to raise_error(Kobako::TrapError, /nest deeper than 128 calls/)
  end

  it "is a TrapError when the block itself calls the service, whose block calls it again, and so on" do
    call = "(drop (call $dispatch (i32.const 512) (i32.const #{request.bytesize})))"
    block = "(func (export \"__kobako_yield_to_block\") (param i32 i32) (result i64)"

    expect { attack(call, mailbox: "") { |text| text.sub(block) { "#{block} #{call}" } } }
      .to raise_error(Kobako::TrapError, /nest deeper than 128 calls/)
  end

  it "goes on when request, arguments and answer lie over each other" do
    at_mailbox = "(memory.copy (i32.const 1032) (i32.const 512) (i32.const #{request.bytesize}))" \
                 "(drop (call $dispatch (i32.const 1032) (i32.const #{request.bytesize})))" \
                 "(i32.store (i32.const 1032) (i32.const 0xc001))" \
                 "(drop (call $dispatch #{marked(1032, 2)}))"

    expect(attack(at_mailbox)).to be_nil
  end

  it "goes on when it is an exception" do
    record = Kobako::Codec::Encoder.encode({ "class" => "E", "message" => "m", "backtrace" => [] })

    expect(answer("\x04".b + record)).to be_nil
  end

  # The guest calls the service with a block, and answers the call of that block with `response`.
  def answer(response, at: 256, length: response.bytesize, then_: "")
    attack("(drop (call $dispatch (i32.const 512) (i32.const #{request.bytesize})))" \
           "(drop (call $dispatch #{marked(at, length)})) #{then_}", response)
  end

  def attack(eval, response = "", mailbox: '(global (export "__kobako_mailbox") i32 (i32.const 1024))')
    slots = Kobako::Runtime.slots_in_use
    fields = [[256, response], [512, request], [1024, [1000].pack("V")]].map do |at, bytes|
      "(data (i32.const #{at}) \"#{bytes.each_byte.map { |byte| format("\\%02x", byte) }.join}\")"
    end
    text = HostileModule.wat(eval:, take_outcome: HostileModule.packed(2048, 2),
                             fields: "#{fields.join} #{mailbox} (data (i32.const 2048) \"\\01\\c0\")")
    text = yield text if block_given?
    File.binwrite(path = File.join(@folder, "guest.wasm"), HostileModule.assemble(text))
    sandbox = Kobako::Sandbox.new(wasm_path: path)
    sandbox.define(:Host).bind(:It, stubborn)
    sandbox.eval("attack")
  ensure
    expect(Kobako::Runtime.slots_in_use).to eq(slots)
    expect(Kobako::Sandbox.new.eval("6 * 7")).to eq(42)
  end

  def request = Kobako::Codec::Encoder.encode(["Host::It", "go", [], {}, true])

  # A place and a length that says that a block ended.
  def marked(at, length) = "(i32.const #{at}) (i32.const #{(length | (1 << 31)) - (1 << 32)})"
end
