# frozen_string_literal: true

Encoding.default_external = Encoding::UTF_8

require "kobako"
require "yaml"

# mruby's own tests, each file as one invocation of a sandbox.
class MrubySuite
  # Gems whose classes the guest writes anew.
  REPLACED = %w[complex rational set].freeze
  WHOLE_FILE = "(the file)"
  # Behind code the driver's magic comment is a comment like others.
  FIRST = "nil"
  # To mruby a String, to CRuby and the guest an Encoding.
  ENCODING = ["__ENCODING__", "__ENCODING__.to_s"].freeze
  # Tests that are no Ruby 4.0, so that their files would not compile, and why; by how they begin.
  NOT_COMPILED = {
    "assert('&nil" => "a method that refuses a block is new in Ruby 4.1"
  }.freeze
  GUEST_CONFIG = File.expand_path("../../guest/mruby/build_config.rb", __dir__)
  KNOWN_FAILURES = File.join(__dir__, "known_failures.yml")
  Result = Struct.new(:file, :passed, :skipped, :failures, keyword_init: true)

  def initialize(source, sandbox)
    @source = source
    @known = YAML.load_file(KNOWN_FAILURES)
    @sandbox = sandbox
  end

  # Runs every file and prints a line each. True if all differences are known ones and all known ones occurred.
  def run
    results = files.map { |file| run_file(file).tap { |result| print_result(result) } }
    unexpected = results.flat_map { |result| unexpected_failures(result) }
    stale = results.flat_map { |result| unexpected_passes(result) } + entries_of_no_file
    print_summary(results, unexpected, stale)
    unexpected.empty? && stale.empty?
  end

  def files
    gem_tests = gems.map { |gem| "mrbgems/mruby-#{gem}/test/*.rb" }
    Dir.glob(["test/t/*.rb", *gem_tests], base: @source).sort
  end

  private

  def gems
    gems = File.read(GUEST_CONFIG)[/^GEMS = %w\[(.*?)\]/m, 1]&.split or raise "#{GUEST_CONFIG} lists no GEMS"
    gems + REPLACED
  end

  def run_file(file)
    parts = [here("driver.rb"), "#{@source}/test/assert.rb", here("record.rb")].map { |part| File.read(part) }
    source = [FIRST, *parts, test(file), "[$ok_test, $skip_test, Mrbtest::FAILURES]"].join("\n")
    passed, skipped, failures = @sandbox.eval(source)
    Result.new(file:, passed:, skipped:, failures:)
  rescue Kobako::Error => e
    Result.new(file:, passed: 0, skipped: 0, failures: { WHOLE_FILE => "#{e.class}: #{e.message}" })
  end

  def test(file)
    NOT_COMPILED.keys.inject(File.read("#{@source}/#{file}").gsub(*ENCODING)) do |text, first|
      text.gsub(/^#{Regexp.escape(first)}.*?^end$/m, "")
    end
  end

  def here(name) = File.join(__dir__, name)

  def unexpected_failures(result)
    unknown = result.failures.except(*@known.fetch(result.file, {}).keys)
    unknown.map { |title, words| "#{result.file}: #{title}\n  #{words}" }
  end

  def unexpected_passes(result)
    (@known.fetch(result.file, {}).keys - result.failures.keys).map { |title| "#{result.file}: #{title}" }
  end

  def entries_of_no_file = @known.keys - files

  def print_result(result)
    puts format("%<file>-52s %<passed>5d passed %<skipped>3d skipped %<failed>3d failed",
                file: result.file, passed: result.passed, skipped: result.skipped, failed: result.failures.size)
  end

  def print_summary(results, unexpected, stale)
    puts "not in known_failures.yml:", unexpected unless unexpected.empty?
    puts "in known_failures.yml, but no failure:", stale unless stale.empty?
    puts "mruby's tests: #{results.sum(&:passed)} passed, #{results.sum(&:skipped)} skipped, " \
         "#{results.sum { |result| result.failures.size }} failed " \
         "(#{unexpected.size} of them not known) in #{results.size} files"
  end
end

if $PROGRAM_NAME == __FILE__
  sandbox = Kobako::Sandbox.new(memory_limit: 1 << 30, timeout: 3600, stdout_limit: 16 << 20)
  exit MrubySuite.new(ARGV.fetch(0), sandbox).run
end
