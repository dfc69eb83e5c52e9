# frozen_string_literal: true

require_relative "pinned_source"

# A part of Ruby's pinned release. For modules that both extend and include it, with the constants NAME, DIGEST, ROOT (a
# folder of the release, or "."), PARTS (folders and files below it) and FILES (patterns of what the digest covers).
module RubyRelease
  include PinnedSource

  VARIABLE = "RUBY_SOURCE"
  VERSION = "3.3.8"
  RELEASE = "https://cache.ruby-lang.org/pub/ruby/3.3/ruby-#{VERSION}.tar.gz".freeze
  VENDORED = "../shared/vendor/ruby-#{VERSION}.tar.xz".freeze

  # Puts PARTS of a tarball or a folder of Ruby's source into `tree`, which must not exist.
  def copy(given, tree)
    FileUtils.mkdir(tree)
    parts = self::PARTS.map { |part| File.join(*[self::ROOT, part].grep_v(".")) }
    if File.directory?(given)
      parts.zip(self::PARTS) { |part, path| copy_part(File.join(given, part), File.join(tree, path)) }
    else
      depth = self::ROOT == "." ? 1 : 1 + self::ROOT.split("/").size
      system("tar", "-xf", given, "-C", tree, "--strip-components=#{depth}", "--wildcards",
             *parts.map { |part| "*/#{part}" }, exception: true)
    end
    tree
  end

  private

  def copy_part(from, to)
    FileUtils.mkdir_p(File.dirname(to))
    FileUtils.cp_r(from, to)
  end
end
