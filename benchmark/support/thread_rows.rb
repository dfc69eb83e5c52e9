# frozen_string_literal: true

require_relative "clock"

# What two threads do in the time of one: 2 is twice as much.
class ThreadRows
  ROUNDS = 7
  SCRIPTS = {
    "two threads that compute, of one" => ["n = 0; 2_000_000.times { |i| n ^= i }; n", 1.9],
    "two threads that call services, of one" => ["i = 0; while i < 20_000; i = Host::Next.call(i); end; i", 0.95]
  }.freeze

  def initialize(report)
    @report = report
  end

  def add
    SCRIPTS.each do |title, (script, target)|
      boxes = Array.new(2) { sandbox }
      boxes.each { |box| box.eval(script) }
      @report.add(title, Clock.median_of(Array.new(ROUNDS) { ratio(boxes, script) }), unit: :times, target:)
    end
  end

  private

  def sandbox = Kobako::Sandbox.new.tap { |box| box.define(:Host).bind(:Next, ->(number) { number + 1 }) }

  def ratio(boxes, script)
    one = Clock.sample(2) { boxes.first.eval(script) }
    one / Clock.sample(1) { boxes.map { |box| Thread.new { box.eval(script) } }.each(&:join) }
  end
end
