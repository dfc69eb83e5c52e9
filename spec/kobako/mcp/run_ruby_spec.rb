# frozen_string_literal: true

require "support/mcp_peer"

RSpec.describe Kobako::MCP::RunRuby do
  def run(code, sandbox = Kobako::Sandbox.new, revision: "2025-11-25", **arguments)
    MCPPeer.open(sandbox) do |peer|
      peer.handshake(revision)
      yield peer if block_given?
      peer.run(code, **arguments)
    end
  end

  def text(...) = run(...)["content"].map { |part| part["text"] }.join

  def structured(...) = run(...)["structuredContent"]

  def definition(sandbox = Kobako::Sandbox.new, **options)
    described_class.new(sandbox, **options).definition(Kobako::MCP::Revision::ALL["2025-11-25"])
  end

  describe "a value" do
    it "is told as Ruby writes it, and as JSON" do
      result = run("{ 1 => :a, b: [nil, 1.5] }")

      expect(result["content"]).to eq([{ "type" => "text", "text" => "=> {1 => :a, b: [nil, 1.5]}" }])
      expect(result).to include("isError" => false)
      expect(result["structuredContent"]).to include(
        "ok" => true, "value" => { "1" => "a", "b" => [nil, 1.5] }, "inspect" => "{1 => :a, b: [nil, 1.5]}",
        "stdout" => "", "stderr" => "", "cut" => []
      )
    end

    it "is not told as JSON when JSON has no like of it" do
      expect(structured("[2**60, 1r]").slice("value", "inspect")).to eq("inspect" => "[1152921504606846976, (1/1)]")
    end

    it "is told as JSON up to 64 levels" do
      nested = "64.times.reduce(1) { |value, _| [value] }"

      expect(structured(nested)["value"].flatten).to eq([1])
      expect(structured("[#{nested}]").slice("value", "ok")).to eq("ok" => true)
    end

    it "is told to be cut, and not as JSON, over the limit" do
      sandbox = Kobako::Sandbox.new(stdout_limit: 1024)
      result = run("'x' * 2000", sandbox)

      expect(result["content"].first["text"]).to eq("=> \"#{"x" * 1023}… (cut at 1 KiB, return less)")
      expect(result["structuredContent"]).to include("cut" => ["inspect"], "inspect" => "\"#{"x" * 1023}")
      expect(result["structuredContent"]).not_to have_key("value")
    end

    it "says of an object of the application no more than its class" do
      stub_const("Order", Class.new { def initialize = @password = "swordfish" })
      sandbox = Kobako::Sandbox.new
      sandbox.bind("Orders", ->(_) { Order.new })

      expect(structured("Orders.call(1)", sandbox).slice("value", "inspect")).to eq("inspect" => "#<Order>")
    end

    it "comes as text alone in revisions that know nothing else" do
      expect(run("1", revision: "2024-11-05"))
        .to eq("content" => [{ "type" => "text", "text" => "=> 1" }], "isError" => false)
    end
  end

  describe "output" do
    it "stands below the value" do
      expect(text("puts 'a'; warn 'b'; 1")).to eq("=> 1\n\nstdout:\na\n\n\nstderr:\nb\n")
      expect(structured("puts 'a'; warn 'b'; 1")).to include("stdout" => "a\n", "stderr" => "b\n")
    end

    it "is told to be cut, between characters" do
      sandbox = Kobako::Sandbox.new(stdout_limit: 1023, stderr_limit: 1023)
      result = run("print 'é' * 1000; $stderr.print 'é' * 1000; nil", sandbox)

      expect(result["content"].first["text"]).to include("stdout:\n#{"é" * 511}… (cut at 1023 bytes, print less)")
      expect(result["structuredContent"]).to include("cut" => %w[stdout stderr], "stdout" => "é" * 511,
                                                     "stderr" => "é" * 511)
    end

    it "is text whatever its bytes are" do
      expect(structured("print \"a\\xFFé\"; nil")["stdout"]).to eq("a\uFFFDé")
    end
  end

  describe "an error" do
    it "has its class, message and line, beside the output before it" do
      result = run("puts 1\ndef half(x) = x / 0\nhalf(1)")

      expect(result["isError"]).to be(true)
      expect(result["content"].first["text"]).to eq(<<~TEXT)
        ZeroDivisionError: divided by 0
            script.rb:2:in 'Object#half'
            script.rb:3:in '<main>'

        stdout:
        1
      TEXT
      expect(result["structuredContent"]).to include("ok" => false, "stdout" => "1\n", "error" => {
                                                       "class" => "ZeroDivisionError", "message" => "divided by 0",
                                                       "line" => 2, "backtrace" => ["script.rb:2:in 'Object#half'",
                                                                                    "script.rb:3:in '<main>'"]
                                                     })
    end

    it "has all problems of code that does not compile" do
      error = structured("1 +\nfoo(")["error"]

      expect(error).to include("class" => "SyntaxError", "line" => 2)
      expect(error["problems"].first).to match("line" => 2, "column" => 4, "message" => a_string_including("expected"))
    end

    it "has twenty lines of a backtrace" do
      lines = structured("def a = a\na")["error"]["backtrace"]

      expect([lines.size, lines[19], lines.last]).to match([21, "script.rb:1:in 'Object#a'", /\A… \d+ more\z/])
    end

    it "has as much of a long message as of output" do
      message = structured("raise 'é' * 5000", Kobako::Sandbox.new(stdout_limit: 101))["error"]["message"]

      expect(message).to eq("#{"é" * 50}…")
    end

    it "says how to stay below the timeout" do
      sandbox = Kobako::Sandbox.new(timeout: 60)
      error = structured("\nloop {}", sandbox, timeout: 0.05)["error"]

      expect(error).to include(
        "class" => "Kobako::TimeoutError", "message" => "the code ran longer than 0.05 s", "line" => 2,
        "hint" => "Do less in one call, or pass a larger timeout (at most 60 s)."
      )
    end

    it "does not offer more time than there is" do
      hint = structured("loop {}", Kobako::Sandbox.new(timeout: 0.05))["error"]["hint"]

      expect(hint).to eq("Do less in one call.")
    end

    it "offers more time without a limit where there is none" do
      hint = structured("loop {}", Kobako::Sandbox.new(timeout: nil), timeout: 0.05)["error"]["hint"]

      expect(hint).to eq("Do less in one call, or pass a larger timeout.")
    end

    it "says that memory has a limit, and not how its operator sets it" do
      error = structured("a = []; loop { a << 'x' * 10_000 }")["error"]

      expect(error).to include("class" => "Kobako::MemoryLimitError", "hint" => "Hold less in memory at once.",
                               "message" => "the code took more memory than 1 MiB")
    end

    it "is one of code that is no text" do
      report = described_class.new(Kobako::Sandbox.new).call("\xFF", nil) { raise "begun" }

      expect(report.structured).to include(ok: false, error: a_hash_including(class: "Kobako::SandboxError"))
      expect(report.text).to start_with("Kobako::SandboxError: code is not valid UTF-8")
    end
  end

  it "tells the cost" do
    usage = structured("'x' * 200_000; 1")["usage"]

    expect(usage.keys).to eq(%w[wall_time cpu_time memory_peak service_time service_calls])
    expect(usage["memory_peak"]).to be > 100_000
  end

  describe "arguments that it does not take" do
    {
      { code: nil } => "code is null, expected a string of Ruby source",
      { code: 1 } => "code is a number, expected a string of Ruby source",
      { code: "1", timeout: 0 } => "timeout is 0, expected seconds above 0 and at most 60",
      { code: "1", timeout: -0.5 } => "timeout is -0.5, expected seconds above 0 and at most 60",
      { code: "1", timeout: 60.5 } => "timeout is 60.5, expected seconds above 0 and at most 60",
      { code: "1", timeout: "1" } => "timeout is a string, expected seconds above 0 and at most 60",
      { code: "1", timeout: nil } => "timeout is null, expected seconds above 0 and at most 60",
      { code: "1", file: "a" } => 'run_ruby takes no "file" (it takes code and timeout)',
      {} => "code is missing (pass Ruby source)"
    }.each do |arguments, message|
      it "are told to the model: #{message}" do
        MCPPeer.open do |peer|
          peer.handshake
          result = peer.ask("tools/call", { name: "run_ruby", arguments: })["result"]

          expect(result).to include("isError" => true)
          expect(result["content"].first["text"]).to end_with(message)
          expect(result["structuredContent"]["error"]["message"]).to eq(message)
        end
      end
    end

    it "are told as an error of the protocol in revisions before that" do
      MCPPeer.open do |peer|
        peer.handshake("2025-06-18")

        expect(peer.ask("tools/call", { name: "run_ruby" })["error"])
          .to eq("code" => -32_602, "message" => "code is missing (pass Ruby source)")
      end
    end

    it "are none of a timeout at the limit, or of any where there is no limit" do
      expect(run("1", timeout: 60)).to include("isError" => false)
      expect(run("1", Kobako::Sandbox.new(timeout: nil), timeout: 1e9)).to include("isError" => false)
    end
  end

  describe "what a model is told" do
    it "names the limits, the clock and that nothing is kept" do
      sandbox = Kobako::Sandbox.new(timeout: 2.5, memory_limit: 3 << 20, stdout_limit: 2048, clock: :host)

      expect(definition(sandbox)[:description]).to include(
        "Limits of a call: 2.5 s, 3 MiB of memory, 2 KiB of the value and of standard output, 1 MiB of standard error.",
        "Time.now is the real time.", "Each call starts from nothing", "range."
      )
    end

    it "follows the sandbox's settings" do
      fixed = definition(Kobako::Sandbox.new(timeout: nil, memory_limit: nil, clock: Time.utc(2026, 1, 2)))
      records = definition(Kobako::Sandbox.new(results: :hash))

      expect(fixed[:description]).to include("Time.now begins at 2026-01-02 00:00:00 UTC.",
                                             "Limits of a call: 1 MiB of the value")
      expect(fixed[:inputSchema][:properties][:timeout]).not_to have_key(:maximum)
      expect(definition[:description]).to include("Time.now begins at 1970-01-01 00:00:00 UTC.")
      expect(definition[:inputSchema][:properties][:timeout]).to include(maximum: 60.0)
      expect(records[:description]).to include("range or struct.")
    end

    it "names what is bound, and the operator's notes" do
      sandbox = Kobako::Sandbox.new
      sandbox.bind("Rate", ->(currency) { currency })

      expect(definition(sandbox, notes: "Rates are of today.")[:description])
        .to end_with("\n    Rate: call(currency)\n\nRates are of today.")
      expect(definition[:description]).not_to include("constants of the host")
    end

    it "names code of the host that is preloaded, and that can be required" do
      sandbox = Kobako::Sandbox.new
      sandbox.preload(name: :Price, code: "Price = ->(n) { n }")
      sandbox.preload(binary: Kobako.compile("Hidden = 1"))
      sandbox.library("acme/pricing", "module Acme; end")

      expect(definition(sandbox)[:description])
        .to end_with("\n- The host has defined Price.\n- `require` works for acme/pricing of the host, too.")
    end

    it "calls it harmless when no code of the host is reached" do
      sandbox = Kobako::Sandbox.new
      sandbox.bind("Rate", -> { 1 })

      expect(definition[:annotations]).to include(readOnlyHint: true, openWorldHint: false)
      expect(definition(sandbox)[:annotations].keys).to eq([:title])
    end

    it "names features that can be required" do
      names = definition[:description][/`require` works for ([^;]*);/, 1].split(", ")
      code = names.map { |name| "require #{name.inspect}" }.join("\n")

      expect(names.size).to be > 20
      expect(run("#{code}\n1", Kobako::Sandbox.new(memory_limit: 64 << 20))).to include("isError" => false)
    end
  end
end
