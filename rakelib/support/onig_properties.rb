# frozen_string_literal: true

require_relative "onig_packing"

# The properties of characters: each as a set of categories and where it differs from that.
class OnigProperties
  include OnigPacking

  # Ages and blocks would double the tables.
  LEFT_OUT = /\ACR_(?:In_|Age_)/
  CATEGORIES = %w[Cc Cf Cn Co Cs Ll Lm Lo Lt Lu Mc Me Mn Nd Nl No Pc Pd Pe Pf Pi Po Ps Sc Sk Sm So Zl Zp Zs].freeze
  LAST = 0x10ffff
  # The properties that the engine knows by number.
  STANDARD = 15
  # [[:punct:]] has these and all punctuation in Ruby; in the engine it has all symbols.
  ASCII_SYMBOLS = "$+<=>^`|~"

  # `text` is unicode_property_data.c.
  def initialize(text)
    @text = text
  end

  # Its part of tables.h.
  def header
    packed = kept.map { |index| pack_ranges(points(order[index])) }
    [
      bytes("packed_categories", categories), bytes("packed_ranges", packed.flatten),
      shorts("packed_ranges_at", offsets(packed)), "#define CODE_RANGES_NUM #{kept.size}\n",
      "#define PROP_INDEX_EXTENDEDPICTOGRAPHIC #{kept.index(order.index("CR_Extended_Pictographic"))}\n",
      bytes("property_names", names)
    ].join
  end

  private

  # Where each of the lists begins in all of them together.
  def offsets(lists) = lists[..-2].inject([0]) { |sums, list| sums << (sums.last + list.size) }

  def kept
    @kept ||= order.each_index.reject { |index| index >= STANDARD && order[index].match?(LEFT_OUT) }
  end

  def ruby_punctuation
    ASCII_SYMBOLS.bytes.inject(points("CR_P")) { |found, symbol| toggled(found, [symbol, symbol + 1]) }
  end

  def arrays
    @arrays ||= @text.scan(/^(CR_\w+)\[\] = \{ \d+,(.*?)\}/m).to_h.transform_values do |body|
      body.scan(/0x\h+/).map(&:hex)
    end
  end

  def aliases = @aliases ||= @text.scan(/^#define (CR_\w+) (CR_\w+)$/).to_h

  # Property arrays by the engine's number.
  def order = @order ||= @text[/CodeRanges\[\] = \{(.*?)\};/m, 1].scan(/CR_\w+/)

  # Where membership changes.
  def points(name)
    name = aliases[name] while aliases.key?(name)
    return ruby_punctuation if name == "CR_PosixPunct"

    arrays.fetch(name).each_slice(2).flat_map { |from, to| [from, to + 1] }
          .chunk_while { |a, b| a == b }.select { |run| run.size.odd? }.map(&:first)
  end

  # [first, last + 1, category's index] of each run of code points in one category.
  def runs
    @runs ||= CATEGORIES.each_with_index.flat_map do |name, category|
      points("CR_#{name}").each_slice(2).map { |from, to| [from, to || (LAST + 1), category] }
    end.sort
  end

  # The category with a length below 8, or with a varint.
  def categories
    runs.flat_map do |from, to, category|
      to - from < 8 ? [(category << 3) | (to - from)] : [category << 3, *varint(to - from)]
    end
  end

  # A set of categories and where the property differs from it.
  def pack_ranges(points)
    mask = mask_of(points)
    differences = toggled(points, points_of(mask))
    steps = differences.each_cons(2).map { |a, b| b - a }.unshift(differences.first).compact
    [*varint(mask), *varint(differences.size), *steps.flat_map { |step| varint(step) }]
  end

  # The set of categories that differs from a property in the fewest places.
  def mask_of(points)
    members = members_of(points)
    @whole ||= members_of([0])
    sets = [0, *[2, 1.2, 1].map { |least| members.each_index.sum { |c| members[c] * least >= @whole[c] ? 1 << c : 0 } }]
    sets.uniq.min_by { |mask| toggled(points, points_of(mask)).size }
  end

  # How many code points of each category.
  def members_of(points)
    counts = Array.new(CATEGORIES.size, 0)
    ranges = points.each_slice(2).map { |from, to| [from, to || (LAST + 1)] }
    at = 0
    runs.each do |from, to, category|
      at += 1 while ranges[at] && ranges[at][1] <= from
      ranges[at..].each do |start, stop|
        break if start >= to

        counts[category] += [stop, to].min - [start, from].max
      end
    end
    counts
  end

  def points_of(mask)
    @points_of ||= {}
    @points_of[mask] ||= begin
      inside = 0
      found = runs.filter_map { |from, _, category| from if inside != (inside = mask[category]) }
      inside == 1 ? found << (LAST + 1) : found
    end
  end

  def toggled(one, other) = ((one | other) - (one & other)).sort

  # Each name, NUL, and the property's number in two bytes.
  def names
    number = kept.each_with_index.to_h
    words = @text.scan(/pool_str(\d+)\[sizeof\("(\w+)"\)\]/).to_h
    found = @text.scan(/pool_offset\((\d+)\),\s*(\d+)\}/).map { |word, index| [words.fetch(word), index.to_i] }
    found.select { |_, index| number.key?(index) }.sort.flat_map do |name, index|
      [*name.bytes, 0, number[index] & 0xff, number[index] >> 8]
    end
  end
end
