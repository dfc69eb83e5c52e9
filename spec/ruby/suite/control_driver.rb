# frozen_string_literal: true

# rubocop:disable Security/Eval, Style/GlobalVars

# Runs spec files on the CRuby of the control, each in a process that is forked for it. `job` comes from Control.
require "io/wait"

SECONDS = 60

def run_spec(job, plan)
  $stdin.reopen(File::NULL)
  $stderr.reopen(File::NULL)
  $stdout.sync = true
  $spec_root = job["root"]
  eval(job["harness"], TOPLEVEL_BINDING, "harness.rb", 1)
  [*plan["files"], plan["spec"]].each { |path, text| eval(text, TOPLEVEL_BINDING, path, 1) }
  $spec_out.flush
end

def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

def output_of(job, plan)
  reader, writer = IO.pipe
  pid = fork do
    Process.setpgrp
    reader.close
    $stdout.reopen(writer)
    run_spec(job, plan)
  ensure
    exit!(0)
  end
  writer.close
  read(reader)
ensure
  reader.close
  finish(pid)
end

def read(reader)
  text = +"".b
  stop = now + SECONDS
  text << reader.readpartial(1 << 16) while reader.wait_readable([stop - now, 0].max)
  text
rescue EOFError
  text
end

# Ends what the spec file started, too.
def finish(pid)
  Process.kill(:KILL, -pid)
rescue Errno::ESRCH, Errno::EPERM
  nil
ensure
  Process.wait(pid)
end

Encoding.default_external = Encoding::UTF_8
outputs = Array.new(job["plans"].size)
waiting = job["plans"].each_index.to_a
Array.new(2) do
  Thread.new do
    while (i = waiting.shift)
      outputs[i] = output_of(job, job["plans"][i])
    end
  end
end.each(&:join)
$stdout.binmode.write(Marshal.dump([RUBY_VERSION, outputs]))
# rubocop:enable Security/Eval, Style/GlobalVars
