# frozen_string_literal: true

# Runs ten classic programs in a sandbox, in native mruby and in CRuby by turns, and prints the best time of each
# and the ratios. It measures; it never fails because of a time.

$LOAD_PATH.unshift File.expand_path("../lib", __dir__)
require "kobako"
require_relative "support/clock"
require_relative "support/native_mruby"
require_relative "support/report"

# One row for each program; a program that gives another value in the sandbox than in CRuby stops the run.
class Programs
  ROUNDS = 15

  def initialize
    @report = Report.new
    @native = NativeMruby.new
    @ratios = { native: [], cruby: [] }
  end

  def run
    Dir["#{__dir__}/programs/*.rb"].each { |file| row(File.basename(file, ".rb").tr("_", " "), File.read(file)) }
    puts @report.table
    @ratios.each { |floor, ratios| puts "geometric mean: #{format("%.2f", mean(ratios))} × #{Report::FLOORS[floor]}" }
    puts "written to #{@report.write("benchmark/results")}"
  end

  private

  def row(title, source)
    sandbox = Kobako::Sandbox.new(memory_limit: 64 << 20)
    compare(title, sandbox.eval(source), cruby(source))
    times = Array.new(ROUNDS) do
      [Clock.sample(1) { sandbox.eval(source) }, @native.median(source, runs: 1), Clock.sample(1) { cruby(source) }]
    end
    ours, native, cruby = times.transpose.map(&:min)
    @report.add(title, ours, native:, cruby:)
    @ratios[:native] << (ours / native)
    @ratios[:cruby] << (ours / cruby)
  end

  def compare(title, ours, cruby)
    raise "#{title} gives #{ours.inspect}, CRuby #{cruby.inspect}" unless ours == cruby
  end

  # Methods and classes of a program end with it.
  def cruby(source) = Object.new.instance_eval(source)

  def mean(ratios) = Math.exp(ratios.sum { |ratio| Math.log(ratio) } / ratios.size)
end

Programs.new.run if $PROGRAM_NAME == __FILE__
