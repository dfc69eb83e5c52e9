# frozen_string_literal: true

require "support/processes"

RSpec.describe Kobako::Sandbox, "with a million symbols" do
  include Processes

  # Ten times what they take; with a time for each that grows by their number it would be a hundred times.
  it "makes a million of them in the time that a million lookups may take" do
    patient = described_class.new(memory_limit: 256 << 20, timeout: 3600)

    expect(patient.eval("1_000_000.times { |i| :\"name_\#{i}\" }; 1")).to eq(1)
    expect(patient.usage.cpu_time).to be < allowed(15)
  end
end
