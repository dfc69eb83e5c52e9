# frozen_string_literal: true

RSpec.describe Kobako::Sandbox, "with many symbols" do
  let(:sandbox) { described_class.new(memory_limit: 64 << 20) }

  def seconds
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    yield
    Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
  end

  it "finds each of them again" do
    code = "all = Array.new(20_000) { |i| :\"name_\#{i}\" }\n" \
           "[all.uniq.size, all.each_with_index.all? { |name, i| name == \"name_\#{i}\".to_sym }]"

    expect(sandbox.eval(code)).to eq([20_000, true])
  end

  it "makes 100,000 of them in about ten times the time of 10,000" do
    few, many = [10_000, 100_000].map do |count|
      Array.new(3) { seconds { sandbox.eval("#{count}.times { |i| :\"name_\#{i}\" }; nil") } }.min
    end

    expect(many / few).to be < 40
  end
end
