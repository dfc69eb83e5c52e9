# frozen_string_literal: true

require "tsort"
require_relative "rust_source"

# Which files of a crate import which: an arrow goes from a file to each other one that defines what it names.
# A `pub use` passes a name on: who imports it from there has an arrow to where it is defined. Calls of methods are
# not seen, for they name no file.
#
# The header of the crate's lib.rs may list its floors, the lowest first, in lines such as "//! 1. `a`, `b`: text"
# after one that begins with "//! Floors": then no arrow may go from a module to one on a higher floor.
class RustFloors
  ROOTS = %w[lib.rs main.rs].freeze
  private_constant :ROOTS

  # @param folder [String] the `src` of a crate
  def initialize(folder)
    @folder = folder
    sources = files.map { |file| RustSource.new(module_of(file), file, File.read(File.join(folder, file))) }
    tests = sources.flat_map(&:tests)
    units = sources.flat_map(&:units).reject { |unit| tests.any? { |test| unit.path.first(test.size) == test } }
    @units = units.to_h { |unit| [unit.path, unit] }
  end

  # @return [Hash{String => Array<String>}] the files that each file imports
  def arrows
    @arrows ||= @units.values.group_by(&:file).to_h do |file, units|
      [file, units.flat_map { |unit| imports(unit) }.uniq.sort - [file]]
    end
  end

  # @return [Array<Array<String>>] the files that import each other, a list for each circle
  def circles
    children = ->(file, &block) { arrows.fetch(file).each(&block) }
    TSort.strongly_connected_components(arrows.method(:each_key), children).reject(&:one?).map(&:sort)
  end

  # @return [Array<String>] arrows that go up, and modules on no floor; empty if lib.rs lists no floors
  def faults
    return [] if floors.empty?

    lost = rooms.reject { |room| floors.key?(room) }.map { |room| "#{room} is on no floor of lib.rs" }
    upward = arrows.flat_map { |from, to| to.select { |file| level(from) < level(file) }.map { "#{from} -> #{_1}" } }
    lost + upward
  end

  # @return [String] what is wrong, nil if nothing is
  def complaint
    lines = circles.map { |files| "a circle of #{files.size}: #{files.join(", ")}" } + faults
    lines.map { |line| "#{@folder}: #{line}" }.join("\n") unless lines.empty?
  end

  # @return [String]
  def to_s
    counts = { files: arrows.size, arrows: arrows.values.sum(&:size), circles: circles.size,
               floors: floors.values.uniq.size }
    "#{@folder}: #{counts.map { |what, count| "#{count} #{what}" }.join(", ")}"
  end

  private

  def files = Dir.glob("**/*.rs", base: @folder).reject { |file| file.start_with?("bin/") }.sort

  def module_of(file) = ROOTS.include?(file) ? [] : file.delete_suffix(".rs").delete_suffix("/mod").split("/")

  # The floor of each module by the header of lib.rs.
  def floors
    @floors ||= begin
      root = File.join(@folder, "lib.rs")
      header = File.exist?(root) ? File.readlines(root).take_while { |line| line.start_with?("//!") } : []
      list = header.drop_while { |line| !line.start_with?("//! Floors") }.join
      list.scan(%r{^//! (\d+)\. ([^:\n]*)}).each_with_object({}) do |(floor, names), found|
        names.scan(/\w+/) { |name| found[name] = floor.to_i }
      end
    end
  end

  def rooms = @units.values.reject { |unit| unit.path.empty? }.map { |unit| unit.path.first }.uniq

  # The root stands on all of them.
  def level(file) = floors.fetch(module_of(file).first, Float::INFINITY)

  def imports(unit)
    named = unit.uses.select { |use| !use.public || unit.code.match?(/\b#{Regexp.escape(use.name)}\b/) }
    (named.map(&:path) + RustSource.paths(unit.code)).flat_map { |path| definers(path, unit.path) }
  end

  # The files that define what `path` names in the module `from`; none for a module itself or for another crate.
  def definers(path, from, seen = [])
    return [] if seen.include?([path, from])

    seen += [[path, from]]
    case path.first
    when "crate" then walk(path.drop(1), [], seen)
    when "self" then walk(path.drop(1), from, seen)
    when "super" then definers(path[1] == "super" ? path.drop(1) : ["self", *path.drop(1)], from[0...-1], seen)
    else relative(path, from, seen)
    end
  end

  def relative(path, from, seen)
    return walk(path, from, seen) if @units.key?([*from, path.first])

    use = @units[from]&.uses&.find { |candidate| candidate.name == path.first }
    use ? definers([*use.path, *path.drop(1)], from, seen) : []
  end

  def walk(path, from, seen)
    name, *rest = path
    return [] if name.nil?
    return walk(rest, [*from, name], seen) if @units.key?([*from, name])

    unit = @units[from] or return []
    use = unit.uses.find { |candidate| candidate.name == name }
    return definers([*use.path, *rest], from, seen) if use

    globs = unit.uses.select { |candidate| candidate.name == "*" }
    [unit.file, *globs.flat_map { |glob| definers([*glob.path[0...-1], name], from, seen) }]
  end
end
