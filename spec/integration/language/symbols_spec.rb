# frozen_string_literal: true

RSpec.describe Kobako::Sandbox, "with many symbols" do
  let(:sandbox) { described_class.new(memory_limit: 64 << 20) }

  it "finds each of them again" do
    code = "all = Array.new(20_000) { |i| :\"name_\#{i}\" }\n" \
           "[all.uniq.size, all.each_with_index.all? { |name, i| name == \"name_\#{i}\".to_sym }]"

    expect(sandbox.eval(code)).to eq([20_000, true])
  end

  # Ten times what they take; with a time for each that grows by their number it would be a hundred times.
  it "makes a million of them in the time that a million lookups may take", :long do
    patient = described_class.new(memory_limit: 256 << 20, timeout: 15)

    expect(patient.eval("1_000_000.times { |i| :\"name_\#{i}\" }; 1")).to eq(1)
  end
end
