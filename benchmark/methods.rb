# frozen_string_literal: true

# Times calls of core and library methods in a sandbox and in CRuby, and prints those that take the sandbox longest in
# terms of CRuby's time. A file in benchmark/methods is a setup, an empty line and one call a line. It measures; it
# never fails because of a time.
#
#   ruby benchmark/methods.rb [--all] [NAME …]

# What a script does once is interpreted.
ENV["KOBAKO_TIER"] = "off"
$LOAD_PATH.unshift File.expand_path("../lib", __dir__)
require "kobako"
require_relative "support/clock"

# Nanoseconds a call: the least of some loops, less that of an empty one.
class Methods
  # Calls in one turn of a loop.
  CALLS = 10
  ROUNDS = 5
  # Seconds that a loop takes at least.
  LONG_ENOUGH = 0.002
  # Times of CRuby's from which a call is listed.
  SLOW = 6
  CONSTANTS = %i[Spot Point Named].freeze
  Row = Struct.new(:file, :call, :ours, :cruby) do
    def ratio = ours / cruby
    def to_s = format("%6.1f  %10.0f %10.0f  %-16s %s", ratio, ours, cruby, file, call)
  end

  def initialize(names, all:)
    @files = Dir["#{__dir__}/methods/*.rb"]
    @files.select! { |file| names.include?(File.basename(file, ".rb")) } if names.any?
    @all = all
    @sandbox = Kobako::Sandbox.new(memory_limit: 256 << 20, timeout: 60)
    @hosts = { ours: method(:in_sandbox), cruby: method(:in_cruby) }
  end

  def run
    rows = @files.flat_map { |file| rows(file) }
    slow = rows.select { |row| row.ratio > SLOW }
    puts "     ×   ns kobako   ns CRuby"
    puts((@all ? rows : slow).sort_by { |row| -row.ratio })
    mean = Math.exp(rows.sum { |row| Math.log(row.ratio) } / rows.size)
    puts format("%d calls, geometric mean: %.2f × CRuby; over %d ×: %d", rows.size, mean, SLOW, slow.size)
  end

  private

  def rows(file)
    setup, calls = File.read(file).split("\n\n", 2)
    empty = @hosts.transform_values { |host| nanoseconds(host, setup, "nil") }
    calls.lines(chomp: true).map do |call|
      # What costs less than can be told is a nanosecond.
      taken = @hosts.to_h { |name, host| [name, [nanoseconds(host, setup, call) - empty[name], 1.0].max] }
      Row.new(File.basename(file, ".rb"), call, *taken.values_at(:ours, :cruby)).tap { |row| warn row }
    end
  end

  def nanoseconds(host, setup, call)
    turns = 1
    loop do
      code = loop_of(setup, call, turns)
      none = loop_of(setup, call, 0)
      taken, start = [code, none].map { |text| Array.new(ROUNDS) { host.call(text) }.min }
      return (taken - start) * 1e9 / turns / CALLS if taken - start > LONG_ENOUGH

      turns *= taken - start > LONG_ENOUGH / 16 ? 4 : 16
    end
  end

  def loop_of(setup, call, turns)
    "#{setup}\n_turn = 0\nwhile _turn < #{turns}\n#{"#{call}\n" * CALLS}_turn += 1\nend\nnil"
  end

  def in_sandbox(code) = Clock.processor_time { @sandbox.eval(code) }

  def in_cruby(code)
    CONSTANTS.each { |name| Object.send(:remove_const, name) if Object.const_defined?(name) }
    compiled = RubyVM::InstructionSequence.compile(code)
    Clock.processor_time { compiled.eval }
  end
end

$VERBOSE = nil
Methods.new(ARGV - ["--all"], all: ARGV.include?("--all")).run if $PROGRAM_NAME == __FILE__
