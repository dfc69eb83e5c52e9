# frozen_string_literal: true

RSpec.describe Kobako::Sandbox, "with many symbols" do
  let(:sandbox) { described_class.new(memory_limit: 64 << 20) }

  it "finds each of them again" do
    code = "all = Array.new(20_000) { |i| :\"name_\#{i}\" }\n" \
           "[all.uniq.size, all.each_with_index.all? { |name, i| name == \"name_\#{i}\".to_sym }]"

    expect(sandbox.eval(code)).to eq([20_000, true])
  end
end
