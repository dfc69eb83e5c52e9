# frozen_string_literal: true

require "digest"
require "fileutils"
require "json"
require "kobako"
require_relative "suite/control"
require_relative "suite/cuts"
require_relative "suite/expected"
require_relative "suite/guest"
require_relative "suite/plan"
require_relative "suite/reasons"
require_relative "suite/records"
require_relative "suite/report"
require_relative "suite/workers"

# ruby/spec in the guest: counts the examples that CRuby passes, and compares those that fail with the listed ones.
module RubySuite
  CORE = %w[array basicobject binding class comparable complex data enumerable enumerator exception false float hash
            integer kernel marshal matchdata math method module nil numeric proc random range rational refinement
            regexp set string struct symbol systemexit time true unboundmethod].freeze
  LIBRARY = %w[English abbrev base64 bigdecimal cgi csv date datetime delegate digest erb json logger matrix observer
               openstruct pp prime random securerandom set shellwords singleton stringio stringscanner time tsort uri
               yaml].freeze
  HARNESS = %w[records groups expectations matchers outputs matcher_methods mocks guards helpers].freeze
  RESULTS = "tmp/ruby_spec/results.json"

  class << self
    def harness
      HARNESS.map { |name| File.read("#{__dir__}/harness/#{name}.rb", encoding: Encoding::UTF_8) }.join("\n")
    end

    # What the list of the control depends on.
    def digest(tree_digest)
      parts = %w[plan records control_driver].map { |name| File.read("#{__dir__}/suite/#{name}.rb") }
      Digest::SHA256.hexdigest([tree_digest, harness, *parts].join("\0"))
    end

    def paths(tree)
      folders = ["language", *CORE.map { |name| "core/#{name}" }, *LIBRARY.map { |name| "library/#{name}" }]
      folders.flat_map { |folder| Dir.glob("#{folder}/**/*_spec.rb", base: tree).sort }
    end
  end

  # One run over files of the tree.
  class Run
    # @param beginning [String] of the paths of the files to run
    # @param results [String] path of a file that keeps what the latest run found
    def initialize(tree, control, expected: Expected.new(control.passed), reasons: Reasons.new, beginning: "",
                   results: RESULTS)
      @tree = File.realpath(tree)
      @control = control
      @expected = expected
      @reasons = reasons
      @file = results
      @paths = control.passed.keys.select { |path| path.start_with?(beginning) && control.passed[path].any? }
    end

    # @return [Boolean] whether just the listed examples fail
    def call(out: $stdout)
      harness = RubySuite.harness
      results = Workers.map(@paths) { |path| result(path, harness) }
      @results = @paths.zip(results).to_h
      out.puts Report.new(rates).lines
      save
      tell(out, "fail and are not listed", regressions.map { |path, name, why| "#{path}: #{name}\n  #{why}" })
      tell(out, "are listed and pass (rake spec:ruby:accept)", stale.map { |path, name| "#{path}: #{name}" })
      regressions.empty? && stale.empty?
    end

    # Lists what the latest run found.
    def accept(only_remove:, out: $stdout)
      @results = JSON.parse(File.read(@file, encoding: Encoding::UTF_8))
      new = regressions
      failures = @results.transform_values { |result| result["failures"].keys }
      @expected.update(failures, only_remove:) do |path, name|
        @reasons.of(path, name, @results.fetch(path)["failures"].fetch(name))
      end
      out.puts "#{new.size} examples are #{only_remove ? "not listed and fail" : "listed anew"}"
    end

    private

    def result(path, harness)
      records = Guest.new(Plan.new(@tree, path), harness).run
      got = records.by_name
      failures = @control.passed.fetch(path).each_with_object({}) do |name, found|
        example = got[name]
        next if example&.kind == Records::PASSED

        found[name] = example ? "#{example.kind} #{example.message}" : "did not run"
      end
      { "failures" => failures, "notes" => records.notes }
    end

    def rates
      @results.group_by { |path, _| Expected.directory(path) }.transform_values do |rows|
        rows.map { |path, result| rate(path, result) }.reduce(:+)
      end
    end

    def rate(path, result)
      total = @control.passed.fetch(path).size
      failures = result["failures"]
      passed = total - failures.size
      return Report::Rate.new(passed, total, 0, 0) if @reasons.outside?(path)

      outside = failures.count { |name, message| @reasons.outside_example?(path, name, message) }
      Report::Rate.new(passed, total, passed, total - outside)
    end

    def regressions
      @results.flat_map do |path, result|
        result["failures"].except(*@expected.of(path).keys).map { |name, why| [path, name, why] }
      end
    end

    def stale
      passing = @results.flat_map do |path, result|
        (@expected.of(path).keys - result["failures"].keys).map { |name| [path, name] }
      end
      passing + (@expected.reasons.keys - @control.passed.keys).map { |path| [path, "(no such file)"] }
    end

    def tell(out, what, examples)
      out.puts "#{examples.size} examples #{what}:", examples unless examples.empty?
    end

    def save
      FileUtils.mkdir_p(File.dirname(@file))
      File.write(@file, JSON.pretty_generate(@results))
    end
  end
end

if $PROGRAM_NAME == __FILE__
  Encoding.default_external = Encoding::UTF_8
  command, tree, tree_digest, *rest = ARGV
  digest = RubySuite.digest(tree_digest)
  if command == "control"
    plans = RubySuite.paths(tree).map { |path| RubySuite::Plan.new(File.realpath(tree), path) }
    version, control = RubySuite::Control.ask(rest, File.realpath(tree), RubySuite.harness, plans)
    control.write(version, digest)
    puts "CRuby #{version} passes #{control.passed.values.sum(&:size)} examples of #{plans.size} files"
  else
    run = RubySuite::Run.new(tree, RubySuite::Control.load(digest), beginning: rest.first.to_s)
    command == "accept" ? run.accept(only_remove: rest.first != "all") : exit(run.call)
  end
end
