# frozen_string_literal: true

require "fileutils"
require "timeout"
require "tmpdir"
require "support/hostile_module"
require "support/processes"

RSpec.describe "Processes that start with an empty cache at once" do
  include Processes

  around do |example|
    Dir.mktmpdir do |folder|
      File.binwrite(@wasm = File.join(folder, "guest.wasm"), HostileModule.assemble(HostileModule.wat))
      Dir.mkdir(@cache = File.join(folder, "cache"), 0o700)
      example.run
    end
  end

  it "compile once, one for all" do
    File.open(@cache) do |turn|
      turn.flock(File::LOCK_EX)
      waiting = Array.new(8) { begin_start }
      sleep 0.3
      expect(Dir.children(@cache)).to eq([])
      turn.flock(File::LOCK_UN)
      results = waiting.map { |start| result_of(start) }
      expect(results.tally).to eq("compiled" => 1, "mapped" => 7)
    end
  end

  it "compile all the same where one keeps the others waiting for ten seconds", :long do
    File.open(@cache) do |turn|
      turn.flock(File::LOCK_EX)
      waited = elapsed { expect(result_of(begin_start)).to eq("compiled") }
      expect(waited).to be_between(10, 100)
    end
  end

  it "wait no longer for one that was killed" do
    reader, writer = IO.pipe
    holder = fork do
      File.open(@cache).flock(File::LOCK_EX)
      writer.close
      sleep
    end
    writer.close
    reader.read
    waiting = begin_start
    Process.kill(:KILL, holder)
    waited = elapsed { expect(result_of(waiting)).to eq("compiled") }
    expect(waited).to be < 9
  ensure
    Process.wait(holder)
  end

  it "end the wait for an interrupt, and can start later" do
    File.open(@cache) do |turn|
      turn.flock(File::LOCK_EX)
      start = begin_start do
        Timeout.timeout(0.2) { Kobako::Sandbox.new(wasm_path: @wasm) }
        raise "not interrupted"
      rescue Timeout::Error
        turn.flock(File::LOCK_UN)
      end
      expect(result_of(start)).to eq("compiled")
    end
  end

  # A new process that makes a sandbox, after `prepare`.
  def begin_start(&prepare)
    reader, writer = IO.pipe
    pid = fork do
      reader.close
      ENV["KOBAKO_CACHE_DIR"] = @cache
      prepare&.call
      Kobako::Sandbox.new(wasm_path: @wasm)
      writer << code_from(@cache)
    rescue Exception => e # rubocop:disable Lint/RescueException
      writer << "#{e.class}: #{e.message}"
    ensure
      writer.close
      exit!
    end
    writer.close
    [pid, reader]
  end

  # "compiled", or "mapped" if the process uses a file of compiled code.
  def result_of((pid, reader))
    reader.read
  ensure
    reader.close
    Process.wait(pid)
  end
end
