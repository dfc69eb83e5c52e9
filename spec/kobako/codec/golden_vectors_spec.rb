# frozen_string_literal: true

require "json"

RSpec.describe "Golden wire vectors" do
  vectors = JSON.parse(File.read(File.expand_path("../../fixtures/wire_vectors.json", __dir__))).fetch("values")
  other, crossing = vectors.fetch("canonical").partition do |row|
    row.to_s.match?(/"type"=>"(handle|fault|guest value)"/)
  end

  crossing.each do |row|
    it "encodes and decodes #{row["about"]}" do
      bytes = bytes_of(row)
      value = value_of(row["value"])

      expect(Kobako::Codec::Encoder.encode(value) == bytes).to be(true)
      expect(same?(Kobako::Codec::Decoder.decode(bytes), value)).to be(true)
    end
  end

  other.each do |row|
    it "refuses #{row["about"]}, which has no value in Ruby" do
      expect { Kobako::Codec::Decoder.decode(bytes_of(row)) }.to raise_error(Kobako::Codec::InvalidType)
    end
  end

  vectors.fetch("accepted").reject { |row| row["value"]["type"] == "fault" }.each do |row|
    it "decodes #{row["about"]} (#{row["bytes"]})" do
      expect(same?(Kobako::Codec::Decoder.decode(bytes_of(row)), value_of(row["value"]))).to be(true)
    end
  end

  vectors.fetch("rejected").each do |row|
    it "refuses #{row["about"]} (#{row["bytes"]})" do
      expected = [Kobako::Codec.const_get(row.fetch("ruby"))]
      # A fault is refused as what it is, before its payload is looked at.
      expected << Kobako::Codec::InvalidType if row["about"].start_with?("fault")

      expect { Kobako::Codec::Decoder.decode(bytes_of(row)) }
        .to(raise_error { |error| expect(expected).to include(error.class) })
    end
  end

  def bytes_of(row)
    row["bytes"].split.map { |part| part_bytes(*part.split("*")) }.join.b
  end

  def part_bytes(token, times = "1")
    if token == "pairs"
      Array.new(times.to_i) { |n| "\xa5#{format("%05d", n)}\xc0".b }.join
    else
      (token.start_with?("'") ? token[1..].b : [token].pack("H*")) * times.to_i
    end
  end

  def value_of(row)
    times = row.fetch("times", 1)
    case row["type"]
    when "nil" then nil
    when "bool" then row["value"]
    when "int" then Integer(row["value"])
    when "float" then [row["bits"]].pack("H*").unpack1("G")
    when "str" then row["value"] * times
    when "bin" then [row["hex"]].pack("H*") * times
    when "symbol" then (row["value"] * times).to_sym
    when "array" then row["of"] ? Array.new(times) { value_of(row["of"]) } : row["values"].map { |part| value_of(part) }
    when "map" then map_of(row)
    when "nested" then (1..row["levels"]).reduce(value_of(row["value"])) { |inner, _| [inner] }
    end
  end

  def map_of(row)
    return Array.new(row["count"]) { |n| [format("%05d", n), nil] }.to_h if row["count"]

    row["pairs"].to_h { |pair| pair.map { |part| value_of(part) } }
  end

  def same?(value, expected)
    return value.eql?(expected) unless expected.is_a?(Float)

    value.is_a?(Float) && [value].pack("G") == [expected].pack("G")
  end
end
