# frozen_string_literal: true

require_relative "soak_scenarios"

# One process of a soak: threads that run scenarios until the time is up, and a watch over them.
class SoakWorker
  # Seconds that one step may take on a machine under load.
  HANG = 600
  MAX_WRONG = 5

  # @param writer [IO] takes a record a second
  def initialize(writer, seed, modules, bytecode)
    @writer = writer
    @threads = Array.new(4) { |index| SoakScenarios.new(Random.new(seed + index), modules, bytecode) }
    @beats = Array.new(@threads.size) { now }
    @doing = {}
    @wrong = []
  end

  # @param deadline [Float] on the monotonic clock
  def call(deadline)
    threads = @threads.each_index.map { |index| Thread.new { work(index, deadline) } }
    report(threads) until threads.each { |thread| thread.join(0.25) }.none?(&:alive?) || hung?
    settle unless hung?
    report(threads, last: true)
  end

  private

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  def work(index, deadline)
    scenarios = @threads[index]
    while now < deadline && @wrong.size < MAX_WRONG
      @beats[index] = now
      step(scenarios)
    end
    @beats[index] = Float::INFINITY
  end

  def step(scenarios)
    scenarios.step
  rescue Exception => e # rubocop:disable Lint/RescueException
    @wrong << e.full_message(highlight: false)
  end

  def hung? = @beats.any? { |beat| now - beat > HANG }

  # All that was dropped is freed, so that what is left is leaked.
  def settle
    @threads.each { |scenarios| scenarios.instance_variable_get(:@kept).clear }
    4.times { GC.start }
    slots = Kobako::Runtime.slots_in_use
    @wrong << "#{slots} guests are alive after the end" if slots.to_i > @threads.size * 2
  end

  def report(threads, last: false)
    GC.start if last
    hang = hung? && "a step takes longer than #{HANG} s:\n#{threads.map do |thread|
                                                              thread.backtrace.inspect
                                                            end.join("\n")}"
    tally = @threads.map { |scenarios| scenarios.tally.dup }.inject { |a, b| a.merge(b) { |_, x, y| x + y } }
    @writer.write(Marshal.dump({ tally:, wrong: @wrong.dup, hang: hang || nil, resident:, last: }))
  end

  def resident = File.read("/proc/self/status")[/^RssAnon:\s+(\d+) kB/, 1].to_i * 1024
end
