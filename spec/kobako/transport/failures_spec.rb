# frozen_string_literal: true

RSpec.describe Kobako::Transport::Failures do
  subject(:failures) { described_class.new }

  it "names the class and the message, and finds the exception by them" do
    error = KeyError.new("gone")

    expect(failures.keep(error)).to eq("KeyError: gone")
    expect(failures["KeyError: gone"]).to equal(error)
    expect(failures["KeyError: other"]).to be_nil
  end

  it "keeps the latest 16, and nothing after clear" do
    17.times { |number| failures.keep(RuntimeError.new(number.to_s)) }

    expect(failures["RuntimeError: 0"]).to be_nil
    expect(failures["RuntimeError: 1"]).to be_a(RuntimeError)
    failures.clear
    expect(failures["RuntimeError: 16"]).to be_nil
  end

  it "takes the name of the nearest class that has one" do
    expect(failures.keep(Class.new(ArgumentError).new("x"))).to eq("ArgumentError: x")
  end

  it "is not misled by an exception that lies or raises" do
    liar = Class.new(StandardError) do
      def class = raise("no")
      def message = raise("no")
    end

    expect(failures.keep(liar.new)).to eq("StandardError: ")
  end

  it "gives UTF-8 of at most 1 MiB, cut between characters" do
    texts = ["\xff".b, "é".encode("UTF-16LE"), "é" * (1 << 20)].map { |text| failures.keep(RuntimeError.new(text)) }

    expect(texts).to all(be_valid_encoding.and(have_attributes(encoding: Encoding::UTF_8)))
    expect(texts[1]).to eq("RuntimeError: é")
    expect(texts[2].bytesize).to be_between((1 << 20) - 4, 1 << 20)
  end
end
