# frozen_string_literal: true

RSpec.describe Kobako::Codec::Encoder, :gc_stress do
  def encode(value) = described_class.encode(value)

  def nest(levels) = (1...levels).reduce([]) { |inner, _| [inner] }

  it "keeps a Symbol to its last byte, NUL or not" do
    expect(described_class.encode(:"a\x00")).to eq("\xd5\x00a\x00".b)
    expect(described_class.encode(:"\x00b")).to eq("\xd5\x00\x00b".b)
  end

  it "gives binary bytes" do
    expect(encode("text").encoding).to be(Encoding::BINARY)
  end

  {
    nil => "c0", true => "c3", false => "c2",
    0 => "00", 127 => "7f", 128 => "cc80", -1 => "ff", -32 => "e0", -33 => "d0df",
    256 => "cd0100", (1 << 32) => "cf0000000100000000",
    -(1 << 63) => "d38000000000000000", (1 << 64) - 1 => "cfffffffffffffffff",
    0.5 => "cb3fe0000000000000", -0.0 => "cb8000000000000000", Float::INFINITY => "cb7ff0000000000000",
    "" => "a0", "grün" => "a56772c3bc6e",
    :go => "d500676f", :abc => "c70300616263", :"" => "c70000",
    [] => "90", {} => "80", [1, [2]] => "92019102", { a: 1 } => "81d4006101", { "k" => nil } => "81a16bc0"
  }.each do |value, hex|
    it "writes #{value.inspect} as #{hex}" do
      expect(encode(value).unpack1("H*")).to eq(hex)
    end
  end

  it "writes NaN as a float 64 that is no number" do
    expect(encode(Float::NAN)).to start_with("\xcb".b).and have_attributes(bytesize: 9)
    expect(encode(Float::NAN)[1..].unpack1("G")).to be_nan
  end

  it "writes keys of rows as it wrote them first" do
    key = "k".dup.freeze
    rows = [{ key => 1, s: 2 }, { key => 3, s: :s }, { "k" => 4, "s" => 5 }]
    expect(encode(rows).unpack1("H*")).to eq("9382a16b01d400730282a16b03d40073d4007382a16b04a17305")
  end

  it "writes keys in other encodings as it wrote them first" do
    latin = "\xfc".dup.force_encoding(Encoding::ISO_8859_1).freeze
    bytes = "\xfc".b.freeze
    expect(encode([{ latin => 1 }, { latin => 2 }, { bytes => 3 }, { bytes => 4 }]).unpack1("H*"))
      .to eq("9481a2c3bc0181a2c3bc0281c401fc0381c401fc04")
  end

  it "writes ASCII text as text" do
    expect(encode("ab".encode(Encoding::US_ASCII)).unpack1("H*")).to eq("a26162")
  end

  it "writes text of another encoding as its UTF-8 text" do
    expect(encode("ü".encode(Encoding::UTF_16LE)).unpack1("H*")).to eq("a2c3bc")
  end

  it "writes a binary String as bytes" do
    expect(encode("ab".b).unpack1("H*")).to eq("c4026162")
  end

  it "writes text that is not valid UTF-8 as bytes" do
    expect(encode("a\xFF").unpack1("H*")).to eq("c40261ff")
  end

  it "refuses an Integer of more than 1 MiB, without a copy of it" do
    expect { encode(1 << (8 << 20)) }
      .to raise_error(Kobako::Codec::UnsupportedType, /Integer of 1048577 bytes, the limit is 1048576/)
  end

  ordered = Object.new.tap { |object| def object.<=>(_other) = 0 }
  [Object.new, ordered..ordered, Struct.new(:a).new(1), Class.new(Time).now, Time.at(0).tap { |time| def time.x = 1 },
   Class.new(Set).new, -> {}, Kobako, BasicObject.new].each do |value|
    it "refuses a #{Kernel.instance_method(:class).bind_call(value)}, also inside Arrays and Hashes" do
      as_key = {}.compare_by_identity
      as_key[value] = 1
      [value, [value], { "k" => [value] }, as_key].each do |given|
        expect { encode(given) }.to raise_error(Kobako::Codec::UnsupportedType)
      end
    end
  end

  it "names the class that cannot cross" do
    expect { encode([Mutex.new]) }.to raise_error(Kobako::Codec::UnsupportedType, /Mutex/)
  end

  it "refuses an Array that contains itself" do
    cycle = []
    cycle << cycle

    expect { encode(cycle) }.to raise_error(Kobako::Codec::UnsupportedType)
  end

  it "refuses a Hash that contains itself" do
    cycle = {}
    cycle[:self] = cycle

    expect { encode(cycle) }.to raise_error(Kobako::Codec::UnsupportedType)
  end

  it "refuses a Hash that loses keys while it is sent" do
    hash = { 1 => Object.new, 2 => 3 }
    table = Class.new do
      define_method(:add) { |_object| hash.delete(2) && 1 }
    end.new

    expect { described_class.encode(hash, table) }.to raise_error(Kobako::Codec::UnsupportedType, /gained keys/)
  end

  it "takes 128 levels and refuses 129" do
    expect(encode(nest(128))).to eq("#{"\x91" * 127}\x90".b)
    expect { encode(nest(129)) }.to raise_error(Kobako::Codec::UnsupportedType, /128/)
  end

  it "takes a message of 16 MiB and refuses a byte more", gc_stress: false do
    expect(encode("x" * ((16 << 20) - 5)).bytesize).to eq(16 << 20)
    expect { encode("x" * ((16 << 20) - 4)) }.to raise_error(Kobako::Codec::UnsupportedType, /16777216/)
  end

  it "takes subclasses of String, Array and Hash as what they are" do
    expect(encode(Class.new(String).new("ab"))).to eq(encode("ab"))
    expect(encode(Class.new(Array).new([1]))).to eq(encode([1]))
    expect(encode(Class.new(Hash).new.merge!(1 => 2))).to eq(encode({ 1 => 2 }))
  end

  it "calls no method of the value" do
    text = "ab".dup
    def text.to_s = raise("called")
    def text.encoding = raise("called")

    expect(encode(text)).to eq(encode("ab"))
  end
end
