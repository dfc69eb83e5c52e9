# frozen_string_literal: true

require "etc"
require "rspec/core"
require "rspec/expectations"
require "stringio"
require "tempfile"

# Runs each spec file in a process of its own, forked from one that has loaded what all of them need, as many at a time
# as there are processors. A file's examples meet a small heap, and nothing that other files left.
class FileRunner
  # What a file came to; `output` is RSpec's and `printed` what its examples wrote to standard output.
  Ending = Struct.new(:file, :examples, :failures, :pending, :passed, :output, :printed, :seconds)
  COUNTS = %i[examples failed_examples pending_examples].freeze

  # @param options [Array<String>] for RSpec, without files
  # @param processes [Integer] how many files run at a time
  def initialize(options = [], files: self.class.files, processes: Etc.nprocessors.clamp(1, 8), out: $stdout)
    @seed = Random.rand(0x10000)
    @options = ["--seed", @seed.to_s, *options]
    @waiting = files.dup
    @processes = processes
    @out = out
    @running = {}
  end

  # Without those of spec/long. Long texts first, so that the last to end are short ones.
  def self.files
    (Dir.glob("spec/**/*_spec.rb") - Dir.glob("spec/long/**/*")).sort_by { |file| [-size(file), file] }
  end

  # Bytes of a file and of the examples that it shares.
  def self.size(file)
    shared = File.read(file).scan(%r{^require "(support/examples/\w+)"$})
    File.size(file) + shared.sum { |(path)| File.size("spec/#{path}.rb") }
  end
  private_class_method :size

  # @return [Boolean] whether all passed
  def run
    started = now
    endings = []
    until @waiting.empty? && @running.empty?
      start(@waiting.shift) while @running.size < @processes && @waiting.any?
      endings << report(finish)
    end
    summarize(endings, now - started)
    endings.all?(&:passed)
  ensure
    @running.each_key { |pid| Process.kill(:TERM, pid) }
  end

  private

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  def start(file)
    kept = Array.new(2) { Tempfile.new("specs") }
    pid = fork do
      [$stdout, $stderr].each { |stream| stream.reopen(kept.last.path, "a") }
      Marshal.dump(outcome_of(file), kept.first)
      kept.first.flush
      $stdout.flush
      exit!(0)
    rescue Exception => e # rubocop:disable Lint/RescueException
      warn(e.full_message)
      exit!(1)
    end
    @running[pid] = [file, kept, now]
  end

  def outcome_of(file)
    output = StringIO.new
    status = RSpec::Core::Runner.run([*@options, "--no-color", file], output, output)
    reporter = RSpec.configuration.reporter
    [*COUNTS.map { |kind| reporter.public_send(kind).size }, status.zero?, output.string]
  end

  def finish
    pid, status = Process.wait2
    file, (result, printed), started = @running.delete(pid)
    outcome = result.size.zero? ? [0, 0, 0, false, "#{file} ended: #{status}\n"] : Marshal.load(result.tap(&:rewind)) # rubocop:disable Security/MarshalLoad
    Ending.new(file, *outcome, File.read(printed.path), now - started)
  ensure
    [result, printed].compact.each(&:close!)
  end

  def report(ending)
    return ending if ending.examples.zero? && ending.passed

    @out.printf("%-50<file>s %6.1<seconds>f s, %<counts>s\n", file: ending.file, seconds: ending.seconds,
                                                              counts: counts_of([ending]))
    @out.print(ending.printed) unless ending.printed.strip.empty?
    @out.print(ending.output) unless ending.passed
    @out.flush
    ending
  end

  def summarize(endings, seconds)
    failed = endings.reject(&:passed)
    @out.puts("", "Failed:", failed.flat_map { |ending| failures_of(ending) }) if failed.any?
    @out.printf("\nFinished in %<seconds>.1f seconds, seed %<seed>d\n%<counts>s\n",
                seconds:, seed: @seed, counts: counts_of(endings))
  end

  def failures_of(ending)
    ending.output.scan(/^rspec .*$/).then { |lines| lines.empty? ? ["rspec #{ending.file} # stopped"] : lines }
  end

  def counts_of(endings)
    examples, failures, pending = %i[examples failures pending].map { |kind| endings.sum(&kind) }
    stopped = endings.count { |ending| !ending.passed && ending.failures.zero? }
    text = "#{count(examples, "example")}, #{count(failures, "failure")}"
    text += ", #{pending} pending" if pending.positive?
    stopped.positive? ? "#{text}, #{count(stopped, "error")} occurred outside of examples" : text
  end

  def count(number, noun) = "#{number} #{noun}#{"s" unless number == 1}"
end
