# frozen_string_literal: true

require "support/mcp_peer"

RSpec.describe Kobako::MCP::Session do
  meta = { "io.modelcontextprotocol/protocolVersion" => "2026-07-28",
           "io.modelcontextprotocol/clientCapabilities" => {},
           "io.modelcontextprotocol/clientInfo" => { name: "spec", version: "1" } }.freeze
  info = { "name" => "kobako", "version" => Kobako::VERSION }.freeze

  def error(response) = response.fetch("error").values_at("code", "message")

  describe "the handshake" do
    %w[2024-10-07 2024-11-05 2025-03-26 2025-06-18 2025-11-25].each do |revision|
      it "agrees on #{revision} when the client asks for it" do
        MCPPeer.open do |peer|
          result = peer.handshake(revision).fetch("result")

          expect(result["protocolVersion"]).to eq(revision)
          expect(result["capabilities"]).to eq({ "tools" => {} })
          expect(result["serverInfo"]).to include(info)
        end
      end
    end

    %w[2026-07-28 1999-01-01 x].each do |revision|
      it "offers the latest revision when the client asks for #{revision}" do
        MCPPeer.open { |peer| expect(peer.handshake(revision)["result"]["protocolVersion"]).to eq("2025-11-25") }
      end
    end

    {
      { capabilities: {}, clientInfo: {} } => "protocolVersion is null, expected a string",
      { protocolVersion: 1, capabilities: {}, clientInfo: {} } => "protocolVersion is a number, expected a string",
      { protocolVersion: "2025-06-18", clientInfo: {} } => "capabilities is missing, expected an object",
      { protocolVersion: "2025-06-18", capabilities: [], clientInfo: {} } =>
        "capabilities is an array, expected an object",
      { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: "x" } =>
        "clientInfo is a string, expected an object"
    }.each do |params, message|
      it "refuses parameters: #{message}" do
        MCPPeer.open { |peer| expect(error(peer.ask("initialize", params))).to eq([-32_602, message]) }
      end
    end

    it "may be made again, for another client of the same process" do
      MCPPeer.open do |peer|
        peer.handshake("2024-11-05")

        expect(peer.handshake("2025-06-18")["result"]["protocolVersion"]).to eq("2025-06-18")
      end
    end

    it "has to come before other requests, but for pings" do
      MCPPeer.open do |peer|
        expect(peer.ask("ping")["result"]).to eq({})
        expect(error(peer.ask("tools/list"))).to eq(
          [-32_602, "no revision of the protocol is agreed on (send initialize first, or " \
                    "io.modelcontextprotocol/protocolVersion in _meta)"]
        )
      end
    end
  end

  describe "the tool in a list" do
    it "has a schema of its result, a title and annotations since the revisions that know them" do
      keys = %w[2024-11-05 2025-03-26 2025-06-18 2025-11-25].to_h do |revision|
        MCPPeer.open do |peer|
          peer.handshake(revision)
          [revision, peer.ask("tools/list")["result"]["tools"].map { |tool| tool.keys.sort }]
        end
      end

      expect(keys).to eq(
        "2024-11-05" => [%w[description inputSchema name]],
        "2025-03-26" => [%w[annotations description inputSchema name]],
        "2025-06-18" => [%w[annotations description inputSchema name outputSchema title]],
        "2025-11-25" => [%w[annotations description inputSchema name outputSchema title]]
      )
    end

    it "is on the only page" do
      MCPPeer.open do |peer|
        peer.handshake

        expect(peer.ask("tools/list", {})["result"].keys).to eq(["tools"])
        expect(error(peer.ask("tools/list", { cursor: "2" }))).to eq([-32_602, "cursor is of no page (leave it out)"])
      end
    end
  end

  it "names the methods that there are when there is none of a name" do
    MCPPeer.open do |peer|
      peer.handshake

      expect(error(peer.ask("resources/list")))
        .to eq([-32_601, "no method resources/list (there are initialize, ping, tools/list, tools/call)"])
    end
  end

  it "refuses calls of other tools, and without arguments that could be" do
    MCPPeer.open do |peer|
      peer.handshake

      expect(error(peer.ask("tools/call", { name: "rm" }))).to eq([-32_602, "no tool rm (there is run_ruby)"])
      expect(error(peer.ask("tools/call", { name: 1 })))
        .to eq([-32_602, "name is a number, expected the name of a tool"])
      expect(error(peer.ask("tools/call", { name: "run_ruby", arguments: [] })))
        .to eq([-32_602, "arguments is an array, expected an object"])
    end
  end

  describe "without a handshake" do
    it "tells what it supports, who it is, and for how long that holds" do
      MCPPeer.open do |peer|
        expect(peer.ask("server/discover", { _meta: meta })["result"]).to match(
          "supportedVersions" => ["2026-07-28"], "capabilities" => { "tools" => {} }, "resultType" => "complete",
          "ttlMs" => 300_000, "cacheScope" => "private",
          "_meta" => { "io.modelcontextprotocol/serverInfo" => a_hash_including(info) }
        )
      end
    end

    it "lists the tool, and calls it" do
      MCPPeer.open do |peer|
        list = peer.ask("tools/list", { _meta: meta })["result"]
        call = peer.ask("tools/call", { _meta: meta, name: "run_ruby", arguments: { code: "1 + 2" } })["result"]

        expect(list).to include("resultType" => "complete", "ttlMs" => 300_000, "cacheScope" => "private")
        expect(list["tools"].size).to eq(1)
        expect(call).to include("resultType" => "complete", "isError" => false)
        expect(call["structuredContent"]).to include("value" => 3)
      end
    end

    it "serves beside a session, each request by its own revision" do
      MCPPeer.open do |peer|
        peer.handshake("2024-11-05")

        expect(peer.ask("tools/list", { _meta: meta })["result"]).to include("resultType" => "complete")
        expect(peer.ask("tools/list")["result"].keys).to eq(["tools"])
      end
    end

    it "has no methods of sessions" do
      MCPPeer.open do |peer|
        expect(%w[initialize ping subscriptions/listen].map { |name| peer.ask(name, { _meta: meta })["error"]["code"] })
          .to all(eq(-32_601))
      end
    end

    it "names the revisions that it supports when asked for another one" do
      MCPPeer.open do |peer|
        other = meta.merge("io.modelcontextprotocol/protocolVersion" => "2025-11-25")

        expect(peer.ask("tools/list", { _meta: other })["error"]).to eq(
          "code" => -32_022, "message" => "no revision 2025-11-25 of the protocol without a handshake",
          "data" => { "supported" => ["2026-07-28"], "requested" => "2025-11-25" }
        )
      end
    end

    {
      { "io.modelcontextprotocol/protocolVersion" => 1 } =>
        "io.modelcontextprotocol/protocolVersion is a number, expected a string",
      { "io.modelcontextprotocol/clientCapabilities" => nil } =>
        "io.modelcontextprotocol/clientCapabilities is null, expected an object",
      { "io.modelcontextprotocol/clientInfo" => "x" } =>
        "io.modelcontextprotocol/clientInfo is a string, expected an object"
    }.each do |wrong, message|
      it "refuses metadata: #{message}" do
        MCPPeer.open do |peer|
          expect(error(peer.ask("tools/list", { _meta: meta.merge(wrong) }))).to eq([-32_602, message])
        end
      end
    end

    it "needs the client's capabilities, and metadata that is an object" do
      MCPPeer.open do |peer|
        expect(error(peer.ask("tools/list", { _meta: meta.slice("io.modelcontextprotocol/protocolVersion") })))
          .to eq([-32_602, "io.modelcontextprotocol/clientCapabilities is missing, expected an object"])
        expect(error(peer.ask("tools/list", { _meta: 1 }))).to eq([-32_602, "_meta is a number, expected an object"])
      end
    end
  end
end
