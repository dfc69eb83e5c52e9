# frozen_string_literal: true

# Runs small everyday programs, each of one construct, in a sandbox, in CRuby and in native mruby by turns, and prints
# the least processor time of each with the ratios. It measures; it never fails because of a time.
#
#   ruby benchmark/kernels.rb [NAME …]

$LOAD_PATH.unshift File.expand_path("../lib", __dir__)
require "kobako"
require_relative "support/clock"
require_relative "support/native_mruby"
require_relative "support/report"

# One row for each kernel; one that gives another value in the sandbox than in CRuby stops the run.
class Kernels
  ROUNDS = 15
  # Seconds of runs before those that are timed: what comes again is kept, and translated if it runs long.
  WARM_UP = 0.2
  # What kernels define.
  CONSTANTS = %i[Spot Pair Point Counter Size LIMIT].freeze

  def initialize(names)
    @files = Dir["#{__dir__}/kernels/*.rb"]
    @files.select! { |file| names.include?(File.basename(file, ".rb")) } if names.any?
    @report = Report.new
    @native = NativeMruby.new
    @ratios = { cruby: {}, native: {} }
  end

  def run
    @files.each { |file| row(File.basename(file, ".rb"), File.read(file)) }
    puts @report.table
    @ratios.each { |floor, ratios| puts summary(Report::FLOORS[floor], ratios) }
    puts "written to #{@report.write("benchmark/results")}"
  end

  private

  def row(name, source)
    sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20)
    # Definitions of a kernel are made anew each time, as in the sandbox.
    iseq = RubyVM::InstructionSequence.compile(source)
    runs = [-> { sandbox.eval(source) }, -> { quietly { iseq.eval } }]
    compare(name, *runs.map(&:call))
    warmed = Process.clock_gettime(Process::CLOCK_MONOTONIC) + WARM_UP
    runs.each(&:call) until Process.clock_gettime(Process::CLOCK_MONOTONIC) > warmed
    ours, cruby = Array.new(ROUNDS) { runs.map { |run| Clock.processor_time(&run) } }.transpose.map(&:min)
    add(name, ours, { cruby:, native: native(source) }.compact)
  end

  def add(name, ours, floors)
    @report.add(name, ours, **floors)
    floors.each { |floor, time| @ratios[floor][name] = ours / time }
  end

  # Nil for a kernel of what native mruby has not.
  def native(source)
    @native.least(source, runs: ROUNDS)
  rescue NativeMruby::Failed
    nil
  end

  # With the constants gone, and without warnings.
  def quietly
    verbose = $VERBOSE
    $VERBOSE = nil
    CONSTANTS.each { |name| Object.send(:remove_const, name) if Object.const_defined?(name) }
    yield
  ensure
    $VERBOSE = verbose
  end

  def compare(name, ours, cruby)
    raise "#{name} gives #{ours.inspect}, CRuby #{cruby.inspect}" unless ours == cruby
  end

  def summary(floor, ratios)
    mean = Math.exp(ratios.values.sum { |ratio| Math.log(ratio) } / ratios.size)
    worst = ratios.max_by(4, &:last).map { |name, ratio| format("%s %.1f", name, ratio) }
    format("%d kernels, geometric mean: %.2f × %s; worst: %s", ratios.size, mean, floor, worst.join(", "))
  end
end

Kernels.new(ARGV).run if $PROGRAM_NAME == __FILE__
