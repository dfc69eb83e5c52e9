# frozen_string_literal: true

require "bigdecimal"
require "date"
require "stringio"
require "tempfile"

# What a guest's argument could make a host method do for hours or gigabytes is refused before it begins.
RSpec.describe Kobako::Exposure::Bounds do
  endless = (1..)
  days = (Date.new(1)..)

  {
    "to_a of a long range" => [1..(10**12), "to_a"],
    "to_a of a range without end" => [endless, "to_a"],
    "first of 10**9" => [endless, "first", 10**9],
    "first of 1e9" => [endless, "first", 1e9],
    "last of 10**9" => [1..(10**12), "last", 10**9],
    "max of a count" => [1..(10**12), "max", 1],
    "min of a count" => [1..(10**12), "min", 1],
    "max of text that excludes its end" => ["a"..."zzzzzzzz", "max"],
    "include? in text" => ["a".."zzzzzzzz", "include?", "B"],
    "include? in days without end" => [days, "include?", "x"],
    "read of 2**40" => [-> { File.open("/dev/zero") }, "read", 2**40],
    "read of 1e12" => [-> { File.open("/dev/zero") }, "read", 1e12],
    "read to an end that never comes" => [-> { File.open("/dev/zero") }, "read"],
    "gets of 2**40" => [-> { File.open("/dev/zero") }, "gets", 2**40],
    "gets without a limit" => [-> { File.open("/dev/zero") }, "gets", -1],
    "readlines to an end that never comes" => [-> { File.open("/dev/zero") }, "readlines"],
    "readlines of too many lines" => [-> { StringIO.new("\n" * 100_001) }, "readlines"],
    "each_line without a block" => [-> { StringIO.new("a\nb") }, "each_line"],
    "a wide strftime" => [Time.at(0), "strftime", "%2000000000Y"],
    "a wide strftime with a flag" => [Time.at(0), "strftime", "%-010000d"],
    "a wide strftime of a date" => [Date.new(2026), "strftime", "%2000000000Y"],
    "a long strftime" => [Time.at(0), "strftime", "%Y" * 1000],
    "to_i of a giant decimal" => [BigDecimal("1e1000000000"), "to_i"],
    "to_s of a giant decimal" => [BigDecimal("1e1000000000"), "to_s", "F"]
  }.each do |what, (object, name, *arguments)|
    it "refuses #{what}" do
      expect(answer(object, name, *arguments)).to have_attributes(kind: "argument", message: /\S/)
    end
  end

  {
    "to_a" => [1..3, "to_a", [1, 2, 3]],
    "to_a of text" => ["a".."c", "to_a", %w[a b c]],
    "to_a of 100,000" => [1..100_000, "to_a", (1..100_000).to_a],
    "first" => [endless, "first", 1],
    "first of 2" => [endless, "first", [1, 2], 2],
    "last of 2" => [1..(10**12), "last", [(10**12) - 1, 10**12], 2],
    "last of text" => ["a".."c", "last", %w[b c], 2],
    "max" => [1..(10**12), "max", 10**12],
    "max of text" => ["a".."zz", "max", "zz"],
    "max of 2" => [1..3, "max", [3, 2], 2],
    "include?" => [1..(10**12), "include?", true, 5],
    "include? in text" => ["a".."zz", "include?", true, "bb"],
    "size" => [1..(10**12), "size", 10**12],
    "read" => [-> { StringIO.new("ab") }, "read", "ab"],
    "read of 1" => [-> { StringIO.new("ab") }, "read", "a", 1],
    "gets" => [-> { StringIO.new("a\nb") }, "gets", "a\n"],
    "readlines" => [-> { StringIO.new("a\nb") }, "readlines", %W[a\n b]],
    "readlines up to a mark" => [-> { StringIO.new("a,b") }, "readlines", ["a,", "b"], ","],
    "strftime" => [Time.at(0).utc, "strftime", "1970-01-01 100%", "%Y-%m-%d 100%%"],
    "iso8601" => [Date.new(2026, 1, 2), "iso8601", "2026-01-02"],
    "to_i" => [BigDecimal("12.5"), "to_i", 12]
  }.each do |what, (object, name, result, *arguments)|
    it "leaves #{what} as it is" do
      expect(answer(object, name, *arguments)).to eq(result)
    end
  end

  it "reads a File to its end in its own encoding" do
    Tempfile.create do |file|
      file.write("é")
      file.close

      expect(answer(-> { File.open(file.path) }, "read")).to eq("é")
      expect(answer(-> { File.open(file.path, "rb") }, "read")).to eq("é".b)
    end
  end

  # The value that a guest would get, or the fault.
  def answer(object, name, *arguments)
    object = object.call if object.is_a?(Proc)
    service = Kobako::Transport::Service.new("Host::It", object)
    dispatcher = Kobako::Transport::Dispatcher.new({ "Host::It" => service })
    request = Kobako::Codec::Encoder.encode(["Host::It", name, arguments, {}, false])
    Kobako::Codec::Decoder.decode(dispatcher.call(request), dispatcher.handles).last
  end
end
