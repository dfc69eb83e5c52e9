# frozen_string_literal: true

RSpec.describe Kobako::Transport::Dispatcher do
  subject(:dispatcher) { described_class.new({ "Host::It" => service }) }

  let(:service) { Kobako::Transport::Service.new("Host::It", Class.new { def go = block_given? ? yield(1) : 2 }.new) }

  it "answers a request with its result" do
    expect(call(["Host::It", "go", [], {}, false])).to eq([0, 2])
  end

  [[], nil, 5, ["Host::It"], ["Host::It", :go, [], {}, false], ["Host::It", "go", {}, {}, false],
   ["Host::It", "go", [], [], false], "text",
   *[nil, true, 5, 1.5, :"Host::It", ["Host::It"], { a: 1 }, "\xff"].map { |target| [target, "go", [], {}, false] },
   ["Host::It", "\xff", [], {}, false], ["Host::It", "go", [], {}, nil]].each do |request|
    it "takes #{request.inspect} as a wire violation" do
      expect { call(request) }.to raise_error(Kobako::TrapError, /\ASandbox#eval failed: wire violation: a request/)
    end
  end

  ["", "\x95", "\xc1", "\x95\xd6\x05aaaa"].each do |bytes|
    it "takes the bytes #{bytes.b.inspect} as a wire violation" do
      expect { dispatcher.call(bytes.b) }.to raise_error(Kobako::TrapError, /wire violation/)
    end
  end

  it "writes a fault as the response" do
    message = "no service at \"Nope\""
    payload = "\x83\xa4type\xa9undefined\xa7message".b + encode(message) + "\xa7details\xc0".b
    expect(dispatcher.call(encode(["Nope", "go", [], {}, false])))
      .to eq("\x92\x01\xc7".b + payload.bytesize.chr + "\x02".b + payload)
  end

  it "writes the fault that a method gives as what went wrong" do
    details = nil
    dispatcher = over(-> { Kobako::Fault.new("argument", "boom", details) })
    request = ["Host::It", "call", [], {}, false]
    expect(call(request, dispatcher)).to match([1, have_attributes(kind: "argument", message: "boom")])

    details = Object.new
    expect(call(request, dispatcher)).to match([1, have_attributes(message: /Host::It#call .*a Object cannot cross/)])
  end

  it "tells of a result that cannot be written" do
    exploding = Enumerator.new { raise KeyError, "no luck" }
    { 2**(8 << 20) => /the result of Host::It#call cannot cross: Integer of 1048577 bytes/,
      exploding => /\AKeyError: no luck\z/ }.each do |value, message|
      expect(call(["Host::It", "call", [], {}, false], over(-> { value })))
        .to match([1, have_attributes(kind: "runtime", message:)])
    end
  end

  it "answers keywords that are no Symbols with an argument fault" do
    expect(call(["Host::It", "go", [], { "a" => 1 }, false]).last.kind).to eq("argument")
  end

  it "knows no other path" do
    ["Host::Nope", "", "::Host::It", "host::it", "Host::It\0"].each do |path|
      expect(call([path, "go", [], {}, false]).last).to have_attributes(kind: "undefined", message: /\Ano service at/)
    end
  end

  it "refuses method names that are no names" do
    ["", "\0", "go\0", "go ", "a" * 1000, "\u{10ffff}"].each do |name|
      expect(call(["Host::It", name, [], {}, false]).last).to have_attributes(kind: "runtime", message: /NoMethodError/)
    end
  end

  it "answers an object with BasicObject's methods alone" do
    bare = Class.new(BasicObject) { def hi = 1 }.new
    dispatcher = described_class.new({ "Host::It" => Kobako::Transport::Service.new("Host::It", bare) })

    expect(call(["Host::It", "hi", [], {}, false], dispatcher)).to eq([0, 1])
    expect(call(["Host::It", "__id__", [], {}, false], dispatcher).last.message).to match(/not exposed/)
  end

  def over(callable) = described_class.new({ "Host::It" => Kobako::Transport::Service.new("Host::It", callable) })
  def encode(value) = Kobako::Codec::Encoder.encode(value)

  def call(request, dispatcher = self.dispatcher)
    response = dispatcher.call(encode(request))
    Kobako::Codec::Decoder.decode(response, dispatcher.handles)
  end
end
