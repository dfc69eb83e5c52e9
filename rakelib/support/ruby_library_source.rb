# frozen_string_literal: true

require "yaml"
require_relative "ruby_release"

# The files of guest/library/library.yml that are Ruby's own, as the pinned release has them.
module RubyLibrarySource
  extend RubyRelease
  include RubyRelease

  NAME = "the library of Ruby"
  ROOT = "."
  PARTS = YAML.load_file(File.expand_path("../../guest/library/library.yml", __dir__)).fetch("ruby").values.freeze
  FILES = PARTS
  DIGEST = "7c4c6a4799e084c4878932be7c682fde66473ec117d8050feaceba7fa3a71488"
end
