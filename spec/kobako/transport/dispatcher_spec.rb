# frozen_string_literal: true

RSpec.describe Kobako::Transport::Dispatcher do
  subject(:dispatcher) { described_class.new(nil, { "Host::It" => service }) }

  let(:service) { Kobako::Transport::Service.new("Host::It", Class.new { def go = block_given? ? yield(1) : 2 }.new) }

  it "answers a request with its result" do
    expect(call(["Host::It", "go", [], {}, false])).to eq([0, 2])
  end

  [[], nil, 5, ["Host::It"], ["Host::It", :go, [], {}, false], ["Host::It", "go", {}, {}, false],
   ["Host::It", "go", [], [], false], "text"].each do |request|
    it "takes #{request.inspect} as a wire violation" do
      expect { call(request) }.to raise_error(Kobako::TrapError, /\ASandbox#eval failed: wire violation: a request/)
    end
  end

  ["", "\x95", "\xc1", "\x95\xd6\x05aaaa"].each do |bytes|
    it "takes the bytes #{bytes.b.inspect} as a wire violation" do
      expect { dispatcher.call(bytes.b) }.to raise_error(Kobako::TrapError, /wire violation/)
    end
  end

  it "answers keywords that are no Symbols with an argument fault" do
    expect(call(["Host::It", "go", [], { "a" => 1 }, false]).last.kind).to eq("argument")
  end

  [nil, true, 5, 1.5, :"Host::It", ["Host::It"], { a: 1 }].each do |target|
    it "reaches nothing of the target #{target.inspect}" do
      %w[to_s class inspect size instance_eval].each do |name|
        expect(call([target, name, [], {},
                     false]).last).to have_attributes(kind: "runtime", message: /exposed|a guest can call: nothing/)
      end
    end
  end

  it "knows no other path" do
    ["Host::Nope", "", "::Host::It", "host::it", "Host::It\0", "\xff"].each do |path|
      expect(call([path, "go", [], {}, false]).last).to have_attributes(kind: "undefined", message: /\Ano service at/)
    end
  end

  it "refuses method names that are no names" do
    ["", "\0", "\xff".b, "go\0", "go ", "a" * 1000, "\u{10ffff}"].each do |name|
      expect(call(["Host::It", name, [], {}, false]).last).to have_attributes(kind: "runtime", message: /NoMethodError/)
    end
  end

  it "answers an object with BasicObject's methods alone" do
    bare = Class.new(BasicObject) { def hi = 1 }.new
    dispatcher = described_class.new(nil, { "Host::It" => Kobako::Transport::Service.new("Host::It", bare) })

    expect(call(["Host::It", "hi", [], {}, false], dispatcher)).to eq([0, 1])
    expect(call(["Host::It", "__id__", [], {}, false], dispatcher).last.message).to match(/not exposed/)
  end

  def call(request, dispatcher = self.dispatcher)
    response = dispatcher.call(Kobako::Codec::Encoder.encode(request))
    Kobako::Codec::Decoder.decode(response, dispatcher.handles)
  end
end
