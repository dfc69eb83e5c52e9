# frozen_string_literal: true

# Which files of a Rust crate name which others: by paths that begin with `crate`, `self`, `super` or a child module, in
# imports and in the code. Tests are left out.
class RustImports
  IMPORT = /^[ \t]*(?:pub )?use\s+([^;]+);/
  PATH = /\b(?:crate|self|super)(?:::\w+)+/
  TESTS = /^#\[cfg\(test\)\]\n(?:mod tests\b.*\z|use [^;]+;)/m

  # @return [Array<String>] relative to the root
  attr_reader :files

  # @param root [String] the folder of the crate's `lib.rs`
  def initialize(root)
    @root = root
    @files = Dir.glob("**/*.rs", base: root).grep_v(%r{(\A|/)tests(/|\.rs\z)}).sort
    @modules = @files.to_h { |file| [module_of(file), file] }
  end

  # @return [Hash{String => Array<String>}] for each file, the others that it names
  def arrows
    @arrows ||= @files.to_h { |file| [file, named_in(file)] }
  end

  # @return [Array<Array<String>>] the groups of files that name each other, be it through others
  def circles
    reached = @files.to_h { |file| [file, reached_from(file)] }
    circular = @files.select { |file| reached[file].include?(file) }
    circular.group_by { |file| reached[file].select { |other| reached[other].include?(file) }.sort }.values
  end

  private

  def reached_from(file)
    open = arrows.fetch(file).dup
    found = []
    while (other = open.pop)
      next if found.include?(other)

      found << other
      open.concat(arrows.fetch(other))
    end
    found
  end

  def module_of(file)
    parts = file.delete_suffix(".rs").split("/")
    parts == ["lib"] ? [] : parts
  end

  def named_in(file)
    own = module_of(file)
    text = code(File.read(File.join(@root, file)))
    imports = text.scan(IMPORT).flatten.flat_map { |tree| paths_of(tree) }
    others = text.gsub(IMPORT, "").scan(PATH).map { |path| path.split("::") }
    (imports + others).filter_map { |path| file_of(path, own) }.uniq - [file]
  end

  # Without comments, texts, tests, and who may see what.
  def code(text)
    text.gsub(%r{//.*}, "").gsub(/"(?:\\.|[^"\\])*"/m, '""').gsub(/\bpub\([^)]*\)/, "pub").gsub(TESTS, "")
  end

  # Those of an import such as `a::{b, c::{self, D}}`.
  def paths_of(tree, above = [])
    head, inner = tree.strip.split("{", 2)
    path = above + head.sub(/ as .*/m, "").split("::").map(&:strip).reject(&:empty?)
    inner ? at_commas(inner.strip.delete_suffix("}")).flat_map { |part| paths_of(part, path) } : [path]
  end

  def at_commas(list)
    depth = 0
    parts = list.each_char.slice_when do |char, _|
      depth += { "{" => 1, "}" => -1 }.fetch(char, 0)
      depth.zero? && char == ","
    end
    parts.map { |part| part.join.delete_suffix(",").strip }.reject(&:empty?)
  end

  # The file of the longest part of a path that is a module; nil for a path of another crate.
  def file_of(path, own)
    absolute = absolute(path, own) or return
    size = absolute.size.downto(0).find { |length| @modules.key?(absolute.first(length)) }
    @modules[absolute.first(size)]
  end

  def absolute(path, own)
    case path.first
    when "crate" then path.drop(1)
    when "self" then own + path.drop(1)
    when "super"
      up = path.take_while { |part| part == "super" }.size
      own[0...-up] + path.drop(up)
    else own + path if @modules.key?(own + path.first(1))
    end
  end
end
