# frozen_string_literal: true

# What a Rust file says of modules: those inside of it, what each imports, and the paths in its code; tests left out.
class RustSource
  # A module: its path in the crate, its file, its imports, and its code without them.
  Unit = Struct.new(:path, :file, :uses, :code)
  # An import: the path, the name that it gets (`*` for all), and whether others may import it from here.
  Use = Struct.new(:path, :name, :public)

  SKIPPED = %r{//[^\n]*|/\*.*?\*/|\br(#*)".*?"\1|"(?:\\.|[^"\\])*"|'(?:\\[^']+|[^'\\])'}m
  TEST = /#\[cfg\(test\)\]/
  INLINE = /^[ \t]*(?:pub(?:\([^)]*\))?\s+)?mod\s+(\w+)\s*(?=\{)/
  USE = /^[ \t]*(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);/
  PATH = /(?<![\w:$.])[A-Za-z_]\w*(?:::\w+)+/
  private_constant :SKIPPED, :TEST, :INLINE, :USE, :PATH

  # @return [Array<Unit>] the module at `path` and those inside of it
  attr_reader :units
  # @return [Array<Array<String>>] the paths of modules that are only for tests
  attr_reader :tests

  # @param path [Array<String>] of the file's module in its crate
  # @param file [String] its name, for the units
  # @param text [String]
  def initialize(path, file, text)
    @file = file
    @units = []
    @tests = []
    add(path, without_tests(path, text.gsub(SKIPPED, '""')))
  end

  # The paths that code names, each as its segments.
  def self.paths(code) = code.scan(PATH).map { |path| path.split("::") }

  private

  def add(path, text)
    while (found = INLINE.match(text))
      body, rest = block(found.post_match)
      text = found.pre_match + rest
      add([*path, found[1]], body)
    end
    uses = text.scan(USE).flat_map { |public, tree| leaves(tree).map { |leaf| use(leaf, public) } }
    @units << Unit.new(path, @file, uses, text.gsub(USE, ""))
  end

  def without_tests(path, text)
    while (found = TEST.match(text))
      item = found.post_match
      head = item[/\A[^;{]*/m]
      @tests << [*path, head[/\bmod\s+(\w+)/, 1]]
      item = item.delete_prefix(head)
      text = found.pre_match + (item.start_with?("{") ? block(item).last : item[1..].to_s)
    end
    text
  end

  # What stands in the braces that the text begins with, and what comes after them.
  def block(text)
    depth = 0
    finish = text.each_char.with_index.find do |char, _|
      depth += { "{" => 1, "}" => -1 }.fetch(char, 0)
      depth.zero?
    end
    [text[1...finish.last], text[(finish.last + 1)..]]
  end

  # The single imports of a tree such as `a::{b, c::{d as e, self}}`.
  def leaves(tree)
    head, inner = tree.strip.match(/\A([^{]*)\{(.*)\}\z/m)&.captures
    return [tree.strip] unless inner

    branches(inner).flat_map { |branch| leaves(branch).map { |leaf| "#{head}#{leaf}" } }
  end

  # Split at the commas that stand in no braces.
  def branches(text)
    depth = 0
    parts = [+""]
    text.each_char do |char|
      depth += { "{" => 1, "}" => -1 }.fetch(char, 0)
      char == "," && depth.zero? ? parts << +"" : parts.last << char
    end
    parts.reject { |part| part.strip.empty? }
  end

  def use(leaf, public)
    path, name = leaf.split(/\s+as\s+/)
    path = path.split("::").map(&:strip)
    path.pop if path.last == "self" && path.size > 1
    Use.new(path, name || path.last, !public.nil?)
  end
end
