# frozen_string_literal: true

require "kobako/mcp"

RSpec.describe Kobako::MCP::JSONValue do
  none = described_class::NONE

  it "takes what JSON has, and Symbols as text" do
    value = [nil, true, 1, 1.5, "é", :a, { "a" => [1], b: {}, 3 => 4 }]

    expect(described_class.of(value)).to eq([nil, true, 1, 1.5, "é", "a", { "a" => [1], "b" => {}, "3" => 4 }])
  end

  it "takes Integers up to those that doubles keep" do
    last = 9_007_199_254_740_991

    expect([last, -last, last + 1, -last - 1].map { |number| described_class.of(number) })
      .to eq([last, -last, none, none])
  end

  it "takes nothing of a value that holds what JSON has no like of" do
    others = [Float::NAN, Float::INFINITY, 1r, 1i, Set[1], 1..2, Time.at(0), "\xFF".b, "\xFF", Object.new,
              Class.new(String).new("a"), { nil => 1 }, { [1] => 1 }, { 1 => 1, "1" => 2 }, { a: 1, "a" => 2 }]

    expect(others.map { |value| described_class.of([value]) }).to all(equal(none))
  end

  it "takes as many levels as readers do" do
    nested = ->(levels) { levels.times.reduce(1) { |value, _| [value] } }

    expect(described_class.of(nested[64])).to eq(nested[64])
    expect(described_class.of(nested[65])).to equal(none)
  end
end
