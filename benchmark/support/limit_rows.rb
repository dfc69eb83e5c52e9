# frozen_string_literal: true

require_relative "clock"

# How late a limit on time stops what does not end by itself.
class LimitRows
  TIMEOUT = 0.05
  SCRIPTS = { "loop {}" => 0.005, "a = 7**20_000; loop { a * a }" => 0.005 }.freeze

  def initialize(report)
    @report = report
  end

  def add
    SCRIPTS.each do |script, target|
      sandbox = Kobako::Sandbox.new(timeout: TIMEOUT, memory_limit: 64 << 20)
      late = Array.new(11) { Clock.sample(1) { stop(sandbox, script) } - TIMEOUT }
      @report.add("#{script} past a timeout of 50 ms", Clock.median_of(late), target:)
    end
  end

  private

  def stop(sandbox, script)
    sandbox.eval(script)
  rescue Kobako::TimeoutError
    nil
  end
end
