# frozen_string_literal: true

require_relative "ruby_release"

# The tests of Ruby's release for the libraries that `require` takes.
module RubyTestSource
  extend RubyRelease
  include RubyRelease

  NAME = "the tests of Ruby"
  ROOT = "."
  FOLDERS = %w[base64 bigdecimal csv date did_you_mean/edit_distance digest erb json logger optparse ostruct psych set
               stringio strscan uri].freeze
  LONE = %w[abbrev delegate forwardable observer pp prettyprint securerandom shellwords singleton time timeout tsort
            weakref].freeze
  PARTS = [*FOLDERS.map { |folder| "test/#{folder}" }, *LONE.map { |name| "test/test_#{name}.rb" },
           "test/cgi/test_cgi_util.rb", "test/cgi/update_env.rb", "test/did_you_mean/test_spell_checker.rb",
           "test/lib/with_different_ofs.rb"].freeze
  FILES = PARTS.map { |part| part.end_with?(".rb") ? part : "#{part}/**/*" }.freeze
  DIGEST = "bb43df4da5b46c574b3c4f525eb1dd15ddc193eaa41227ed1a454237ea295b1b"
end
