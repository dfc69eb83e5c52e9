# frozen_string_literal: true

require "kobako/description"

RSpec.describe Kobako::Description::ValueText do
  def text(value, limit = 1000) = described_class.new(value, limit).text

  values = <<~'RUBY'
    [nil, true, -1, 2**70, 1.0, 1e20, Float::NAN, -0.0, 1r, 2i, :a, :"b c", :+, "", "aé\x00\e#{1}\#{\"", "caf\xE9".b]
    { 1 => 2, a: 1, "b" => [nil], "x y": 3, "+": 1, a?: 1, "b=": 2, A: 3, é: 4, "[]": 5, "@a": 1, nil: 1 }
    [[], {}, Set[], Set[1, :a], 1..2, 1.., ..3, "a"..."b", nil..nil]
    [Time.at(0).utc, Time.at(0.5).utc]
    [Date.new(2024, 1, 2), DateTime.new(2024, 1, 2, 3, 4, 5)]
    BigDecimal("-1.50")
  RUBY
  values.each_line(chomp: true) do |code|
    it "writes as the guest does: #{code}" do
      sandbox = Kobako::Sandbox.new(memory_limit: 16 << 20)
      preamble = "require 'date'; require 'bigdecimal'; "

      expect(text(sandbox.eval(preamble + code))).to eq(sandbox.eval("#{preamble}(#{code}).inspect"))
    end
  end

  it "tells the class alone of an object of the application" do
    stub_const("Invoice", Class.new { def inspect = raise("asked") })

    expect(text([Invoice.new, Object.new, Class.new(Array).new([1])])).to eq("[#<Invoice>, #<Object>, #<Array>]")
  end

  it "asks no object for its class" do
    expect(text(BasicObject.new)).to eq("#<BasicObject>")
  end

  it "is whole at the limit and cut over it, between characters" do
    at = described_class.new("éé", 6)
    over = described_class.new("éé", 4)

    expect([at.text, at.cut?]).to eq(['"éé"', false])
    expect([over.text, over.cut?]).to eq(['"é', true])
  end

  it "does not write more of long values than the limit" do
    long = [["x" * 1_000_000], { ("y" * 1_000_000).to_sym => 1 }, [1] * 1_000_000]

    expect(long.map { |value| text(value, 20).bytesize }).to all(be <= 20)
    expect(text(7**1_000_000)).to eq("an Integer of 2807355 bits")
  end
end
