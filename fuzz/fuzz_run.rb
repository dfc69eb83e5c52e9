# frozen_string_literal: true

require "English"
require "io/wait"
require_relative "../spec/support/memory_use"

# Runs numbered cases in a child process until the time is up, and reports those that kill or hang it or that
# the block finds something wrong with.
#
#   FuzzRun.main("programs") { |number| "what is wrong with case number, or nil" }
#
# `ruby -Ilib fuzz/programs.rb SECONDS [SEED]` runs cases, `… case NUMBER` runs one of them in this process.
class FuzzRun
  include MemoryUse

  # Seconds without a new case after which a worker counts as hung; no case may take half of it.
  HANG = 300
  # After these many findings the run ends.
  ENOUGH = 10
  # Bytes by which a worker may grow once it is warm.
  GROWTH = 48 << 20
  WARM = 300

  # @param name [String] for the report
  # @param warm_up [Proc, nil] called in the worker before its first case
  # @param summary [Proc, nil] gives what the worker did, at its end
  # @yieldparam number [Integer] the case, from which all that is random follows
  # @yieldreturn [String, nil] what is wrong
  def self.main(name, warm_up = nil, summary = nil, &)
    if ARGV.first == "case"
      warm_up&.call
      puts(yield(Integer(ARGV.fetch(1))) || "nothing is wrong")
    else
      run = new(name, Float(ARGV.fetch(0, "10")), Integer(ARGV.fetch(1) { Random.new_seed & 0xffffffffffff }), warm_up,
                summary)
      run.call(&)
      exit(run.clean?)
    end
  end

  def initialize(name, seconds, seed, warm_up, summary)
    @name = name
    @seconds = seconds
    @seed = @next = seed
    @warm_up = warm_up
    @summary = summary
    @findings = []
  end

  def call(&)
    puts "#{@name}: seed #{@seed}"
    @end = now + @seconds
    watch(&) while now < @end && @findings.size < ENOUGH
    puts "#{@name}: #{@next - @seed} cases in #{@seconds.round} s, #{@findings.size} findings"
    @findings.each { |number, text| puts "#{@name}: case #{number}: #{text}" }
  end

  def clean? = @findings.empty?

  private

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  def watch(&)
    reader, writer = IO.pipe
    pid = fork do
      reader.close
      work(writer, &)
      exit!(0)
    end
    writer.close
    follow(reader, pid)
  ensure
    reader.close
  end

  def follow(reader, pid)
    current = @next
    loop do
      return hang(pid, current) unless reader.wait_readable(HANG)
      break if reader.eof?

      kind, current, text = Marshal.load(reader) # rubocop:disable Security/MarshalLoad
      @findings << [current, text] if kind == :found
      puts "#{@name}: #{text}" if kind == :done
      @next = current + 1
    end
    Process.wait(pid)
    @findings << [current, "the process died: #{$CHILD_STATUS}"] unless $CHILD_STATUS.success?
  end

  def hang(pid, number)
    Process.kill(:KILL, pid)
    Process.wait(pid)
    @findings << [number, "it took longer than #{HANG} s"]
  end

  def work(writer)
    report = ->(*record) { writer.write(Marshal.dump(record)) }
    @warm_up&.call
    start = nil
    first = @next
    while now < @end || @next == first
      report[:case, @next]
      text = yield(@next)
      report[:found, @next, text] if text
      @next += 1
      start = resident if @next - first == WARM
    end
    report[:done, @next - 1, @summary.call] if @summary
    growth = start ? resident - start : 0
    report[:found, @next - 1, "the process grew by #{growth >> 20} MiB in #{@next - first} cases"] if growth > GROWTH
  rescue Exception => e # rubocop:disable Lint/RescueException
    report[:found, @next, "#{e.class}: #{e.message}\n#{e.backtrace.first(10).join("\n")}"]
  end
end
