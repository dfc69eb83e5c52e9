# frozen_string_literal: true

require "kobako/mcp"
require "stringio"
require "timeout"

# A client of a server in this process, over pipes.
class MCPPeer
  SECONDS = 300
  CLIENT = { capabilities: {}, clientInfo: { name: "spec", version: "1" } }.freeze

  attr_reader :log

  # Serves a sandbox while the block runs.
  def self.open(sandbox = Kobako::Sandbox.new, **options)
    peer = new(sandbox, **options)
    yield peer
  ensure
    peer&.close
  end

  def initialize(sandbox, **options)
    input, @input = IO.pipe
    @output, output = IO.pipe
    @log = StringIO.new
    @server = Kobako::MCP::Server.new(sandbox, input:, output:, log: @log, **options)
    @thread = Thread.new do
      @server.serve
    ensure
      output.close
    end
    @id = 0
  end

  # Sends what is no message, too.
  def line(text)
    @input.write("#{text}\n")
    self
  end

  # Sends a part of a line.
  def part(text) = @input.write(text)

  def post(message) = line(JSON.generate(message))

  # The next message of the server, nil at its end.
  def read = Timeout.timeout(SECONDS) { @output.gets }&.then { |line| JSON.parse(line, max_nesting: false) }

  def request(method, params = nil, id: @id += 1)
    post({ jsonrpc: "2.0", id:, method:, params: }.compact)
    id
  end

  def notify(method, params = nil) = post({ jsonrpc: "2.0", method:, params: }.compact)

  def ask(method, params = nil, **options)
    request(method, params, **options)
    read
  end

  def handshake(revision = "2025-11-25")
    ask("initialize", { protocolVersion: revision, **CLIENT }).tap { notify("notifications/initialized") }
  end

  def start(code, **arguments)
    id = arguments.delete(:id) || (@id += 1)
    request("tools/call", { name: "run_ruby", arguments: { code:, **arguments } }, id:)
  end

  # What a call of the tool gives.
  def run(code, **arguments)
    start(code, **arguments)
    read.fetch("result")
  end

  def stop = @server.stop

  # Waits for the server's end.
  def ended? = !@thread.join(SECONDS).nil?

  def hang_up = @output.close

  def close
    @input.close unless @input.closed?
    ended? or raise "the server does not end"
  end
end
