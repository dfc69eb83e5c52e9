# frozen_string_literal: true

require "digest"
require "fileutils"
require "open-uri"
require "pathname"
require "tmpdir"

# The pinned release of mruby: MRUBY_SOURCE (a tarball or a folder), else the tarball in
# ../shared/vendor, else the release of the mruby project.
module MrubySource
  VERSION = "4.0.0"
  RELEASE = "https://github.com/mruby/mruby/archive/refs/tags/#{VERSION}.tar.gz".freeze
  VENDORED = "../shared/vendor/mruby-#{VERSION}.tar.xz".freeze

  # Of the unpacked tree, dot-files apart, as .digest computes it.
  DIGEST = "2a972acff46f6878c5db8ba23d8f413fea5bfd7d370691c82cff978f30d9dbd8"

  class Mismatch < StandardError; end

  class << self
    # Puts the source into `folder`, which must not exist. Raises Mismatch if it is not the pinned one.
    def unpack(folder)
      FileUtils.mkdir_p(File.dirname(folder))
      Dir.mktmpdir("mruby", File.dirname(folder)) do |scratch|
        tree = fetch(scratch)
        found = digest(tree)
        raise Mismatch, "mruby source has digest #{found}, pinned is #{DIGEST} (use #{VERSION})" unless found == DIGEST

        FileUtils.mv(tree, folder)
      end
    end

    # SHA-256 over the paths and contents of a tree, dot-files apart.
    def digest(tree)
      root = Pathname(tree)
      files = root.glob("**/*").select(&:file?).sort_by { |file| file.relative_path_from(root).to_s }
      files.each_with_object(Digest::SHA256.new) do |file, sum|
        sum << "#{file.relative_path_from(root)}\0#{file.size}\0" << file.binread
      end.hexdigest
    end

    # Puts what a tarball or a folder holds into `tree`, which must not exist.
    def copy(given, tree)
      # Times are kept: the build compares them to decide what to generate again.
      if File.directory?(given)
        FileUtils.cp_r(given, tree, preserve: true)
      else
        FileUtils.mkdir(tree)
        system("tar", "-xf", given, "-C", tree, "--strip-components=1", exception: true)
      end
      tree
    end

    private

    def fetch(scratch)
      given = ENV.fetch("MRUBY_SOURCE") { VENDORED if File.exist?(VENDORED) }
      copy(given || download("#{scratch}/mruby.tar.gz"), "#{scratch}/tree")
    end

    def download(file)
      URI.parse(RELEASE).open { |body| IO.copy_stream(body, file) }
      file
    end
  end
end
