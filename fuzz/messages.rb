# frozen_string_literal: true

require "kobako/mcp"
require "stringio"
require_relative "fuzz_run"
require_relative "mutation"

# Mutated messages to a server of the Model Context Protocol: each answer is one of JSON-RPC, and the server goes on.
module Messages
  REVISION = '"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}'
  CORPUS = [
    '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},' \
    '"clientInfo":{"name":"x","version":"1"}}}',
    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\",\"params\":{\"_meta\":{#{REVISION}}}}",
    "{\"jsonrpc\":\"2.0\",\"id\":\"é\",\"method\":\"server/discover\",\"params\":{\"_meta\":{#{REVISION}}}}",
    '{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"run_ruby","arguments":{"code":"puts 1; [2]",' \
    '"timeout":0.01}}}',
    '[{"jsonrpc":"2.0","id":3,"method":"ping"},' \
    '{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"a"}}]',
    '{"jsonrpc":"2.0","id":1e999,"result":{}}',
    '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"\ud83d\ude00"}}',
    '{"jsonrpc":"2.0","method":"notifications/initialized"}'
  ].freeze
  WORDS = ["null", "true", "1e999", "-1.5", "\"\\u0000\"", '"\ud800"', "{}", "[]", "[[]]", "9" * 400].freeze
  LAST = "the last one"

  class << self
    def warm_up
      @sandbox = Kobako::Sandbox.new(timeout: 0.02)
      check(0)
    end

    def check(number)
      random = Random.new(number)
      lines = Array.new(20) { line(random) }.unshift(CORPUS.first)
      answers, log = served(lines)
      wrong = answers.flatten(1).find { |answer| !answer?(answer) }
      return "an answer is #{wrong.inspect}\n#{lines.inspect}" if wrong
      return "the server failed: #{log}\n#{lines.inspect}" unless log.empty?

      "the last message has no answer\n#{lines.inspect}" unless answers.any? { |answer| last?(answer) }
    end

    private

    def line(random)
      text = CORPUS[random.rand(CORPUS.size)]
      text = Mutation.text(random, text, CORPUS + WORDS) unless random.rand(4).zero?
      random.rand(4).zero? ? Mutation.bytes(random, text) : text
    end

    # What a server answers, and what it writes to its log.
    def served(lines)
      input, client = IO.pipe
      answers, output = IO.pipe
      log = StringIO.new
      server = Thread.new do
        Kobako::MCP::Server.new(@sandbox, input:, output:, log:).serve
        output.close
      end
      client.puts(*lines, JSON.generate({ jsonrpc: "2.0", id: LAST, method: "ping" }))
      got = read(answers, client)
      server.join
      [got, log.string]
    ensure
      [input, client, answers, output].each { |stream| stream&.close }
    end

    # The last answer is the end of what is asked, though calls may be under way.
    def read(answers, client)
      got = []
      while (line = answers.gets)
        got << JSON.parse(line)
        client.close if last?(got.last)
      end
      got
    end

    def last?(answer) = answer.is_a?(Hash) && answer["id"] == LAST

    def answer?(answer)
      answer.is_a?(Hash) && answer["jsonrpc"] == "2.0" && answer.key?("result") != answer.key?("error")
    end
  end
end

FuzzRun.main("messages", Messages.method(:warm_up)) { |number| Messages.check(number) } if $PROGRAM_NAME == __FILE__
