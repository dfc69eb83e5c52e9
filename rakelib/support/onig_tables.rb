# frozen_string_literal: true

require_relative "onig_packing"
require_relative "onig_properties"

# Packs Oniguruma's Unicode tables: a tenth of their size, unpacked by guest/onig/tables.c
# when a program first needs them.
class OnigTables
  include OnigPacking

  # `folder` is the engine's src.
  def initialize(folder)
    read = ->(name) { File.read(File.join(folder, name)) }
    @properties = OnigProperties.new(read["unicode_property_data.c"])
    @folds = read["unicode_fold_data.c"]
    @breaks = read["unicode_egcb_data.c"]
    @break_types = read["unicode.c"].scan(/^  EGCB_(\w+) += (\d+)/).to_h.transform_values(&:to_i)
  end

  # The text of tables.h.
  def header
    [@properties.header, folds, bytes("packed_breaks", breaks), "#define EGCB_RANGE_NUM #{break_ranges.size}\n"].join
  end

  private

  def folds
    ends = @folds.scan(/^#define FOLDS\d_\w+.*\n/).join
    tables = (1..3).map do |width|
      body = @folds[/OnigUnicodeFolds#{width}\[\] = \{(.*?)\n\};/m, 1]
      numbers = body.gsub(%r{/\*.*?\*/|^#.*}, "").scan(/\w+/).map { |n| Integer(n) }
      "#define FOLDS#{width}_SIZE #{numbers.size}\n#{bytes("packed_folds#{width}", pack_folds(numbers, width))}"
    end
    ends + tables.join
  end

  # Entries of `width` code points, a count, and so many code points: each as its distance from the
  # entry's first, which is given by its distance from the entry before.
  def pack_folds(numbers, width)
    before = 0
    out = []
    until numbers.empty?
      first, *others = numbers.shift(width)
      count = numbers.shift
      others += numbers.shift(count)
      out.concat(signed(first - before), varint(count), others.flat_map { |code| signed(code - first) })
      before = first
    end
    out
  end

  # Without the Hangul syllables, whose type follows from the code point.
  def break_ranges
    @break_ranges ||= begin
      found = @breaks[/EGCB_RANGES\[\] = \{(.*)\};/m, 1].scan(/\{(0x\h+), (0x\h+), EGCB_(\w+)/)
      found.reject! { |_, _, type| type.start_with?("LV") }
      found.map { |from, to, type| [from.hex, to.hex, @break_types.fetch(type)] }
    end
  end

  # Each range's type with its length less one, if that is below 7, and its distance from the one before.
  def breaks
    last = -1
    break_ranges.flat_map do |from, to, type|
      gap = from - last - 1
      last = to
      size = to - from
      [(type << 3) | [size, 7].min, *varint(gap), *(size < 7 ? [] : varint(size))]
    end
  end
end
