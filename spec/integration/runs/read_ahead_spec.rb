# frozen_string_literal: true

# What runs of a program read of the standard library and of the core is read in advance once the program is kept.
RSpec.describe "A kept program's code" do
  # Bytes that keeping a program takes, which no other is.
  def kept(code)
    sandbox = Kobako::Sandbox.new
    code = "#{code} # #{sandbox.object_id}"
    before = Kobako.stats
    values = Array.new(200) { sandbox.eval(code) }
    expect(values.uniq).to eq([values.first])
    expect(Kobako.stats[:programs]).to eq(before[:programs] + 1)
    Kobako.stats[:program_bytes] - before[:program_bytes]
  end

  let(:none) { kept("x = #{"1 + " * 20}1; x.to_s") }

  {
    "a feature that a constant loads" => ["Date.new(2024, 2, 28).next_day(2).to_s", 30_000],
    "a feature that is required late" => ["x = 1; require('ostruct'); OpenStruct.new(x:).x", 5_000],
    "methods of the core" => ["Complex(3, 4).polar.first.to_s + 12.gcdlcm(8).inspect", 3_000]
  }.each do |what, (code, bytes)|
    it "has #{what}" do
      expect(kept(code)).to be > none + bytes
    end
  end

  it "shows nothing of it to the program" do
    code = "[defined?(Date), require('date'), require('date')]"
    sandbox = Kobako::Sandbox.new

    expect(Array.new(50) { sandbox.eval(code) }.uniq).to eq([[nil, true, false]])
  end

  it "runs what a script has put in the place of a method that was read" do
    sandbox = Kobako::Sandbox.new
    code = "before = Complex(3, 4).abs2; class Complex; def abs2 = :mine; end; [before, Complex(3, 4).abs2]"

    expect(Array.new(50) { sandbox.eval(code) }.uniq).to eq([[25, :mine]])
  end

  it "leaves objects where they were in runs that may be repeated, whatever ran before" do
    sandbox = Kobako::Sandbox.new
    code = "Complex(3, 4).polar; Date.new(2024, 1, 1); Object.new.inspect"
    address = ->(*) { sandbox.execute(code, journal: Kobako::Journal.new).value }
    first = address.call
    60.times { sandbox.eval(code) }

    expect(Array.new(60, &address).uniq).to eq([first])
  end

  it "is read by a run whose memory is just enough" do
    code = "Complex(3, 4).polar; 1"
    sandbox = Kobako::Sandbox.new(memory_limit: 1 << 20)

    expect(Array.new(50) { sandbox.eval(code) }.uniq).to eq([1])
  end
end
