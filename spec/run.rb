# frozen_string_literal: true

# Runs spec files, those named and those of folders named, or all but those of spec/long, with what else is named as
# options of RSpec.

Dir.chdir(File.expand_path("..", __dir__))
$LOAD_PATH.unshift(File.expand_path("lib"), File.expand_path("spec"))
require "kobako"
require "support/file_runner"

named = ARGV.flat_map { |argument| File.directory?(argument) ? Dir["#{argument}/**/*_spec.rb"] : argument }
files, options = named.partition { |argument| argument.end_with?("_spec.rb") }
files = FileRunner.files if files.empty?
exit FileRunner.new(options, files:).run
