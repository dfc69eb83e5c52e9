# frozen_string_literal: true

require "open3"
require "rbconfig"
require_relative "unhurried"

# Clocks, children and other threads, for specs of what a sandbox does to the process around it.
module Processes
  include Unhurried

  LIB = File.expand_path("../../lib", __dir__)
  # Where this process keeps compiled code; examples set another place for a while.
  CACHE = ENV.fetch("KOBAKO_CACHE_DIR", nil)
  MEMORY_USE = File.expand_path("memory_use", __dir__)

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  def elapsed
    started = now
    yield
    now - started
  end

  # What the processor does in REFERENCE seconds where the bounds of specs on its time were measured.
  REFERENCE_WORK = -> { 150_000.times { |number| number ^ 1 } }
  REFERENCE = 0.006

  # @return [Float] `seconds` of a processor, and as many times more as this one is slower at present
  def allowed(seconds)
    taken = Array.new(3) { spent(&REFERENCE_WORK) }.min
    seconds * [taken / REFERENCE, 1].max
  end

  # The least of several measures, as what else the machine does only adds to one. It measures no more once one is
  # below the bound.
  def least(below:, tries: 20)
    measures = []
    tries.times { break if (measures << yield).last < below }
    measures.min
  end

  # @return [Float] seconds of a processor that this thread has used in the block; other processes hardly change them
  def spent
    started = Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID)
    yield
    Process.clock_gettime(Process::CLOCK_THREAD_CPUTIME_ID) - started
  end

  # @return [Float] seconds of a processor that the children have used that were waited for in the block
  def spent_by_children
    started = Process.times
    yield
    ended = Process.times
    ended.cutime + ended.cstime - started.cutime - started.cstime
  end

  # A forked child that runs the block.
  class Child
    attr_reader :pid

    def initialize
      @reader, writer = IO.pipe
      @pid = fork do
        @reader.close
        writer << Marshal.dump(yield)
      rescue Exception => e # rubocop:disable Lint/RescueException
        writer << Marshal.dump("#{e.class}: #{e.message}")
      ensure
        writer.close
        exit!
      end
      writer.close
    end

    # Waits for its end.
    #
    # @return [Object] what the block gave, by way of Marshal; an exception there as a String
    def value
      Marshal.load(@reader.read) # rubocop:disable Security/MarshalLoad
    ensure
      @reader.close
      Process.wait(pid)
    end
  end

  # @return [Object] as {Child#value}
  def in_child(&) = Child.new(&).value

  # @return [String] what a Ruby process of its own prints for `script`, which has `resident` of MemoryUse; errors
  #   included, with its end if that was a failure. It finds the gem's guest compiled.
  def in_process(script, env = {}, **options)
    env = { "KOBAKO_CACHE_DIR" => CACHE }.merge(env)
    printed, status = Open3.capture2e(env, RbConfig.ruby, "-I#{LIB}", "-rkobako", "-r#{MEMORY_USE}", "-e",
                                      "include MemoryUse\n#{script}", **options)
    status.success? ? printed : "#{printed}#{status}"
  end

  # Runs the block while another thread is in `code`; gives that thread's result.
  def meanwhile(sandbox, code)
    thread = running { sandbox.eval(code) }
    yield thread
    thread.value
  end

  # @return [Thread] that runs the block, which makes an invocation and is in it
  def running(&)
    before = Kobako::Runtime.slots_in_use
    thread = Thread.new(&)
    thread.report_on_exception = false
    wait_until { Kobako::Runtime.slots_in_use > before || !thread.alive? }
    thread
  end

  # Returns once the block gives true; raises when it did not for ten minutes.
  def wait_until(pause = 0.001)
    give_up = now + 600
    until yield
      raise "waited for ten minutes" if now > give_up

      sleep(pause)
    end
  end
end
