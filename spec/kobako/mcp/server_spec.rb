# frozen_string_literal: true

require "support/mcp_objects"
require "support/mcp_peer"
require "support/memory_use"

RSpec.describe Kobako::MCP::Server do
  include MemoryUse

  def error(response) = response.fetch("error").values_at("code", "message")

  def gated
    gate = MCPObjects::Gate.new
    sandbox = Kobako::Sandbox.new
    sandbox.bind("Gate", gate)
    [sandbox, gate]
  end

  def serving(sandbox = Kobako::Sandbox.new, revision: "2025-11-25", **options)
    MCPPeer.open(sandbox, **options) do |peer|
      peer.handshake(revision)
      yield peer
    end
  end

  describe "calls of the tool" do
    it "run at the same time, and their answers come as they end" do
      sandbox, gate = gated
      serving(sandbox) do |peer|
        slow = peer.start("Gate.pass_through")
        gate.await
        quick = peer.start("1")

        expect(peer.read["id"]).to eq(quick)
        gate.open
        expect(peer.read["id"]).to eq(slow)
      end
    end

    it "leave pings answered" do
      sandbox, gate = gated
      serving(sandbox) do |peer|
        call = peer.start("Gate.pass_through")
        gate.await

        expect(peer.ask("ping")["result"]).to eq({})
        gate.open
        expect(peer.read["id"]).to eq(call)
      end
    end

    it "keep nothing for one another" do
      serving do |peer|
        peer.run("$x = 1; X = 2; def y = 3")

        expect(peer.run("[$x, defined?(X), respond_to?(:y, true)]")["structuredContent"]["inspect"])
          .to eq("[nil, nil, false]")
      end
    end

    it "are refused when as many run as may run at once" do
      sandbox, gate = gated
      serving(sandbox, max_calls: 2) do |peer|
        2.times { peer.start("Gate.pass_through") }
        2.times { gate.await }

        expect(peer.run("1")["content"].first["text"])
          .to eq("Kobako::MCP::RunRuby::ArgumentsError: 2 calls are under way (wait for one to end)")
        2.times { gate.open }
        2.times { peer.read }
        expect(peer.run("1")).to include("isError" => false)
      end
    end

    it "are refused under an id that is to be answered, without that id" do
      sandbox, gate = gated
      serving(sandbox) do |peer|
        peer.start("Gate.pass_through", id: "a")
        gate.await
        peer.start("2", id: "a")

        expect(peer.read).to eq("jsonrpc" => "2.0", "error" => {
                                  "code" => -32_600, "message" => "a request of this id is under way (take another id)"
                                })
        gate.open
        expect(peer.read).to include("id" => "a", "result" => a_hash_including("isError" => false))
      end
    end

    it "take an id again that was answered" do
      serving { |peer| expect(Array.new(2) { peer.run("1", id: 7)["isError"] }).to eq([false, false]) }
    end
  end

  describe "a cancelled call" do
    it "is stopped, and not answered" do
      serving(Kobako::Sandbox.new(timeout: nil)) do |peer|
        peer.start("loop {}", id: "endless")
        peer.notify("notifications/cancelled", { requestId: "endless", reason: "enough" })

        expect(peer.ask("ping", id: 99)).to include("id" => 99)
        expect(peer.run("1", id: "endless")).to include("isError" => false)
      end
    end

    it "leaves others alone, and ids of another kind" do
      sandbox, gate = gated
      serving(sandbox) do |peer|
        peer.start("Gate.pass_through; 5", id: 1)
        gate.await
        [{ requestId: "1" }, { requestId: 2 }, { requestId: [1] }, {}, [], nil].each do |params|
          peer.notify("notifications/cancelled", params)
        end
        gate.open

        expect(peer.read).to include("id" => 1, "result" => a_hash_including("isError" => false))
      end
    end
  end

  describe "the end" do
    it "is that of the input, and stops what runs" do
      peer = MCPPeer.new(Kobako::Sandbox.new(timeout: nil))
      peer.handshake
      3.times { peer.start("loop {}") }
      peer.ask("ping")
      peer.close

      expect(peer.read).to be_nil
    end

    it "comes when it is asked for" do
      peer = MCPPeer.new(Kobako::Sandbox.new(timeout: nil))
      peer.handshake
      peer.start("loop {}")
      peer.stop

      expect(peer).to be_ended
      expect(peer.read).to be_nil
    end

    it "does not wait for a service that does not answer" do
      stub_const("#{described_class}::GRACE", 0.05)
      sandbox, gate = gated
      peer = MCPPeer.new(sandbox)
      peer.handshake
      peer.start("Gate.pass_through")
      gate.await
      peer.stop

      expect(peer).to be_ended
    end

    it "comes when it is asked for while the client does not read" do
      peer = MCPPeer.new(Kobako::Sandbox.new)
      peer.handshake
      200.times { peer.request("tools/list") }
      peer.stop

      expect(peer).to be_ended
    end

    it "comes when the client reads no more" do
      sandbox, gate = gated
      peer = MCPPeer.new(sandbox)
      peer.handshake
      peer.start("Gate.pass_through")
      gate.await
      peer.hang_up
      gate.open

      expect(peer).to be_ended
    end

    it "comes when the output takes no more" do
      input, client = IO.pipe
      client.write(%({"jsonrpc":"2.0","id":1,"method":"ping"}\n))
      output = File.open("/dev/full", "w")

      expect(described_class.new(Kobako::Sandbox.new, input:, output:).serve).to be_nil
    end

    it "answers a last message without a newline" do
      input, client = IO.pipe
      answers, output = IO.pipe
      client.write('{"jsonrpc":"2.0","id":1,"method":"ping"}')
      client.close
      described_class.new(Kobako::Sandbox.new, input:, output:).serve
      output.close

      expect(answers.read).to eq(%({"jsonrpc":"2.0","id":1,"result":{}}\n))
    end
  end

  describe "what is no message" do
    {
      "nope" => [-32_700, "the line is not JSON (send one message a line)"],
      "{\"a\": \xFF}" => [-32_700, "the line is not valid UTF-8 (send JSON in UTF-8)"],
      "NaN" => [-32_700, "the line is not JSON (send one message a line)"],
      "#{"[" * 200}#{"]" * 200}" => [-32_700, "the message is nested more than 100 levels deep (send less deep ones)"],
      "1" => [-32_600, "the message is a number, expected an object"],
      "null" => [-32_600, "the message is null, expected an object"],
      '"initialize"' => [-32_600, "the message is a string, expected an object"],
      "[]" => [-32_600, "the message is an array, expected an object (send one message a line)"],
      "{}" => [-32_600, 'the message is not of JSON-RPC 2.0 (send "jsonrpc": "2.0")'],
      '{"jsonrpc": "2.0"}' => [-32_600, "the message has no method"],
      '{"jsonrpc": "2.0", "id": null, "method": "ping"}' => [-32_600, "id is null, expected a string or an integer"],
      '{"jsonrpc": "2.0", "id": 1.5, "method": "ping"}' => [-32_600, "id is a number, expected a string or an integer"],
      '{"jsonrpc": "1.0", "id": 1e999, "result": {}}' =>
        [-32_600, 'the message is not of JSON-RPC 2.0 (send "jsonrpc": "2.0")'],
      '{"jsonrpc": "2.0", "id": {}, "method": "ping"}' => [-32_600, "id is an object, expected a string or an integer"]
    }.each do |line, answer|
      it "is told so: #{line.scrub[0, 60]}" do
        serving do |peer|
          response = peer.line(line).read

          expect(error(response)).to eq(answer)
          expect(response).not_to have_key("id")
          expect(peer.ask("ping")["result"]).to eq({})
        end
      end
    end

    {
      '{"jsonrpc": "1.0", "id": 5, "method": "ping"}' =>
        [-32_600, 'the message is not of JSON-RPC 2.0 (send "jsonrpc": "2.0")'],
      '{"jsonrpc": "2.0", "id": 5, "method": ["ping"]}' => [-32_600, "method is an array, expected a string"],
      '{"jsonrpc": "2.0", "id": 5, "method": "ping", "params": [1]}' =>
        [-32_602, "params is an array, expected an object"]
    }.each do |line, answer|
      it "is told so under its id: #{line}" do
        serving do |peer|
          response = peer.line(line).read

          expect(error(response)).to eq(answer)
          expect(response["id"]).to eq(5)
        end
      end
    end

    it "is told so when text of it is none" do
      serving do |peer|
        expect(peer.line('{"jsonrpc": "2.0", "id": "\ud800", "method": "ping"}').read["error"]["code"])
          .to eq(-32_700).or eq(-32_600)
        expect(peer.ask("ping")["result"]).to eq({})
      end
    end

    it "has null as its id in revisions that know no answer without one" do
      serving(revision: "2025-06-18") { |peer| expect(peer.line("nope").read.fetch("id", 1)).to be_nil }
    end

    it "is let pass when nothing is asked: blank lines, notifications, responses" do
      serving do |peer|
        peer.line("").line("  \r").line('{"jsonrpc":"2.0","id":1,"result":{}}')
            .line('{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"a"}}')
            .line('{"jsonrpc":"2.0","method":"no/such","params":[1]}').line('{"jsonrpc":"2.0","method":"tools/call"}')

        expect(peer.ask("ping", id: "next")["id"]).to eq("next")
      end
    end

    it "takes a line at the limit, and none over it" do
      stub_const("#{described_class}::MAX_LINE", 100_000)
      serving do |peer|
        at = JSON.generate({ jsonrpc: "2.0", id: 1, method: "ping", params: { pad: "" } })
        at = at.sub('""', "\"#{"x" * (100_000 - at.bytesize)}\"")

        expect(peer.line(at).read).to include("id" => 1)
        expect(error(peer.line(at.sub("x", "xx")).read))
          .to eq([-32_600, "the message has more than 97.7 KiB (send less code)"])
        expect(peer.ask("ping")["result"]).to eq({})
      end
    end

    it "does not keep a line that is over the limit" do
      serving do |peer|
        chunk = "x" * (1 << 20)
        8.times { peer.part(chunk) }
        before = resident
        400.times { peer.part(chunk) }

        expect(resident - before).to be < 150 << 20
        expect(error(peer.line("").read)).to eq([-32_600, "the message has more than 4 MiB (send less code)"])
      end
    end
  end

  describe "a batch" do
    def batch(*messages) = JSON.generate(messages)

    ping = { jsonrpc: "2.0", id: 1, method: "ping" }.freeze
    call = { jsonrpc: "2.0", id: 2, method: "tools/call",
             params: { name: "run_ruby", arguments: { code: "5" } } }.freeze

    it "is answered by one line when all is done" do
      serving(revision: "2025-03-26") do |peer|
        responses = peer.line(batch(call, ping, { jsonrpc: "2.0", method: "notifications/x" }, 7)).read

        expect(responses.map { |response| response["id"] }).to contain_exactly(1, 2, nil)
        expect(responses.find { |response| response["id"] == 2 }["result"]["content"])
          .to eq([{ "type" => "text", "text" => "=> 5" }])
        expect(error(responses.find { |response| response["id"].nil? }))
          .to eq([-32_600, "the message is a number, expected an object"])
      end
    end

    it "has no answer to a call that it cancels, and none when nothing is asked" do
      serving(Kobako::Sandbox.new(timeout: nil), revision: "2025-03-26") do |peer|
        endless = call.merge(params: { name: "run_ruby", arguments: { code: "loop {}" } })
        cancel = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 2 } }
        peer.line(batch(cancel)).line(batch(ping, endless, cancel))

        expect(peer.read.map { |response| response["id"] }).to eq([1])
      end
    end

    it "does not hold the handshake" do
      serving(revision: "2025-03-26") do |peer|
        response, = peer.line(batch({ jsonrpc: "2.0", id: 1, method: "initialize", params: {} })).read

        expect([response["id"], *error(response)]).to eq([1, -32_600, "initialize is in a batch (send it alone)"])
      end
    end

    it "has 1 to 100 messages" do
      serving(revision: "2025-03-26") do |peer|
        pings = Array.new(101) { |id| { jsonrpc: "2.0", id:, method: "ping" } }

        expect(error(peer.line("[]").read)).to eq([-32_600, "the batch has 0 messages, expected 1 to 100"])
        expect(peer.line(batch(*pings.first(100))).read.size).to eq(100)
        expect(error(peer.line(batch(*pings)).read)).to eq([-32_600, "the batch has 101 messages, expected 1 to 100"])
      end
    end

    %w[2024-11-05 2025-06-18 2025-11-25].each do |revision|
      it "is none in #{revision}" do
        serving(revision:) do |peer|
          expect(error(peer.line(batch(ping)).read))
            .to eq([-32_600, "the message is an array, expected an object (send one message a line)"])
        end
      end
    end
  end

  it "refuses a number of calls that cannot be" do
    expect { described_class.new(Kobako::Sandbox.new, input: $stdin, output: $stdout, max_calls: 0) }
      .to raise_error(ArgumentError, "max_calls is 0, expected an Integer above 0")
  end
end
