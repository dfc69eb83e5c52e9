# frozen_string_literal: true

RSpec.describe Kobako::Capture do
  it "gives valid UTF-8 bytes as UTF-8 text" do
    expect(described_class.text("grün".b)).to eq("grün").and have_attributes(encoding: Encoding::UTF_8)
  end

  it "gives other bytes as binary" do
    expect(described_class.text("gr\xFCn".b)).to eq("gr\xFCn".b).and have_attributes(encoding: Encoding::BINARY)
  end

  it "leaves the string that it was made of as it was" do
    bytes = "text".b
    described_class.text(bytes)

    expect(bytes).to have_attributes(encoding: Encoding::BINARY, frozen?: false)
  end
end
