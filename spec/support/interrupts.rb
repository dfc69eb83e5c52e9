# frozen_string_literal: true

require "English"
require "timeout"
require "support/hostile_module"
require "support/processes"

# Interrupts of each kind, at a moment, and what is to hold after them. The groups have a `sandbox` whose guest can call
# services to be interrupted in.
module Interrupts
  include Processes

  KINDS = ["Timeout.timeout", "Thread#raise", "Thread#kill", "SIGINT"].freeze
  HELD = Class.new { def held = 1 }

  def self.included(group)
    group.include(HostileModule)
    group.class_eval do
      # Seconds: ten times what Ruby itself needs to interrupt Ruby code by Timeout.timeout.
      let(:late) { allowed(2) }
      let!(:slots) { Kobako::Runtime.slots_in_use }

      let(:sandbox) do
        Kobako::Sandbox.new(timeout: 600, memory_limit: 64 << 20).tap do |sandbox|
          sandbox.define(:Host).bind(:Sleep, -> { (@given = true) && sleep })
          sandbox.define(:Host).bind(:Spin, method(:spin))
          sandbox.define(:Host).bind(:Weigh, ->(&block) { loop { block.call.size } })
          sandbox.define(:Host).bind(:Give, ->(number, &block) { (@given = true) && give(number, &block) })
        end
      end

      # What a job runner raises to stop its threads is no StandardError.
      let(:stop) { Class.new(Interrupt).new("stop") }
    end
  end

  # How each kind is caused, and what it ends in.
  def interrupts
    {
      "Timeout.timeout" => [method(:timed_out), an_instance_of(Timeout::Error)],
      "Thread#raise" => [->(&code) { raised_in(stop, &code) }, equal(stop)],
      "Thread#kill" => [method(:killed), be_nil],
      "SIGINT" => [method(:signalled), an_instance_of(Interrupt)]
    }
  end

  # Seconds after which the interrupt comes.
  def delay = @delay || 0.03

  # Returns when the interrupt is to come: once the guest called a service, if it does.
  def wait_for_moment
    wait_until { @given } if @calls
    sleep(delay)
  end

  # A thread that has begun with the block.
  def started
    begun = Queue.new
    thread = Thread.new { (begun << true) && yield }
    begun.pop
    thread
  end

  # Calls the block in a thread, interrupts it there, and gives what came of it and how late.
  def raised_in(error, &)
    thread = started(&)
    thread.report_on_exception = false
    wait_for_moment
    ended = nil
    late = elapsed do
      thread.raise(error)
      thread.join
    rescue Exception => e # rubocop:disable Lint/RescueException
      ended = e
    end
    [ended, late]
  end

  def killed
    ended = :not_run
    thread = started do
      yield
    ensure
      ended = $ERROR_INFO
    end
    wait_for_moment
    late = elapsed { thread.kill.join }
    [ended, late]
  end

  # The time begins with the call. Where it was too short for the guest to come to its service, it is doubled.
  def timed_out(seconds = delay, &)
    started = now
    Timeout.timeout(seconds, &)
  rescue Timeout::Error => e
    @calls && !@given ? timed_out(seconds * 2, &) : [e, now - started - seconds]
  end

  # SIGINT reaches the main thread only, which is this one.
  def signalled
    kept = trap("INT", "DEFAULT")
    at = nil
    sender = Thread.new do
      wait_for_moment
      at = now
      Process.kill(:INT, Process.pid)
    end
    begin
      yield
    rescue Interrupt => e
      [e, now - at]
    ensure
      sender.kill.join
    end
  ensure
    trap("INT", kept)
  end

  # Sees to it that `code` ends by the interrupt `kind`, soon, and that nothing of the invocation is left.
  def expect_interrupted(kind, sandbox, &)
    interrupt, expected = interrupts.fetch(kind)
    lateness = Array.new(3) do
      @given = false
      ended, seconds = interrupt.call(&)
      expect(ended).to expected
      expect(sandbox.usage.wall_time).to be > 0
      expect(Kobako::Runtime.slots_in_use).to eq(slots)
      seconds
    end

    expect(lateness.min).to be < late
  end

  def spin = loop { 1 }
  def give(number) = number.zero? ? Array.new(50) { HELD.new } : yield
end
