# frozen_string_literal: true

require_relative "ruby_release"

# ruby/spec as the pinned release of Ruby has it.
module RubySpecSource
  extend RubyRelease
  include RubyRelease

  NAME = "spec/ruby"
  ROOT = "spec/ruby"
  FOLDERS = %w[core fixtures language library shared].freeze
  PARTS = FOLDERS
  FILES = FOLDERS.map { |folder| "#{folder}/**/*" }.freeze
  # An archive that was packed again has the same.
  DIGEST = "8d6e9d6a6e6fda038ff420c1d9c1436070901bad38825c56d5646c860676a27d"
end
