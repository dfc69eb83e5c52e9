# frozen_string_literal: true

require "fileutils"
require "json"
require "kobako"
require_relative "../ruby/suite"
require_relative "known"
require_relative "plan"
require_relative "programs"

# The tests of Ruby's own release for its core and for the libraries that `require` takes, each file in a sandbox of its
# own.
module RubyTests
  UNIT = %w[cases assertions raising programs extensions].freeze
  RESULTS = "tmp/ruby_tests/results.json"
  # How the reason begins of those that are left out.
  SLOW = "takes longer"
  # Of a processor, for all tests of a file: what has not ended then hangs.
  CPU_SECONDS = 60.0
  ROW = "%-14s %12s %8s   %12s %8s"

  class << self
    # Stands in for test-unit.
    def unit
      records = File.read("#{__dir__}/../ruby/harness/records.rb", encoding: Encoding::UTF_8)
      [records, *UNIT.map { |name| File.read("#{__dir__}/unit/#{name}.rb", encoding: Encoding::UTF_8) }].join("\n")
    end

    # Those of a library, or of what a path begins with.
    def paths(tree, beginning)
      files = Dir.glob("test/**/*.rb", base: tree).grep(%r{/test_\w+\.rb\z|_test\.rb\z}).sort
      files.select { |path| Known.directory(path) == beginning || path.start_with?("test/#{beginning}") }
    end
  end

  # One run over files of the tree.
  class Run
    # @param beginning [String] a library, or what the paths below test/ begin with
    # @param known [String] folder of the lists
    def initialize(tree, beginning: "", known: Known::FOLDER, reasons: RubySuite::Reasons.new("#{__dir__}/reasons.yml"),
                   results: RESULTS)
      @tree = File.realpath(tree)
      @paths = RubyTests.paths(@tree, beginning)
      @folder = known
      @reasons = reasons
      @file = results
    end

    # @return [Boolean] whether just the listed tests fail
    def call(out: $stdout)
      unit = RubyTests.unit
      @listed = Known.new({}, @folder)
      take(@paths.zip(RubySuite::Workers.map(@paths) { |path| result(path, unit) }).to_h)
      save
      out.puts(*rates)
      tell(out, "fail and are not listed", new.map { |path, name, why| "#{path}: #{name}\n  #{why}" })
      tell(out, "are listed and pass (rake spec:ruby:tests:accept)", stale.map { |path, name| "#{path}: #{name}" })
      new.empty? && stale.empty?
    end

    # Writes the lists anew by what the latest run found.
    # @param only_remove [Boolean] leave out what failed not yet
    def accept(only_remove:, out: $stdout)
      take(JSON.parse(File.read(@file, encoding: Encoding::UTF_8)))
      out.puts "#{new.size} tests are #{only_remove ? "not listed and fail" : "listed anew"}"
      failures = @results.transform_values { |result| result["failures"].keys }
      @known.update(failures, only_remove:) { |path, name| reason(path, name) }
    end

    private

    def take(results)
      @results = results
      @known = Known.new(results.transform_values { |result| result["tests"] }, @folder)
    end

    # What a file says of its tests; one that it names and that did not run has failed.
    def result(path, unit)
      plan = Plan.new(@tree, path, slow: slow(path))
      services = { "Test::Programs" => Programs.new(unit, memory_limit: RubySuite::Guest::MEMORY) }
      records = RubySuite::Guest.new(plan, unit, cpu_seconds: CPU_SECONDS, services:).run
      tests = records.by_name
      ran = tests.keys.map { |name| name[/#(test\S*)\z/, 1] }
      lost = plan.methods - ran
      failures = tests.reject { |_, test| test.kind == RubySuite::Records::PASSED }
                      .transform_values { |test| "#{test.kind} #{test.message}" }
      { "tests" => tests.keys + lost, "failures" => failures.merge(lost.to_h { |name| [name, "did not run"] }),
        "notes" => records.notes }
    end

    # The listed ones that are not run.
    def slow(path) = @listed.of(path).select { |_, reason| reason.start_with?(SLOW) }.keys

    def rates
      rows = @results.group_by { |path, _| Known.directory(path) }.map { |library, files| [library, files.to_h] }
      ["library".then { |head| format(ROW, head, "passed/total", "rate", "in scope", "rate") },
       *rows.map { |library, files| row(library, files) }, row("overall", @results)]
    end

    def row(name, files)
      total = files.sum { |_, result| result["tests"].size }
      passed = total - files.sum { |_, result| result["failures"].size }
      outside = files.sum { |path, result| result["failures"].count { |test, why| outside?(path, test, why) } }
      counts = [[passed, total], [passed, total - outside]]
      format(ROW, name, *counts.flat_map { |pair| [pair.join("/"), percent(*pair)] })
    end

    def percent(passed, total) = total.zero? ? "-" : format("%.1f %%", 100.0 * passed / total)

    def reason(path, name) = @reasons.of(path, name, @results.fetch(path)["failures"].fetch(name))
    def outside?(path, name, why) = @reasons.outside?(path) || @reasons.outside_example?(path, name, why)

    def new
      @results.flat_map do |path, result|
        result["failures"].except(*@known.of(path).keys).map { |name, why| [path, name, why] }
      end
    end

    def stale
      passing = @results.flat_map do |path, result|
        (@known.of(path).keys - result["failures"].keys).map { |name| [path, name] }
      end
      passing + (@known.reasons.keys - all_paths).map { |path| [path, "(no such file)"] }
    end

    def all_paths = @all_paths ||= RubyTests.paths(@tree, "")

    def tell(out, what, tests)
      out.puts "#{tests.size} tests #{what}:", tests unless tests.empty?
    end

    # Those of the files that did not run stay as they were.
    def save
      FileUtils.mkdir_p(File.dirname(@file))
      before = File.exist?(@file) ? JSON.parse(File.read(@file, encoding: Encoding::UTF_8)) : {}
      File.write(@file, JSON.pretty_generate(before.slice(*all_paths).merge(@results)))
    end
  end
end

if $PROGRAM_NAME == __FILE__
  Encoding.default_external = Encoding::UTF_8
  command, tree, *rest = ARGV
  run = RubyTests::Run.new(tree, beginning: command == "accept" ? "" : rest.first.to_s)
  command == "accept" ? run.accept(only_remove: rest.first != "all") : exit(run.call)
end
