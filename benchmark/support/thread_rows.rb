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
    @report.add("processor time of 8 threads that call services, of in sequence", processor_time_ratio,
                unit: :times, target: 1.1)
    waiting
  end

  private

  # One sandbox, whose service waits 10 ms.
  def waiting
    box = Kobako::Sandbox.new.tap { |sandbox| sandbox.bind("Host", -> { sleep(0.01) }) }
    one = Clock.median(11) { box.eval("Host.call; 1") }
    @report.add("a service of 10 ms", one)
    @report.add("8 threads in one sandbox with that service",
                Clock.median(11) { Array.new(8) { Thread.new { box.eval("Host.call; 1") } }.each(&:join) },
                target: one * 1.3)
  end

  # The least of some runs, for the caches.
  def processor_time_ratio
    boxes = Array.new(8) { sandbox }
    code = "n = 0; 5_000.times { n = Host::Next.call(n) }; n"
    in_sequence, in_threads = Array.new(5) do
      [processor_time { boxes.each { |box| box.eval(code) } },
       processor_time { boxes.map { |box| Thread.new { box.eval(code) } }.each(&:join) }]
    end.transpose.map(&:min)
    in_threads / in_sequence
  end

  def processor_time
    before = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    yield
    Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - before
  end

  def sandbox = Kobako::Sandbox.new.tap { |box| box.define(:Host).bind(:Next, ->(number) { number + 1 }) }

  def ratio(boxes, script)
    one = Clock.sample(2) { boxes.first.eval(script) }
    one / Clock.sample(1) { boxes.map { |box| Thread.new { box.eval(script) } }.each(&:join) }
  end
end
