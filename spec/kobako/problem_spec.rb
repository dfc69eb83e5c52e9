# frozen_string_literal: true

RSpec.describe Kobako::Problem do
  let(:problem) { described_class.new(line: 3, column: 7, message: "unexpected ')'", severity: :error) }

  it "is frozen, equal to its like and says where it is" do
    expect(problem).to be_frozen.and eq(described_class.new(**problem.to_h))
    expect(problem.hash).to eq(described_class.new(**problem.to_h).hash)
    expect(problem).not_to eq(described_class.new(**problem.to_h, line: 4))
    expect(problem.to_s).to eq("3:7: error: unexpected ')'")
    expect([problem.error?, problem.warning?]).to eq([true, false])
    expect(problem.message).to be_frozen
  end

  it "can be taken apart" do
    case problem
    in { line:, severity: :error } then expect(line).to eq(3)
    end
  end

  it "is made of what a guest says" do
    expect(described_class.of_row(["warning", 1, 2, "x"])).to have_attributes(severity: :warning, line: 1, column: 2)
  end

  [nil, 7, [], ["error"], ["fatal", 1, 2, "x"], ["error", "1", 2, "x"], ["error", 1, nil, "x"], ["error", 1, 2, 3],
   ["error", 1, 2, "x", 4], { "error" => 1 }].each do |row|
    it "is not made of #{row.inspect}" do
      expect { described_class.of_row(row) }.to raise_error(Kobako::Transport::Error, /no problem/)
    end
  end

  [nil, [], {}, { "problems" => [] }, { "filename" => "a" }, { "filename" => "a", "problems" => [1] },
   { "filename" => 7, "problems" => [{ "line" => 1, "column" => 2, "message" => "x" }] },
   { "filename" => "a", "problems" => [{ "line" => "1", "column" => 2, "message" => "x" }] }].each do |details|
    it "is in no list where an error's details are #{details.inspect}" do
      expect(described_class.of_details(details)).to eq([])
    end
  end
end
