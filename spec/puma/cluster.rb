# frozen_string_literal: true

require "open3"
require "rbconfig"
require_relative "../../examples/puma/load"
require_relative "../../examples/puma/server"

# Not among the specs that `rspec` finds, as it needs Puma: rake test:puma installs it and runs this.
RSpec.describe "A Puma cluster of four workers with four threads each" do
  folder = File.expand_path("../../examples/puma", __dir__)

  # A new connection for each request, and no second attempt.
  def load(server, requests) = Load.new(server.port, requests:, keep_alive: false)

  # What went wrong from before the server was told `signal` until all its workers were new ones.
  def problems_around(server, signal)
    done = false
    sender = Thread.new { [].tap { |results| results.concat(load(server, 500).run) until done } }
    sleep(0.3)
    server.signal(signal)
    server.wait_for("the new workers") { server.booted == 8 }
    done = true
    sender.value.select(&:problem)
  end

  it "answers 10,000 requests rightly and loses none, some of them looping, raising or taking all memory" do
    output, measured, status = Open3.capture3(RbConfig.ruby, "-w", "#{folder}/check.rb")
    puts measured

    expect(output).to eq(File.read("#{folder}/expected.txt"))
    expect(status).to be_success
  end

  {
    "it is restarted, preloaded" => [:USR2, {}],
    "its workers are replaced one after the other" => [:USR1, { "PRELOAD" => "no" }]
  }.each do |event, (signal, environment)|
    it "loses no request when #{event}" do
      Server.run("QUEUE" => "no", **environment) do |server|
        first = server.workers

        expect(problems_around(server, signal)).to be_empty
        expect(server.workers & first).to be_empty
      end
    end
  end

  it "answers what it has begun when it is told to stop, loops too" do
    Server.run do |server|
      loops = (0...16).map { |n| (n * Load::SLOTS.size) + Load::SLOTS.index("loop") }
      senders = loops.map { |number| Thread.new { load(server, 1).single(number) } }
      server.wait_for("the loops") { server.computing + senders.count { |sender| !sender.alive? } >= loops.size }
      server.signal(:TERM)

      expect(senders.map { |sender| sender.value.to_h.slice(:status, :problem) }.uniq)
        .to eq([{ status: 504, problem: nil }])
      server.stop
      expect(load(server, 1).single(0).problem).to match(/ECONNREFUSED/)
    end
  end

  it "gives back the memory that scripts over their limit took" do
    Server.run do |server|
      Load.new(server.port, requests: 2_000).run
      before = server.resident.max
      Load.new(server.port, requests: 6_000).run # 120 times 4 MiB

      expect(server.resident.max - before).to be < 24
    end
  end
end
