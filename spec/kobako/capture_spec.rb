# frozen_string_literal: true

RSpec.describe Kobako::Capture do
  it "gives valid UTF-8 bytes as UTF-8 text" do
    capture = described_class.new("grün".b)

    expect(capture.bytes).to eq("grün").and have_attributes(encoding: Encoding::UTF_8)
  end

  it "gives other bytes as binary" do
    capture = described_class.new("gr\xFCn".b)

    expect(capture.bytes).to eq("gr\xFCn".b).and have_attributes(encoding: Encoding::BINARY)
  end

  it "leaves the string that it was made of as it was" do
    bytes = "text".b
    described_class.new(bytes)

    expect(bytes).to have_attributes(encoding: Encoding::BINARY, frozen?: false)
  end

  it "says whether the output was cut" do
    expect(described_class.new("", truncated: true)).to be_truncated
    expect(described_class.new("")).not_to be_truncated
  end

  it "is frozen with its bytes" do
    expect(described_class.new("text")).to be_frozen.and have_attributes(bytes: be_frozen)
  end

  it "is empty UTF-8 text when nothing ran" do
    expect(described_class::EMPTY).to have_attributes(bytes: "", truncated?: false)
    expect(described_class::EMPTY.bytes.encoding).to be(Encoding::UTF_8)
  end
end
