# frozen_string_literal: true

require "fileutils"
require "yaml"
require_relative "guest_toolchain"
require_relative "mruby_patch"
require_relative "ruby_library_source"

# Lays out the guest's standard library for kobako-pack: the files of guest/library, and those of Ruby's release that
# its library.yml names, each at the path that is its feature; and the files built_in, constants and absent.
class GuestLibrary
  RELATIVE = /^([ \t]*)require_relative[ \t]*\(?["']([^"'#]+)["']\)?/

  REQUIRED = /^require[ \t]*\(?["']([^"'#]+)["']/

  # Of the tree in `root`.
  def initialize(root)
    @home = File.join(root, "guest/library")
    @work = File.join(root, "guest/target/library")
    @manifest = YAML.load_file(File.join(@home, "library.yml"))
  end

  # The path of the pack; `methods` is the folder of those of the core that are read late, and `symbols` the file of the
  # names that the guest has.
  def pack(methods, symbols)
    pack = File.join(@work, "pack")
    folder = lay_out(File.join(@work, "features"))
    system(GuestToolchain.own("kobako-pack"), folder, methods, symbols, pack, exception: true)
    pack
  end

  private

  # Fills the folder anew.
  def lay_out(folder)
    FileUtils.rm_rf(folder)
    FileUtils.mkdir_p(folder)
    texts = ruby_files.merge(own_files).to_h { |feature, text| [feature, absolute(feature, text)] }
    texts.each { |feature, text| write(folder, feature, text) }
    File.write(File.join(folder, "pieces"), table(pieces(texts)))
    File.write(File.join(folder, "built_in"), lines(@manifest.fetch("built_in")))
    %w[constants absent].each { |name| File.write(File.join(folder, name), table(@manifest.fetch(name))) }
    folder
  end

  def ruby_files
    tree = patched_source
    @manifest.fetch("ruby").transform_values { |file| File.read(File.join(tree, file), encoding: "UTF-8") }
  end

  def own_files
    Dir.glob("**/*.rb", base: @home).sort.to_h do |file|
      [file.delete_suffix(".rb"), File.read(File.join(@home, file), encoding: "UTF-8")]
    end
  end

  # Ruby's files, patched anew.
  def patched_source
    source = RubyLibrarySource.keep(File.join(@work, "source"))
    tree = File.join(@work, "patched")
    FileUtils.rm_rf(tree)
    FileUtils.cp_r(source, tree)
    Dir[File.join(@home, "patches/*.patch")].each { |file| MrubyPatch.new(file).apply(tree) }
    tree
  end

  # A feature knows no folder, so what is relative to one is written out.
  def absolute(feature, text)
    text.gsub(RELATIVE) do
      indent, relative = Regexp.last_match.captures
      %(#{indent}require "#{File.expand_path(relative, "/#{feature}/..").delete_prefix("/")}")
    end
  end

  def write(folder, feature, text)
    path = File.join(folder, "#{feature}.rb")
    FileUtils.mkdir_p(File.dirname(path))
    File.write(path, text)
  end

  # Features that are loaded together: each with the parts of it that it requires.
  def pieces(texts)
    heads, parts = texts.keys.sort.partition { |feature| feature.match?(%r{\A[^/.]+\z}) }
    joined = heads.map { |head| [head, *parts_of(head, head, texts)] }
    joined + (parts - joined.flatten).map { |part| [part] }
  end

  def parts_of(head, feature, texts, found = [])
    texts.fetch(feature).scan(REQUIRED).flatten.each do |part|
      next if !part.match?(%r{\A#{head}[/.]}) || found.include?(part) || !texts.key?(part)

      found << part
      parts_of(head, part, texts, found)
    end
    found
  end

  def lines(items) = items.map { |item| "#{item}\n" }.join
  def table(pairs) = lines(pairs.map { |pair| pair.join("\t") })
end
