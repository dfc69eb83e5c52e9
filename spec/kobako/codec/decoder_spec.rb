# frozen_string_literal: true

RSpec.describe Kobako::Codec::Decoder, :gc_stress do
  def decode(hex) = described_class.decode([hex].pack("H*"))

  {
    "c0" => nil, "c3" => true, "c2" => false,
    "7f" => 127, "cc80" => 128, "ff" => -1, "cfffffffffffffffff" => (1 << 64) - 1,
    "d38000000000000000" => -(1 << 63), "cd0001" => 1, "d30000000000000001" => 1,
    "ca3f000000" => 0.5, "cb3fe0000000000000" => 0.5, "cb7ff0000000000000" => Float::INFINITY,
    "a56772c3bc6e" => "grün", "d902c3bc" => "ü", "c403ff00ff" => "\xFF\x00\xFF".b,
    "d500676f" => :go, "c70200676f" => :go, "d40061" => :a, "c70000" => :"",
    "92019102" => [1, [2]], "dc000101" => [1],
    "81a16bc0" => { "k" => nil }, "de0001a16b01" => { "k" => 1 }
  }.each do |hex, value|
    it "reads #{hex} as #{value.inspect}" do
      expect(decode(hex)).to eq(value).and be_an_instance_of(value.class)
    end
  end

  it "reads text as UTF-8 and bytes as binary" do
    expect(decode("a161").encoding).to be(Encoding::UTF_8)
    expect(decode("c40161").encoding).to be(Encoding::BINARY)
  end

  it "keeps NaN and the sign of zero" do
    expect(decode("cb7ff8000000000000")).to be_nan
    expect(1 / decode("cb8000000000000000")).to eq(-Float::INFINITY)
  end

  it "takes bytes in any encoding" do
    expect(described_class.decode("\xa1a".dup.force_encoding(Encoding::UTF_8))).to eq("a")
  end

  it "keeps the last of equal keys" do
    expect(decode("82a16101a16102")).to eq({ "a" => 2 })
  end

  it "keeps all pairs where NaN is a key more than once" do
    pairs = %w[a16103 cb7ff800000000000001 a16104 cb7ff800000000000002 d4006105 c401ff06]
    expect(decode("86#{pairs.join}").values).to eq([3, 1, 4, 2, 5, 6])
    expect(decode("de000c#{pairs.join * 2}").values).to eq([3, 1, 4, 2, 5, 6, 3, 1, 4, 2, 6])
  end

  it "gives rows the same keys, and texts of their own" do
    rows = decode("9282a161a161d400620182a161a161d4006202")
    expect(rows).to eq([{ "a" => "a", b: 1 }, { "a" => "a", b: 2 }])
    expect(rows.map { |row| row.keys.first }).to all(be_frozen & be(rows[0].keys.first))
    expect(rows[0]["a"]).not_to be_frozen
    expect(rows[0]["a"]).not_to be(rows[1]["a"])
  end

  it "keeps a text apart from a Symbol as a key" do
    expect(decode("82a16101d4006102")).to eq({ "a" => 1, a: 2 })
  end

  ["", "92", "9201", "a2", "a261", "cd00", "cb00", "81a161", "c7", "c70200", "c402ff", "dcffff", "ddffffffff",
   "dfffffffff", "dbffffffff", "c6ffffffff", "c9ffffffff00", "dd10000000c0"].each do |hex|
    it "refuses #{hex.empty? ? "no bytes" : hex} as truncated" do
      expect { decode(hex) }.to raise_error(Kobako::Codec::Truncated)
    end
  end

  {
    "c1" => "a byte that MessagePack does not use", "d40561" => "an extension that the wire does not have",
    "c0c0" => "a second value", "d60100000000" => "handle 0", "d60180000000" => "a handle over 2**31 - 1",
    "d5010001" => "a handle of another length"
  }.each do |hex, kind|
    it "refuses #{kind}" do
      expect { decode(hex) }.to raise_error(Kobako::Codec::InvalidType)
    end
  end

  { "a1ff" => "a text", "d400ff" => "a Symbol", "a3eda080" => "a lone surrogate" }.each do |hex, kind|
    it "refuses #{kind} that is not UTF-8" do
      expect { decode(hex) }.to raise_error(Kobako::Codec::InvalidEncoding)
    end
  end

  it "takes 128 levels and refuses 129" do
    expect(decode("#{"91" * 127}90").flatten).to eq([])
    expect { decode("#{"91" * 128}90") }.to raise_error(Kobako::Codec::InvalidType, /128/)
  end

  it "takes a message of 16 MiB and refuses a byte more", gc_stress: false do
    at_limit = text_message((16 << 20) - 5)

    expect(described_class.decode(at_limit).bytesize).to eq((16 << 20) - 5)
    expect { described_class.decode(text_message((16 << 20) - 4)) }
      .to raise_error(Kobako::Codec::Error, /16777216/)
  end

  it "refuses an argument that is no String", :misuse do
    expect { described_class.decode(7) }.to raise_error(TypeError)
  end

  it "interns no text for ever", gc_stress: false do
    before = interned
    10_000.upto(10_999) { |n| described_class.decode("\xc7\x11\x00kobako_spec_#{n}".b) }

    expect(interned - before).to be < 100
  end

  def text_message(size) = ["db", size, "x" * size].pack("H2Na*")

  def interned
    GC.start
    Symbol.all_symbols.size
  end
end
