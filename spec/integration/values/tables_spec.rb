# frozen_string_literal: true

# Rows have the same keys, and long lists the same kinds of values: both sides read and write them in ways of their own.
RSpec.describe "A table that crosses" do
  let(:sandbox) { Kobako::Sandbox.new(memory_limit: 64 << 20, timeout: 60) }

  def echo(value)
    sandbox.preload(code: "Echo = ->(value) { value }", name: :Echo)
    sandbox.run(:Echo, value)
  end

  tables = {
    "rows" => Array.new(40) { |i| { "id" => i, name: "n#{i % 3}", ok: i.odd? } },
    "rows with more keys than are remembered" =>
      Array.new(5) { |i| Array.new(70) { |key| [:"key_#{key}", i] }.to_h.merge("text_#{i}" => nil) },
    "rows with keys of the same lengths and ends" =>
      Array.new(5) { |i| { "ab" => i, "bb" => -i, ab: i, bb: -i, "a" => 1, "" => 2, "": 3 } },
    "rows with long keys" => Array.new(3) { |i| { "k" * 63 => i, "k" * 64 => i, s: i, "#{"s" * 300}": i } },
    "rows within rows" => Array.new(5) { |i| { a: { b: { a: i } }, "a" => [{ a: "a" }] } },
    "keys with other letters" => Array.new(3) { |i| { "grün" => i, größe: i } },
    "integers" => (-300..300).to_a,
    "integers of every length" => (0..63).flat_map { |bits| [(1 << bits) - 1, 1 << bits, -(1 << bits), ~(1 << bits)] },
    "integers and others" => Array.new(300) { |i| i % 137 == 136 ? [nil, 1.5, "text", :name, i << 70] : i },
    "other values before integers" => [nil, "text", 0.5, *0..200],
    "a list for each length" => Array.new(40) { |length| Array.new(length) { |i| i } },
    "floats" => Array.new(100) { |i| i / 8.0 }
  }

  tables.each do |name, table|
    it "is the same again: #{name}" do
      expect(echo(table)).to eq(table)
      expect(sandbox.eval(table.inspect)).to eq(table)
    end
  end

  it "has keys that are frozen, and texts that are not" do
    rows = sandbox.eval("Array.new(3) { { 'key' => 'key' } }")
    expect(rows.flat_map(&:keys)).to all(be_frozen)
    rows.each { |row| row["key"] << "s" }
    expect(rows).to eq([{ "key" => "keys" }] * 3)
  end
end

RSpec.describe "A long text that crosses" do
  let(:sandbox) { Kobako::Sandbox.new(memory_limit: 64 << 20, timeout: 60) }

  [31, 32, 33, 4096, (128 << 10) - 1, 128 << 10, (128 << 10) + 1, 1 << 20].each do |length|
    it "is the same at #{length} bytes" do
      expect(sandbox.eval("'x' * #{length}")).to eq("x" * length).and have_attributes(encoding: Encoding::UTF_8)
      expect(sandbox.eval("('x' * #{length}).b")).to eq("x" * length).and have_attributes(encoding: Encoding::BINARY)
      expect(sandbox.eval("'x' * #{length - 1} + 'ü'")).to eq("#{"x" * (length - 1)}ü")
    end

    it "is bytes if the last of #{length} is no UTF-8" do
      text = sandbox.eval(%('x' * #{length - 1} + "\\xff"))
      expect(text).to eq(("x" * (length - 1)).b << "\xff".b).and have_attributes(encoding: Encoding::BINARY)
    end
  end

  it "may be changed" do
    expect(sandbox.eval("'x' * #{256 << 10}") << "y").to end_with("xy")
  end
end
