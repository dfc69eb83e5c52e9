# frozen_string_literal: true

require_relative "pinned_source"

# The pinned release of mruby.
module MrubySource
  extend PinnedSource
  include PinnedSource

  NAME = "mruby source"
  VARIABLE = "MRUBY_SOURCE"
  VERSION = "4.0.0"
  RELEASE = "https://github.com/mruby/mruby/archive/refs/tags/#{VERSION}.tar.gz".freeze
  VENDORED = "../shared/vendor/mruby-#{VERSION}.tar.xz".freeze
  FILES = ["**/*"].freeze
  DIGEST = "2a972acff46f6878c5db8ba23d8f413fea5bfd7d370691c82cff978f30d9dbd8"

  # Puts what a tarball or a folder holds into `tree`, which must not exist.
  def self.copy(given, tree)
    # Times are kept: the build compares them to decide what to generate again.
    if File.directory?(given)
      FileUtils.cp_r(given, tree, preserve: true)
    else
      FileUtils.mkdir(tree)
      system("tar", "-xf", given, "-C", tree, "--strip-components=1", exception: true)
    end
    tree
  end
end
