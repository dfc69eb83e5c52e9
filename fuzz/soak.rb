# frozen_string_literal: true

require "English"
require "io/wait"
require "tmpdir"
require_relative "soak_worker"
require_relative "../spec/support/hostile_module"

# Mixes everything that a host may do to its sandboxes, over several processes and threads, and checks each
# result. Prints what it did; fails when a process crashes, hangs, grows, or a result is wrong.
#
#   ruby -Ilib fuzz/soak.rb MINUTES [SEED]
class Soak
  PROCESSES = 3
  # Bytes by which a process may grow between its first report after the warm-up and its end.
  GROWTH = 96 << 20
  SILENCE = 900

  Worker = Struct.new(:pid, :reader, :latest, :start, :begun)

  def initialize(minutes, seed)
    @seconds = minutes * 60
    @seed = seed
    @workers = []
    @tally = Hash.new(0)
    @problems = []
    @resident = { start: 0, end: 0 }
  end

  # @return [Boolean] whether nothing was wrong
  def call
    puts "soak: #{(@seconds / 60.0).round(1)} minutes, #{PROCESSES} processes of 4 threads, seed #{@seed}"
    Dir.mktmpdir do |folder|
      ENV["KOBAKO_CACHE_DIR"] = File.join(folder, "cache")
      prepare(folder)
      @begun = now
      @end = @begun + @seconds
      PROCESSES.times { start }
      watch until @workers.empty?
    end
    print_figures
    @problems.empty?
  end

  private

  def now = Process.clock_gettime(Process::CLOCK_MONOTONIC)

  PACKED = HostileModule.method(:packed)
  HOSTILE = {
    unreachable: { eval: "unreachable" },
    exit: { imports: '(import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))',
            eval: "(call $proc_exit (i32.const 3))" },
    outside: { take_outcome: PACKED[-8, 64] },
    tag: { take_outcome: PACKED[0, 25] },
    grown: { eval: "(drop (memory.grow (i32.const 100)))" },
    undecodable: { take_outcome: PACKED[256, 6], fields: '(data (i32.const 256) "\01\dd\ff\ff\ff\ff")' },
    deep: { take_outcome: PACKED[256, 300], fields: "(data (i32.const 256) \"\\01#{'\91' * 400}\")" }
  }.freeze

  def prepare(folder)
    @bytecode = File.binread(File.expand_path("../spec/fixtures/double.mrb", __dir__))
    @modules = HOSTILE.to_h do |kind, parts|
      path = File.join(folder, "#{kind}.wasm")
      File.binwrite(path, HostileModule.assemble(HostileModule.wat(**parts)))
      [kind, path]
    end
  end

  def start
    reader, writer = IO.pipe
    seed = @seed + (@tally[:processes] * 1000)
    @tally[:processes] += 1
    pid = fork do
      reader.close
      SoakWorker.new(writer, seed, @modules, @bytecode).call(@end)
      exit!(0)
    end
    writer.close
    @workers << Worker.new(pid, reader, nil, nil, now)
  end

  def watch
    ready = IO.select(@workers.map(&:reader), nil, nil, SILENCE)
    return silent unless ready

    ready.first.each { |reader| read(@workers.find { |worker| worker.reader == reader }) }
    kill_one if now.between?(@next_kill ||= @begun + pause, @end - pause)
  end

  def read(worker)
    return ended(worker) if worker.reader.eof?

    worker.latest = Marshal.load(worker.reader) # rubocop:disable Security/MarshalLoad
    worker.start ||= worker.latest[:resident] if now - worker.begun > [@seconds * 0.2, 60].min
    return unless worker.latest[:hang]

    Process.kill(:KILL, worker.pid)
  end

  # Seconds between two kills.
  def pause = (@seconds / 6.0).clamp(3, 20)

  # Kills a process in the middle of its work, and starts another.
  def kill_one
    @next_kill = now + pause
    worker = @workers.first
    Process.kill(:KILL, worker.pid)
    ended(worker, killed: true)
    @tally[:process_kill] += 1
    start
  end

  def ended(worker, killed: false)
    Process.wait(worker.pid)
    @workers.delete(worker)
    latest = worker.latest || {}
    (latest[:tally] || {}).each { |kind, count| @tally[kind] += count }
    @problems.concat(latest[:wrong] || [])
    return if killed

    @problems << "a process hangs: #{latest[:hang]}" if latest[:hang]
    @problems << "a process ended with #{$CHILD_STATUS}" unless $CHILD_STATUS.success? || latest[:hang]
    measure(worker) if latest[:last]
  end

  def measure(worker)
    start = worker.start || worker.latest[:resident]
    @resident[:start] += start
    @resident[:end] += worker.latest[:resident]
    growth = worker.latest[:resident] - start
    @problems << "a process grew by #{growth >> 20} MiB" if growth > GROWTH
  end

  def silent
    @workers.dup.each do |worker|
      Process.kill(:KILL, worker.pid)
      ended(worker, killed: true)
    end
    @problems << "the processes said nothing for #{SILENCE} s"
  end

  def print_figures
    invocations = @tally.delete(:invocations).to_i
    processes = @tally.delete(:processes)
    puts "invocations        #{invocations} (#{(invocations / @seconds).round}/s) in #{processes} processes"
    puts "faults injected    #{@tally.values.sum}"
    @tally.sort.each { |kind, count| puts format("  %-22s %d", kind, count) }
    puts "RSS                #{@resident[:start] >> 20} MiB at start, #{@resident[:end] >> 20} MiB at end"
    puts "crashes, hangs and wrong results: #{@problems.size}"
    @problems.first(10).each { |problem| puts problem }
  end
end

if $PROGRAM_NAME == __FILE__
  $stdout.sync = true
  exit(Soak.new(Float(ARGV.fetch(0, "1")), Integer(ARGV.fetch(1) { Random.new_seed & 0xffffffff })).call)
end
