# frozen_string_literal: true

require "yaml"
require_relative "pinned_source"
require_relative "ruby_spec_source"

# The files of guest/library/library.yml that are Ruby's own, as the pinned release has them.
module RubyLibrarySource
  extend PinnedSource

  NAME = "the library of Ruby"
  VARIABLE = RubySpecSource::VARIABLE
  VERSION = RubySpecSource::VERSION
  RELEASE = RubySpecSource::RELEASE
  VENDORED = RubySpecSource::VENDORED
  FILES = YAML.load_file(File.expand_path("../../guest/library/library.yml", __dir__)).fetch("ruby").values.freeze
  DIGEST = "b0cdd9a1fba99151fd93273bd8404b7b0b722cd31fa8ebcfc0b7e73de8636f98"
  Mismatch = PinnedSource::Mismatch

  # Puts FILES of a tarball or a folder of Ruby's source into `tree`, which must not exist.
  def self.copy(given, tree)
    FileUtils.mkdir(tree)
    if File.directory?(given)
      FILES.each do |file|
        FileUtils.mkdir_p(File.dirname("#{tree}/#{file}"))
        FileUtils.cp("#{given}/#{file}", "#{tree}/#{file}")
      end
    else
      system("tar", "-xf", given, "-C", tree, "--strip-components=1", "--wildcards",
             *FILES.map { |file| "*/#{file}" }, exception: true)
    end
    tree
  end
end
