# frozen_string_literal: true

require "fileutils"
require "rubygems/package"

# The gem for one platform: the Ruby files, an extension for each of some Rubies, and the guest compiled for every
# processor of the platform.
class NativeGem
  # Of the source gem, what is of no use without a compiler.
  SOURCES = /\A(ext|crates|Cargo)/

  # @param source [Gem::Specification] of the source gem
  # @param platform [String, Gem::Platform]
  # @param extensions [Hash{String => String}] files by the version of their Ruby, "3.1"
  # @param strip [Array<String>, nil] the program that strips a file, with its options; nil where they are stripped
  # @param ruby [Array<String>] a program that runs one of these Rubies on this platform
  def initialize(source, platform, extensions, strip:, ruby:)
    @extensions = extensions
    @strip = strip
    @ruby = ruby
    @files = source.files.grep_v(SOURCES)
    @spec = source.dup.tap do |spec|
      spec.platform = platform
      spec.required_ruby_version = rubies
      spec.extensions = []
      spec.dependencies.clear
    end
  end

  # @return [String] the path of the gem
  def build
    stage
    compile_guest
    @spec.files = Dir.glob("**/*", base: folder).select { |file| File.file?(File.join(folder, file)) }.sort
    gem = File.expand_path("pkg/#{@spec.file_name}")
    Dir.chdir(folder) { Gem::Package.build(@spec, false, false, gem) }
    gem
  end

  private

  def folder = File.expand_path("pkg/#{@spec.full_name}")

  # From the oldest one to the newest one.
  def rubies
    versions = @extensions.keys.map { |version| Gem::Version.new(version) }.sort
    [">= #{versions.first}", "< #{versions.last.segments.first}.#{versions.last.segments[1] + 1}.dev"]
  end

  def stage
    FileUtils.rm_rf(folder)
    @files.each { |file| copy(file, File.join(folder, file), 0o644) }
    @extensions.each do |version, file|
      extension = File.join(folder, "lib/kobako/#{version}/kobako#{File.extname(file).sub("dylib", "bundle")}")
      copy(file, extension, 0o755)
      system(*@strip, extension, exception: true) if @strip
    end
  end

  def copy(from, to, mode)
    FileUtils.mkdir_p(File.dirname(to))
    FileUtils.cp(from, to)
    FileUtils.chmod(mode | (File.executable?(from) ? 0o111 : 0), to)
  end

  def compile_guest
    script = "File.binwrite(ARGV[1], Kobako::Runtime.compile_ahead(ARGV[0]))"
    wasm = File.join(folder, "data/kobako.wasm")
    system(*@ruby, "-I#{folder}/lib", "-rkobako", "-e", script, wasm, wasm.sub(/wasm\z/, "cwasm"), exception: true)
  end
end
