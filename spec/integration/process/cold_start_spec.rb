# frozen_string_literal: true

require "timeout"
require "support/examples/cold_starts"

RSpec.describe "Processes that start with an empty cache at once" do
  include_context "with an empty cache"

  it "compile once, one for all" do
    File.open(@cache) do |turn|
      turn.flock(File::LOCK_EX)
      waiting = Array.new(8) { start }
      sleep 0.3
      expect(Dir.children(@cache)).to eq([])
      turn.flock(File::LOCK_UN)
      expect(waiting.map(&:value).tally).to eq("compiled" => 1, "mapped" => 7)
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
    waiting = start
    Process.kill(:KILL, holder)
    waited = elapsed { expect(waiting.value).to eq("compiled") }
    expect(waited).to be < 9
  ensure
    Process.wait(holder)
  end

  it "end the wait for an interrupt, and can start later" do
    File.open(@cache) do |turn|
      turn.flock(File::LOCK_EX)
      interrupted = start do
        Timeout.timeout(0.2) { Kobako::Sandbox.new(wasm_path: @wasm) }
        raise "not interrupted"
      rescue Timeout::Error
        turn.flock(File::LOCK_UN)
      end
      expect(interrupted.value).to eq("compiled")
    end
  end
end
