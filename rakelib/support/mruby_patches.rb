# frozen_string_literal: true

require "fileutils"
require "tmpdir"
require_relative "mruby_patch"
require_relative "mruby_source"

# The changes of mruby in guest/mruby/patches, in the order of guest/mruby/series.
class MrubyPatches
  include Enumerable

  TABLE = /(?<=^<!-- table -->\n).*(?=^<!-- end of the table -->$)/m

  # Of the tree in `root`.
  def initialize(root)
    @root = root
    @home = File.join(root, "guest/mruby")
  end

  def each(&) = patches.each(&)

  # Changes a tree of mruby. Raises MrubyPatch::Failed where a diff is not exact or not of the series.
  def apply(tree)
    raise MrubyPatch::Failed, strays.first if strays.any?

    each do |patch|
      next if patch.apply(tree)

      raise MrubyPatch::Failed, "#{patch.name} is not at its lines (run `rake mruby:refresh`)"
    end
  end

  # Writes each diff anew, by the tree of mruby in `source`.
  def refresh(source) = with_copy(source) { |tree| each { |patch| patch.refresh(tree) } }

  # Of the files that are changed, as they become: the same in any order that applies to the same end.
  def digest(source)
    with_copy(source) do |tree|
      apply(tree)
      MrubySource.digest(tree)
    end
  end

  # Writes the table of README.md anew.
  def write_table = File.write(readme, File.read(readme).sub(TABLE) { table })

  # What is wrong with headers, series, table and diffs, the latter by the tree of mruby in `source`.
  def problems(source)
    return strays if strays.any?

    found = flat_map { |patch| patch.problems(@root) }
    found << "README.md has another table (run `rake mruby:table`)" unless File.read(readme)[TABLE] == table
    with_copy(source) { |tree| apply(tree) }
    found
  rescue MrubyPatch::Failed => e
    found << e.message
  end

  # What keeps patches from another tree of mruby; those after one are tried without it.
  def failures(source)
    with_copy(source) do |tree|
      filter_map do |patch|
        patch.apply(tree)
        nil
      rescue MrubyPatch::Failed => e
        e.message
      end
    end
  end

  # How many there are of each kind, in words.
  def kinds = map { |patch| patch.fields["Kind"] }.tally.map { |kind, count| "#{count} #{kind}" }.join(", ")

  private

  def readme = File.join(@home, "README.md")
  def folder = File.join(@home, "patches")

  # Those of the series, whose comments start with #.
  def names = File.readlines(File.join(@home, "series"), chomp: true).grep(/\A[^#]/)

  def patches = names.map { |name| MrubyPatch.new(File.join(folder, "#{name}.patch"), name:) }

  def strays
    there = Dir.glob("**/*.patch", base: folder).map { |file| file.delete_suffix(".patch") }
    (there - names).map { |name| "#{name} is not in the series" } +
      (names - there).map { |name| "#{name} of the series is not there" } +
      names.tally.select { |_, times| times > 1 }.keys.map { |name| "#{name} is in the series twice" } +
      Dir.glob("*.patch", base: @home).map { |file| "#{file} is not below patches/" }
  end

  def table
    rows = map do |patch|
      wrong, kind = patch.fields.values_at("Wrong", "Kind")
      "| [#{patch.name}](patches/#{patch.name}.patch) | #{wrong.to_s.split.join(" ").gsub("|", "\\|")} | #{kind} |\n"
    end
    ["| patch | what is wrong without it | kind |\n", "|---|---|---|\n", *rows].join
  end

  # Yields a folder with those files of the tree that some patch changes.
  def with_copy(source)
    Dir.mktmpdir("mruby") do |tree|
      flat_map(&:files).uniq.each do |file|
        next unless File.exist?(File.join(source, file))

        FileUtils.mkdir_p(File.dirname(File.join(tree, file)))
        FileUtils.cp(File.join(source, file), File.join(tree, file))
      end
      yield tree
    end
  end
end
