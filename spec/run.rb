# frozen_string_literal: true

# Runs spec files, all but those of spec/long unless some or their folders are named, with what else is named as options of
# RSpec.

Dir.chdir(File.expand_path("..", __dir__))
$LOAD_PATH.unshift(File.expand_path("lib"), File.expand_path("spec"))
require "kobako"
require "support/file_runner"

named = ARGV.flat_map { |argument| File.directory?(argument) ? Dir["#{argument}/**/*_spec.rb"].sort : argument }
files, options = named.partition { |argument| argument.end_with?("_spec.rb") }
files = FileRunner.files if files.empty?
exit FileRunner.new(options, files:).run
