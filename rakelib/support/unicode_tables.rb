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

  # Of each decomposition: how far its code point is from the one before, in bytes of 7 bits; its number of bytes,
  # twice, plus one if it is one of compatibility; its characters in UTF-8.
  def packed
    stream = []
    places = []
    before = 0
    decompositions.each_with_index do |(code, compatible, characters), index|
      places << [before, stream.size] if (index % STRIDE).zero?
      stream.concat(seven_bits(code - before), seven_bits((characters.bytesize * 2) + compatible), characters.bytes)
      before = code
    end
    [stream, places]
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
