# frozen_string_literal: true

require "json"
require "open3"
require "rbconfig"
require "tempfile"

RSpec.describe "kobako mcp" do
  root = File.expand_path("../../..", __dir__)
  command = [RbConfig.ruby, "-I#{root}/lib", "#{root}/exe/kobako", "mcp"].freeze
  start = { method: "initialize", params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: {} } }.freeze

  def lines(*messages)
    messages.each_with_index.map { |message, id| "#{JSON.generate({ jsonrpc: "2.0", id:, **message })}\n" }.join
  end

  def call(code) = { method: "tools/call", params: { name: "run_ruby", arguments: { code: } } }

  # Answers to requests, the log, and the status. Calls are answered before the input ends.
  define_method(:serve) do |*arguments, requests: [], environment: {}|
    Open3.popen3(environment, *command, *arguments) do |input, output, errors, process|
      input.write(lines(*requests))
      answers = requests.map { JSON.parse(output.gets || break) }
      input.close
      [answers&.sort_by { |answer| answer["id"] }, errors.read, process.value]
    end
  end

  def written(text)
    Tempfile.create(["services", ".rb"]) do |file|
      file.write(text)
      file.flush
      yield file.path
    end
  end

  it "serves the services of --require, and leaves standard output to the protocol" do
    services = <<~RUBY
      puts "loaded"
      Kobako::CLI.services do |sandbox|
        puts "called"
        sandbox.bind("Rate", ->(currency) { puts currency; 19 })
      end
    RUBY
    written(services) do |path|
      requests = [start, { method: "tools/list" }, call('Rate.call("EUR")')]
      answers, log, status = serve("--require", path, requests:)

      expect(answers[1]["result"]["tools"].first["description"]).to include("\n    Rate: call(currency)")
      expect(answers[2]["result"]["structuredContent"]).to include("value" => 19)
      expect([log, status.exitstatus]).to eq(["loaded\ncalled\nEUR\n", 0])
    end
  end

  it "takes limits, data and notes, for the model to know" do
    written('{"rows": [1, 2]}') do |path|
      answers, = serve("--timeout", "2", "--memory", "8M", "--stdout", "1K", "--stderr", "2K", "--clock", "fixed",
                       "--input", path, "--notes", "Rows are in euros, é.",
                       requests: [start, { method: "tools/list" }], environment: { "LC_ALL" => "C" })

      expect(answers[1]["result"]["tools"].first["description"]).to include(
        "- Limits of a call: 2 s, 8 MiB of memory, 1 KiB of the value and of standard output, 2 KiB of standard error.",
        "Time.now begins at 1970-01-01", '    Input: data, {"rows" => [1, 2]}', "\n\nRows are in euros, é."
      )
    end
  end

  it "has limits of its own, and the time of the host" do
    answers, = serve(requests: [start, { method: "tools/list" }, call("Time.now.year >= 2026")])

    expect(answers[1]["result"]["tools"].first["description"]).to include(
      "Limits of a call: 10 s, 256 MiB of memory, 64 KiB of the value and of standard output, 64 KiB of standard error."
    )
    expect(answers[2]["result"]["structuredContent"]).to include("value" => true)
  end

  it "limits the calls at once" do
    answers, = serve("--calls", "1", "--timeout", "1",
                     requests: [start, call("loop {}"), call("1"), { method: "ping" }])

    expect(answers.map { |answer| answer.dig("result", "structuredContent", "error", "message") })
      .to eq([nil, "the code ran longer than 1 s", "1 calls are under way (wait for one to end)", nil])
  end

  {
    ["x"] => 'mcp takes no arguments, got "x" (kobako help mcp shows what it takes)',
    %w[--input -] => "standard input is the protocol's, so that input cannot come from there " \
                     "(kobako help mcp shows what it takes)",
    %w[--calls 0] => "--calls 0: expected an Integer from 1 to 512",
    %w[--require no/such.rb] => "--require no/such.rb: no such file"
  }.each do |arguments, message|
    it "does not begin: #{message}" do
      _, log, status = serve(*arguments)

      expect([log, status.exitstatus]).to eq(["kobako: #{message}\n", 2])
    end
  end
end
