# frozen_string_literal: true

require "json"
require "open3"
require "rbconfig"

RSpec.describe "Kobako::MCP::Stdio" do
  program = <<~'RUBY'
    require "kobako/mcp"
    input, output = Kobako::MCP::Stdio.claim
    puts "printed"
    STDOUT.puts "printed on the constant"
    system("echo printed by another process; cat")
    sandbox = Kobako::Sandbox.new(timeout: nil)
    sandbox.bind("Noise", -> { puts "noise"; system("echo more noise"); $stdin.read })
    Kobako::MCP::Stdio.serve(Kobako::MCP::Server.new(sandbox, input:, output:))
    warn "ended"
  RUBY
  ping = JSON.generate({ jsonrpc: "2.0", id: 1, method: "ping" })
  start = JSON.generate({ jsonrpc: "2.0", id: 2, method: "initialize",
                          params: { protocolVersion: "2024-11-05", capabilities: {}, clientInfo: {} } })

  def call(code)
    JSON.generate({ jsonrpc: "2.0", id: 3, method: "tools/call", params: { name: "run_ruby", arguments: { code: } } })
  end

  def serve(program, &)
    Open3.popen3(RbConfig.ruby, "-I#{File.expand_path("../../../lib", __dir__)}", "-e", program, &)
  end

  it "leaves standard output to the protocol, and its input" do
    serve(program) do |input, output, errors, process|
      input.puts(ping, start, call("Noise.call"))
      answers = Array.new(3) { JSON.parse(output.gets) }
      input.close

      expect(answers.map { |answer| answer["id"] }).to eq([1, 2, 3])
      expect(answers.last["result"]["content"].first["text"]).to eq('=> ""')
      expect(output.read).to eq("")
      expect(errors.read).to eq("printed\nprinted on the constant\nprinted by another process\nnoise\nmore noise\n" \
                                "ended\n")
      expect(process.value).to be_success
    end
  end

  %w[TERM INT].each do |signal|
    it "ends cleanly on SIG#{signal}, whatever runs" do
      serve(program) do |input, output, errors, process|
        input.puts(start, call("loop {}"), ping)
        expect(Array.new(2) { JSON.parse(output.gets)["id"] }).to eq([2, 1])
        Process.kill(signal, process.pid)

        expect(process.value).to be_success
        expect(output.read).to eq("")
        expect(errors.read).to end_with("ended\n")
      end
    end
  end

  it "is not loaded with kobako" do
    code = 'require "kobako"; exit !defined?(Kobako::MCP) && $LOADED_FEATURES.grep(%r{kobako/mcp}).empty?'

    expect(serve(code) { |_, _, _, process| process.value }).to be_success
  end
end
