# frozen_string_literal: true

require "digest"
require "fileutils"
require "open-uri"
require "tmpdir"

# A foreign source that is not part of this repository: what an environment variable names (a tarball or a folder), else
# the tarball in ../shared/vendor, else the release of its project; checked by the digest of its files.
#
# For modules with the constants NAME, VARIABLE, VERSION, RELEASE, VENDORED, FILES (patterns), DIGEST, and `copy(given,
# tree)`, which puts what a tarball or a folder holds into `tree`.
module PinnedSource
  class Mismatch < StandardError; end

  # Puts the source into `folder` unless it is there. Raises Mismatch if it is not the pinned one.
  def keep(folder)
    return folder if File.directory?(folder) && digest(folder) == self::DIGEST

    FileUtils.rm_rf(folder)
    unpack(folder)
    folder
  end

  # Puts the source into `folder`, which must not exist. Raises Mismatch if it is not the pinned one.
  def unpack(folder)
    FileUtils.mkdir_p(File.dirname(folder))
    Dir.mktmpdir("source", File.dirname(folder)) do |scratch|
      tree = fetch(scratch)
      found = digest(tree)
      unless found == self::DIGEST
        raise self::Mismatch, "#{self::NAME} has digest #{found}, pinned is #{self::DIGEST} (use #{self::VERSION})"
      end

      FileUtils.mv(tree, folder)
    end
  end

  # SHA-256 over the paths and contents of FILES in a tree, dot-files apart.
  def digest(tree)
    files = self::FILES.flat_map { |pattern| Dir.glob(pattern, base: tree) }.sort
    files.each_with_object(Digest::SHA256.new) do |file, sum|
      path = "#{tree}/#{file}"
      sum << "#{file}\0#{File.size(path)}\0" << File.binread(path) if File.file?(path)
    end.hexdigest
  end

  private

  def fetch(scratch)
    given = ENV.fetch(self::VARIABLE) { self::VENDORED if File.exist?(self::VENDORED) }
    copy(given || download("#{scratch}/source.tar.gz"), "#{scratch}/tree")
  end

  def download(file)
    URI.parse(self::RELEASE).open { |body| IO.copy_stream(body, file) }
    file
  end
end
