# frozen_string_literal: true

RSpec.describe Kobako::Usage do
  let(:usage) { described_class.new(wall_time: 0.25, memory_peak: 4096) }

  it "is frozen and keeps seconds and bytes" do
    expect(usage).to be_frozen.and have_attributes(wall_time: 0.25, memory_peak: 4096)
  end

  it "equals a usage of the same cost, also as a Hash key" do
    same = described_class.new(wall_time: 0.25, memory_peak: 4096)

    expect(usage).to eq(same)
    expect({ usage => 1 }[same]).to eq(1)
  end

  it "differs from a usage of another cost and from other objects" do
    expect(usage).not_to eq(described_class.new(wall_time: 0.25, memory_peak: 4097))
    expect(usage).not_to eq(usage.to_h)
  end

  it "can be taken apart by a pattern" do
    usage => { memory_peak: }

    expect(memory_peak).to eq(4096)
  end

  it "is 0.0 seconds and 0 bytes when empty" do
    expect(described_class::EMPTY.to_h)
      .to eq(wall_time: 0.0, memory_peak: 0, cpu_time: 0.0, service_time: 0.0, service_calls: 0, bytes_received: 0,
             bytes_sent: 0, kept: false, replay_time: 0.0)
  end
end
