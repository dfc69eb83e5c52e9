# frozen_string_literal: true

require "open3"
require "rbconfig"

# Clocks, children and other threads, for specs of what a sandbox does to the process around it.
module Processes
  LIB = File.expand_path("../../lib", __dir__)
  MEMORY_USE = File.expand_path("memory_use", __dir__)

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  def elapsed
    started = now
    yield
    now - started
  end

  # @return [Object] what the block gives in a forked child, by way of Marshal; an exception there as a String
  def in_child
    reader, writer = IO.pipe
    pid = fork do
      reader.close
      writer << Marshal.dump(yield)
    rescue Exception => e # rubocop:disable Lint/RescueException
      writer << Marshal.dump("#{e.class}: #{e.message}")
    ensure
      writer.close
      exit!
    end
    writer.close
    Marshal.load(reader.read) # rubocop:disable Security/MarshalLoad
  ensure
    reader.close
    Process.wait(pid)
  end

  # @return [String] what a Ruby process of its own prints for `script`, which has `resident` of MemoryUse; errors
  #   included, with its end if that was a failure
  def in_process(script, env = {}, **options)
    printed, status = Open3.capture2e(env, RbConfig.ruby, "-I#{LIB}", "-rkobako", "-r#{MEMORY_USE}", "-e",
                                      "include MemoryUse\n#{script}", **options)
    status.success? ? printed : "#{printed}#{status}"
  end

  # @return [String] "mapped" if this process uses compiled code from a file below `folder`, else "compiled"
  def code_from(folder)
    files = File.binread("/proc/self/maps").lines.grep(/\.cwasm$/n)
    files.any? { |line| line.include?(folder.b) } ? "mapped" : "compiled"
  end

  # Runs the block while another thread is in `code`; gives that thread's result.
  def meanwhile(sandbox, code)
    thread = Thread.new { sandbox.eval(code) }
    thread.report_on_exception = false
    sleep(0.02)
    yield thread
    thread.value
  end
end
