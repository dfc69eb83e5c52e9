# frozen_string_literal: true

require "json"
require_relative "../../support/exact_values"

RSpec.describe "Golden wire vectors" do
  vectors = JSON.parse(File.read(File.expand_path("../../fixtures/wire_vectors.json", __dir__))).fetch("values")
  others = /"type"=>"(handle|fault|guest value|asked_handle|record)"/
  crossing, other = vectors.fetch("canonical").partition { |row| !row.to_s.match?(others) }

  crossing.each do |row|
    it "encodes and decodes #{row["about"]}" do
      bytes = bytes_of(row)
      value = value_of(row["value"])

      expect(Kobako::Codec::Encoder.encode(value) == bytes).to be(true)
      expect(ExactValues.same?(Kobako::Codec::Decoder.decode(bytes), value)).to be(true)
    end
  end

  other.each do |row|
    it "refuses #{row["about"]}, which has no value in Ruby" do
      expect { Kobako::Codec::Decoder.decode(bytes_of(row)) }.to raise_error(Kobako::Codec::InvalidType)
    end
  end

  vectors.fetch("accepted").reject { |row| row["value"]["type"] == "fault" }.each do |row|
    it "decodes #{row["about"]} (#{row["bytes"]})" do
      expect(ExactValues.same?(Kobako::Codec::Decoder.decode(bytes_of(row)), value_of(row["value"]))).to be(true)
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

  def value_of(row) # rubocop:disable Metrics/MethodLength
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
    when "set" then row["values"].to_set { |part| value_of(part) }
    when "range" then Range.new(*row["ends"].map { |part| value_of(part) }, row["exclude_end"])
    when "complex" then Complex(*row["parts"].map { |part| value_of(part) })
    when "big" then magnitude(row["hex"] * times) * (row["negative"] ? -1 : 1)
    when "rational" then rational_of(row)
    when "decimal" then BigDecimal(row["special"] || "#{"-" if row["negative"]}#{row["digits"]}e#{row["exponent"]}")
    when "time" then Time.at(Integer(row["seconds"]), row["nanoseconds"], :nsec, in: row["offset"] || "UTC")
    when "date", "date_time" then date_of(row)
    when "nested" then (1..row["levels"]).reduce(value_of(row["value"])) { |inner, _| [inner] }
    end
  end

  # The lowest byte comes first.
  def magnitude(digits) = [digits].pack("H*").reverse.unpack1("H*").to_i(16)

  def rational_of(row)
    Rational(magnitude(row["numerator"]) * (row["negative"] ? -1 : 1), magnitude(row["denominator"]))
  end

  # By the parts that Ruby itself writes: periods, the day in its period, seconds, nanoseconds, offset and start.
  def date_of(row)
    klass = row["type"] == "date" ? Date : DateTime
    start = [row["start"]].pack("H*").unpack1("G")
    parts = [*Integer(row["day"]).divmod(213_447_717), row["second"], row["nanoseconds"], row["offset"], start]
    klass.allocate.tap { |date| date.send(:marshal_load, parts) }
  end

  def map_of(row)
    return Array.new(row["count"]) { |n| [format("%05d", n), nil] }.to_h if row["count"]

    row["pairs"].to_h { |pair| pair.map { |part| value_of(part) } }
  end
end
