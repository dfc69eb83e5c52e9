# frozen_string_literal: true

RSpec.describe Kobako::Transport::CallHead do
  def request(target, name) = Kobako::Codec::Encoder.encode([target, name, [1], {}, false])

  it "reads path and method, whatever their length" do
    [1, 31, 32, 255, 256, 65_535, 65_536].each do |length|
      path = "P" * length
      expect(described_class.read(request(path, "m" * length))).to eq([path, "m" * length])
    end
    expect(described_class.read(request("Ä::B", "größe"))).to eq(["Ä::B", "größe"])
  end

  it "says how many bytes hold path and method, where both are short" do
    expect(described_class.size(request("Shop::Orders", "find"))).to eq(1 + 13 + 5)
    expect(described_class.size(request("P" * 31, "m" * 31))).to eq(1 + 32 + 32)
    expect([request("P" * 32, "m"), request("P", "m" * 32), "\x95\xd6\x01\x00\x00\x00\x01\xa1m".b, "".b, "\x95\xbf".b]
      .map { |bytes| described_class.size(bytes) }).to eq([nil] * 5)
  end

  it "reads the number of a handle" do
    bytes = request("X", "name").sub("\xa1X".b, "\xd6\x01\x00\x00\x01\x02".b)

    expect(described_class.read(bytes)).to eq([258, "name"])
  end

  it "reads nothing of what is no request, and of any that was cut before its arguments" do
    ["", "\x95", "\x94\xa1X\xa1m", "\x95\xc0", "\x95\xd6\x02\x00\x00\x00\x01\xa1m",
     "\x95\xdb\xff\xff\xff\xffX"].each do |text|
      expect(described_class.read(text.b)).to eq([nil, ""])
    end
    whole = request("Shop::Orders", "find")
    heads = Array.new(18) { |length| whole.byteslice(0, length) }
    expect(heads.map { |bytes| [described_class.read(bytes), described_class.size(bytes)] }.uniq)
      .to eq([[[nil, ""], nil]])
  end
end
