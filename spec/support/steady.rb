# frozen_string_literal: true

require "open3"
require "rbconfig"

# Runs the specs again and again beside processes that keep the processors busy, and tells of each run how long it took
# and what failed.
class Steady
  BUSY = 4
  RUN = [RbConfig.ruby, File.expand_path("../run.rb", __dir__)].freeze

  def initialize(runs)
    @runs = runs
  end

  # @return [Boolean] whether no run failed
  def run
    busy = Array.new(BUSY) { Process.spawn(RbConfig.ruby, "--disable-gems", "-e", "loop {}") }
    failed = (1..@runs).count { |number| !pass?(number) }
    puts "#{@runs} runs beside #{BUSY} busy processes, #{failed} failed"
    failed.zero?
  ensure
    busy&.each { |pid| Process.kill(:KILL, pid) && Process.wait(pid) }
  end

  private

  def pass?(number)
    started = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    output, status = Open3.capture2e(*RUN)
    seconds = Process.clock_gettime(Process::CLOCK_MONOTONIC) - started
    puts format("run %<number>d: %<seconds>.1f s, %<end>s", number:, seconds:, end: output.lines.last&.chomp)
    puts output unless status.success?
    $stdout.flush
    status.success?
  end
end

exit Steady.new(Integer(ARGV.fetch(0))).run if $PROGRAM_NAME == __FILE__
