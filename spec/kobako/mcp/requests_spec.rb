# frozen_string_literal: true

require "support/mcp_peer"

RSpec.describe Kobako::MCP::Requests do
  def error(response) = response.fetch("error").values_at("code", "message")

  def serving(sandbox = Kobako::Sandbox.new)
    MCPPeer.open(sandbox) do |peer|
      peer.handshake
      yield peer
    end
  end

  it "tells its log where a service failed, and the client only what a guest is told" do
    sandbox = Kobako::Sandbox.new
    sandbox.bind("Db", -> { raise IOError, "no database" })
    serving(sandbox) do |peer|
      result = peer.run("Db.call")

      expect(result["structuredContent"]["error"])
        .to eq("class" => "Kobako::ServiceError", "message" => "IOError: no database", "line" => 1,
               "backtrace" => ["script.rb:1:in '<main>'"])
      expect(JSON.generate(result)).not_to include(__dir__)
      expect(peer.log.string).to start_with("kobako mcp: #{__FILE__}:").and include("no database (IOError)")
    end
  end

  {
    "is no StandardError" => [-> { raise SecurityError, "not yet" }, "not yet"],
    "is an Interrupt" => [-> { raise Interrupt }, "Interrupt"],
    "ends a process" => [-> { exit 3 }, "(SystemExit)"]
  }.each do |what, (service, logged)|
    it "answers a call whose service raised what #{what}, and frees its id" do
      sandbox = Kobako::Sandbox.new
      sandbox.bind("A", service)
      serving(sandbox) do |peer|
        peer.start("A.call", id: 3)

        expect(peer.read).to include("id" => 3)
        expect(peer.log.string).to include(logged)
        expect(peer.run("1", id: 3)).to include("isError" => false)
      end
    end
  end

  it "answers though its log cannot be written, or not be told what happened" do
    silent = Class.new(StandardError) { def message = raise("again") }
    sandbox = Kobako::Sandbox.new
    sandbox.bind("A", -> { raise silent })
    serving(sandbox) do |peer|
      expect(peer.run("A.call")["content"].first["text"]).to start_with("Kobako::ServiceError: StandardError: ")
      expect(peer.log.string).to match(/\Akobako mcp: #<Class:0x\h+>, whose message raised RuntimeError$/)
      peer.log.close_write
      expect(peer.run("A.call")["content"].first["text"]).to start_with("Kobako::ServiceError: StandardError: ")
    end
  end

  it "answers a fault of its own as one, tells its log, and goes on" do
    sandbox = Kobako::Sandbox.new
    allow(sandbox).to receive(:execute).and_raise(NoMemoryError, "none left in /srv")
    serving(sandbox) do |peer|
      peer.start("1", id: 3)
      response = peer.read

      expect([response["id"], *error(response)]).to eq([3, -32_603, "the server failed (its log says why)"])
      expect(peer.log.string).to include("none left in /srv (NoMemoryError)")
      expect(peer.ask("ping")["result"]).to eq({})
    end
  end

  it "answers what it did not expect, and goes on" do
    serving do |peer|
      peer.ask("ping")
      faults = [SystemStackError.new("too deep")]
      allow(Kobako::MCP::Message).to receive(:read).and_wrap_original do |read, object|
        faults.empty? ? read.call(object) : raise(faults.pop)
      end
      response = peer.ask("ping")

      expect([response["id"], *error(response)]).to eq([nil, -32_603, "the server failed (its log says why)"])
      expect(peer.log.string).to include("too deep (SystemStackError)")
      expect(peer.ask("ping")["result"]).to eq({})
    end
  end
end
