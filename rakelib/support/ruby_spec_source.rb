# frozen_string_literal: true

require_relative "pinned_source"

# ruby/spec as the pinned release of Ruby has it.
module RubySpecSource
  extend PinnedSource

  NAME = "spec/ruby"
  VARIABLE = "RUBY_SOURCE"
  VERSION = "3.3.8"
  RELEASE = "https://cache.ruby-lang.org/pub/ruby/3.3/ruby-#{VERSION}.tar.gz".freeze
  VENDORED = "../shared/vendor/ruby-#{VERSION}.tar.xz".freeze
  FOLDERS = %w[core fixtures language library shared].freeze
  FILES = FOLDERS.map { |folder| "#{folder}/**/*" }.freeze
  # An archive that was packed again has the same.
  DIGEST = "8d6e9d6a6e6fda038ff420c1d9c1436070901bad38825c56d5646c860676a27d"
  Mismatch = PinnedSource::Mismatch

  # Puts FOLDERS of a tarball or a folder of Ruby's source into `tree`, which must not exist.
  def self.copy(given, tree)
    FileUtils.mkdir(tree)
    if File.directory?(given)
      FOLDERS.each { |folder| FileUtils.cp_r("#{given}/spec/ruby/#{folder}", tree) }
    else
      wanted = FOLDERS.map { |folder| "*/spec/ruby/#{folder}" }
      system("tar", "-xf", given, "-C", tree, "--strip-components=3", "--wildcards", *wanted, exception: true)
    end
    tree
  end
end
