# frozen_string_literal: true

require "fileutils"
require_relative "pinned_crate"

# The tables of String#unicode_normalize as a C header, made of those of the crate unicode-normalization.
class UnicodeTables
  CRATE = "unicode-normalization"

  # One place of a stream of decompositions for each so many of them.
  STRIDE = 32

  # Written to a folder, whose path `call` gives; `workspace` is a folder with the guest crate and its lock.
  def initialize(folder, workspace)
    @folder = folder
    @workspace = workspace
  end

  def call
    FileUtils.mkdir_p(@folder)
    file = File.join(@folder, "normalization_tables.h")
    text = header
    File.write(file, text) unless File.exist?(file) && File.read(file) == text
    @folder
  end

  private

  def header
    stream, places = packed
    [
      "enum { DECOMPOSITION_STRIDE = #{STRIDE} };",
      array("uint8_t", "decompositions", stream),
      array("struct place { uint32_t code, at; }", "places", places.map { |pair| "{#{pair.join(",")}}" }),
      array("struct class_run { uint32_t first; uint8_t count, number; }", "class_runs", class_runs),
      array("uint16_t", "compositions", compositions.flatten),
      array("uint32_t", "astral_compositions", astral_compositions.flatten)
    ].join("\n")
  end

  def array(type, name, values)
    "static const #{type} #{name}[] = {\n#{values.each_slice(24).map { |row| "#{row.join(",")}," }.join("\n")}\n};\n"
  end

  # The entries of all runs, and for each STRIDE of them the code point before and the place.
  def packed
    stream = []
    places = []
    before = 0
    runs.each_with_index do |run, index|
      places << [before, stream.size] if (index % STRIDE).zero?
      stream.concat(entry(run, before))
      before = run.last.first
    end
    [stream, places]
  end

  # Of neighbours: how far the first is from the last one before, in bytes of 7 bits; the number of bytes of what it
  # decomposes into, four times, plus two if others follow, plus one if it is one of compatibility; how many follow;
  # what it decomposes into.
  def entry(run, before)
    code, compatible, characters = run.first
    bytes = characters.codepoints.flat_map { |character| short(character) }
    follow = run.drop(1).size
    head = seven_bits(code - before) + seven_bits((bytes.size * 4) + (follow.positive? ? 2 : 0) + compatible)
    follow.positive? ? [*head, follow, *bytes] : head + bytes
  end

  # Decompositions into characters that are neighbours as they are themselves; at most 256 in one.
  def runs
    together = decompositions.slice_when { |one, other| !(one[2].size == 1 && other == following(one)) }
    together.flat_map { |run| run.each_slice(256).to_a }
  end

  def following((code, compatible, character)) = [code + 1, compatible, [character.ord + 1].pack("U")]

  # ASCII and the first combining marks in a byte, the others in two or three.
  def short(character)
    return [character] if character < 0x80
    return [0x80 + (character - 0x300)] if character.between?(0x300, 0x33f)
    return [0xc0 | (character >> 8), character & 0xff] if character < 0x2000

    [0xe0 | (character >> 16), (character >> 8) & 0xff, character & 0xff]
  end

  def seven_bits(number)
    number < 128 ? [number] : [128 | (number & 127), *seven_bits(number >> 7)]
  end

  def decompositions
    canonical = decomposed("CANONICAL_DECOMPOSED").map { |code, text| [code, 0, text] }
    compatible = decomposed("COMPATIBILITY_DECOMPOSED").map { |code, text| [code, 1, text] }
    (canonical + compatible).sort
  end

  def decomposed(name)
    characters = table("#{name}_CHARS").scan(/\\u\{(\h+)\}/).map { |(code)| code.hex }
    table("#{name}_KV").scan(/0x(\h+), \(0x(\h+), 0x(\h+)\)/).map do |numbers|
      code, from, count = numbers.map(&:hex)
      [code, characters[from, count].pack("U*")]
    end
  end

  # The canonical combining classes of neighbours that have the same.
  def class_runs
    classes = table("CANONICAL_COMBINING_CLASS_KV").scan(/0x(\h+)/).map { |(pair)| pair.hex.divmod(256) }.sort
    runs = classes.slice_when { |a, b| b[0] != a[0] + 1 || b[1] != a[1] }
    runs.flat_map { |run| run.each_slice(255).to_a }.map { |run| "{#{run[0][0]},#{run.size},#{run[0][1]}}" }
  end

  def compositions
    pairs = table("COMPOSITION_TABLE_KV").scan(/\(0x(\h+), '\\u\{(\h+)\}'\)/).map { |pair| pair.map(&:hex) }
    pairs.sort.map { |pair, whole| [pair >> 16, pair & 0xffff, whole] }
  end

  def astral_compositions
    source[/fn composition_table_astral.*?^\}/m].scan(/\\u\{(\h+)\}.*?\\u\{(\h+)\}.*?\\u\{(\h+)\}/)
                                                .map { |codes| codes.map(&:hex) }.sort
  end

  def table(name) = source[/const #{name}: .*?^\];/m] || raise("#{CRATE} has no #{name}")

  def source = @source ||= File.read(File.join(PinnedCrate.folder(CRATE, @workspace), "src/tables.rs"))
end
