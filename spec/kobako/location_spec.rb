# frozen_string_literal: true

RSpec.describe Kobako::Location do
  it "is none for the place where a program stands by default" do
    expect(described_class.of("(eval)", 1)).to be_nil
  end

  it "is sent as the file name and the line" do
    expect(Kobako::Codec::Decoder.decode(described_class.of("bücher.rb", 65_535).encode)).to eq(["bücher.rb", 65_535])
    expect(Kobako::Codec::Decoder.decode(described_class.of("(eval)", 2).encode)).to eq(["(eval)", 2])
  end

  it "takes a name of 512 bytes and no more" do
    expect(described_class.of("x" * 512, 1)).to be_a(described_class)
    expect { described_class.of("x" * 513, 1) }
      .to raise_error(ArgumentError, "filename has 513 bytes, expected 1 to 512 (shorten it)")
    expect { described_class.of("", 1) }.to raise_error(ArgumentError, /filename has 0 bytes/)
  end

  ["a\0b", "a\nb", "a\rb", "\e[31mred", "a\u0085b"].each do |name|
    it "refuses #{name.inspect}, which would break a backtrace's line" do
      expect { described_class.of(name, 1) }.to raise_error(ArgumentError, /without control characters/)
    end
  end

  [nil, :name, 7, "\xFF", "a".encode("UTF-16LE"), "é".b].each do |name|
    it "refuses #{name.inspect} as a name", :misuse do
      expect { described_class.of(name, 1) }.to raise_error(ArgumentError, /\Afilename is /)
    end
  end

  [0, -1, 65_536, 1.0, "1", nil].each do |line|
    it "refuses #{line.inspect} as a line", :misuse do
      expect { described_class.of("a", line) }
        .to raise_error(ArgumentError, "line is #{line.inspect}, expected an Integer from 1 to 65535")
    end
  end
end
