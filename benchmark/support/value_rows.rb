# frozen_string_literal: true

require_relative "clock"

# What the host pays for each byte of a value that it reads or writes, plain and hostile ones. The work must be
# linear: no row may grow with the size of its value.
class ValueRows
  SIZE = 20_000

  class << self
    private

    def by_identity(count, &)
      Array.new(count, &).each_with_index.with_object({}.compare_by_identity) { |(key, index), all| all[key] = index }
    end
  end

  SHAPES = {
    "empty Arrays" => [[]] * SIZE,
    "small Integers" => [1] * SIZE,
    "Floats" => Array.new(SIZE) { |i| i / 3.0 },
    "short texts" => Array.new(SIZE) { |i| "item #{i}" },
    "one text of 256 KiB" => "é" * (128 << 10),
    "rows of a table" => Array.new(SIZE / 10) { |i| { "id" => i, name: "n", ok: true } },
    "a Hash by texts" => Array.new(SIZE) { |i| ["key #{i}", i] }.to_h,
    "a Hash by Integers" => Array.new(SIZE) { |i| [i, i] }.to_h,
    "a Hash by pairs" => Array.new(SIZE) { |i| [[i, -i], i] }.to_h,
    "a Hash by NaN" => by_identity(SIZE) { 0.0 / 0 },
    "a Hash by Arrays of NaN" => by_identity(SIZE) { [0.0 / 0] },
    "a Hash by equal Arrays" => by_identity(SIZE) { [0] },
    "a Hash by zeros of either sign" => by_identity(4096) { |i| Array.new(12) { |bit| [0.0, -0.0][i[bit]] } },
    "keys in keys" => 2.times.inject([[0] * 30] * 100) { |key, _| { key => 1 } }
  }.freeze

  # @param report [Report]
  def initialize(report)
    @report = report
  end

  def add
    SHAPES.each do |kind, value|
      bytes = Kobako::Codec::Encoder.encode(value)
      read = Clock.median { Kobako::Codec::Decoder.decode(bytes) }
      write = Clock.median { Kobako::Codec::Encoder.encode(value) }
      @report.add("read #{kind}, each byte", read / bytes.bytesize)
      @report.add("write #{kind}, each byte", write / bytes.bytesize)
    end
  end
end
