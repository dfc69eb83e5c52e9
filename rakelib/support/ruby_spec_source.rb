# frozen_string_literal: true

require "digest"
require "fileutils"
require "open-uri"
require "tmpdir"

# ruby/spec as the pinned release of Ruby has it: RUBY_SOURCE (a tarball or a folder of Ruby's source), else the tarball
# in ../shared/vendor, else the release of the Ruby project.
module RubySpecSource
  VERSION = "3.3.8"
  RELEASE = "https://cache.ruby-lang.org/pub/ruby/3.3/ruby-#{VERSION}.tar.gz".freeze
  VENDORED = "../shared/vendor/ruby-#{VERSION}.tar.xz".freeze
  FOLDERS = %w[core fixtures language library shared].freeze

  # Of FOLDERS, as .digest computes it; an archive that was packed again has the same.
  DIGEST = "8d6e9d6a6e6fda038ff420c1d9c1436070901bad38825c56d5646c860676a27d"

  class Mismatch < StandardError; end

  class << self
    # Puts FOLDERS into `folder`, which must not exist. Raises Mismatch if they are not the pinned ones.
    def unpack(folder)
      FileUtils.mkdir_p(File.dirname(folder))
      Dir.mktmpdir("ruby_spec", File.dirname(folder)) do |scratch|
        tree = fetch(scratch)
        found = digest(tree)
        raise Mismatch, "spec/ruby has digest #{found}, pinned is #{DIGEST} (use #{VERSION})" unless found == DIGEST

        FileUtils.mv(tree, folder)
      end
    end

    # SHA-256 over the paths and contents of FOLDERS in a tree, dot-files apart.
    def digest(tree)
      files = FOLDERS.flat_map { |folder| Dir.glob("#{folder}/**/*", base: tree) }.sort
      files.each_with_object(Digest::SHA256.new) do |file, sum|
        path = "#{tree}/#{file}"
        sum << "#{file}\0#{File.size(path)}\0" << File.binread(path) if File.file?(path)
      end.hexdigest
    end

    private

    def fetch(scratch)
      given = ENV.fetch("RUBY_SOURCE") { VENDORED if File.exist?(VENDORED) }
      copy(given || download("#{scratch}/ruby.tar.gz"), "#{scratch}/tree")
    end

    def copy(given, tree)
      FileUtils.mkdir(tree)
      if File.directory?(given)
        FOLDERS.each { |folder| FileUtils.cp_r("#{given}/spec/ruby/#{folder}", tree) }
      else
        wanted = FOLDERS.map { |folder| "*/spec/ruby/#{folder}" }
        system("tar", "-xf", given, "-C", tree, "--strip-components=3", "--wildcards", *wanted, exception: true)
      end
      tree
    end

    def download(file)
      URI.parse(RELEASE).open { |body| IO.copy_stream(body, file) }
      file
    end
  end
end
