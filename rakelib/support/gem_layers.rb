# frozen_string_literal: true

require "tsort"

# Which C file of guest/gems uses names that which other file defines.
class GemLayers
  include TSort

  SOURCES = "guest/gems/*/src/*.c"
  # A function or a variable that other files may use begins a line, or follows the type of a variable.
  DEFINITION = /^(?:kobako_\w+(?=\()|(?:struct )?\w+ \*?kobako_\w+(?=\[|;| =))/

  def initialize(root = Dir.pwd)
    @root = root
    @files = Dir.glob(SOURCES, base: root).sort
    @texts = @files.to_h { |file| [file, code(File.read(File.join(root, file)))] }
    @owner = @texts.flat_map { |file, text| text.scan(DEFINITION).map { |name| [name[/kobako_\w+/], file] } }.to_h
  end

  # { file => the files that it uses }.
  def arrows
    @arrows ||= @texts.to_h do |file, text|
      [file, text.scan(/\bkobako_\w+/).filter_map { |name| @owner[name] }.uniq.sort - [file]]
    end
  end

  # Sets of files that use each other.
  def circles = strongly_connected_components.reject(&:one?)

  # Uses of another gem that no dependency in mrbgem.rake leads to.
  def undeclared
    arrows.flat_map do |file, used|
      used.reject { |other| reach(gem_of(file)).include?(gem_of(other)) }.map { |other| "#{file} uses #{other}" }
    end
  end

  private

  def tsort_each_node(&) = @files.each(&)
  def tsort_each_child(file, &) = arrows.fetch(file).each(&)

  # The text without comments, literals and includes.
  def code(text) = text.gsub(%r{/\*.*?\*/|'(?:\\.|[^'\\])+'|"(?:\\.|[^"\\])*"|^\#include[^\n]*}m, " ")

  def gem_of(file) = file[%r{\Aguest/gems/(\w+)/}, 1]

  # A gem and all that it depends on.
  def reach(gem, seen = [])
    return seen if seen.include?(gem)

    declared(gem).reduce([*seen, gem]) { |found, other| reach(other, found) }
  end

  def declared(gem)
    File.read(File.join(@root,
                        "guest/gems/#{gem}/mrbgem.rake")).scan(/add_dependency "kobako-(\w+)"/).flatten - ["onig"]
  end
end
