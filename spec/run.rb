# frozen_string_literal: true

# Runs spec files, all but those of spec/long unless some are named, with what else is named as options of RSpec.

Dir.chdir(File.expand_path("..", __dir__))
$LOAD_PATH.unshift(File.expand_path("lib"), File.expand_path("spec"))
require "kobako"
require "support/file_runner"

files, options = ARGV.partition { |argument| argument.end_with?("_spec.rb") }
files = FileRunner.files if files.empty?
exit FileRunner.new(options, files:).run
