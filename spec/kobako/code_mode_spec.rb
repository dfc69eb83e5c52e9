# frozen_string_literal: true

require "kobako/code_mode"
require "open3"
require "rbconfig"
require "support/code_mode_tools"
require "tempfile"

RSpec.describe Kobako::CodeMode do
  include CodeModeTools

  it "is not loaded by kobako" do
    code = "require 'kobako'; p defined?(Kobako::CodeMode), $LOADED_FEATURES.grep(/kobako.(code_mode|description)/)"

    expect(Open3.capture2e(RbConfig.ruby, "-I#{File.expand_path("../../lib", __dir__)}", "-e",
                           code).first).to eq("nil\n[]\n")
  end

  describe "instructions" do
    it "tell a model what is bound, a line each, and what waits" do
      mode(describe: { "Tools::Orders" => "The shop's.", "Rates" => "In percent." }, clock: Time.utc(2026),
           approve: { "Tools::Orders.refund" => :ask }, max_calls: 7) { |sandbox| sandbox.bind("Rates", { vat: 19 }) }

      expect(mode.instructions).to start_with("Runs Ruby code in a sandbox.").and include(
        "- Code may call tools 7 times at most.\n",
        "- Variables, methods, classes and constants of earlier calls are there in the next one.",
        "- Time.now begins at 2026-01-01 00:00:00 UTC. Random numbers are the same in each conversation.",
        "Limits of a call: 10 s, 64 MiB of memory, 64 KiB of the value and of standard output",
        "\n    # Tools::Orders: The shop's.\n    Tools::Orders.each_price\n",
        "\n    Tools::Orders.of(customer: String, limit: Integer | nil = …) -> Array[Hash[Symbol, Integer]]  " \
        "# Orders of a customer.\n", "\n    Rates = {vat: 19}  # In percent.\n"
      ).and end_with("\n- Before these are called, somebody may be asked, which may take long: Tools::Orders.refund.")
    end

    it "say nothing of the mode's own" do
      expect([mode.instructions, described_class.new.instructions].join).not_to match(/Kobako|CodeMode|Turns/)
    end

    it "name what the host preloads, and what can be required" do
      mode { |sandbox| sandbox.preload(name: :Tax, code: "Tax = 19").library("shop/tax", "VAT = 19") }

      expect(mode.instructions).to include("- The host has defined Tax.\n", "`require` works for shop/tax of the host")
    end

    it "are JSON Schemas, too" do
      lines = mode.instructions(format: :json_schema).lines.grep(/\A    \{/).map { |line| JSON.parse(line) }

      expect(lines.map { |line| line["name"] }).to include("Tools::Orders.of", "Tools::Orders.refund")
      expect(lines).to eq(JSON.parse(JSON.generate(mode.schemas)))
      expect(mode.schemas.find { |schema| schema[:name] == "Tools::Orders.of" }).to eq(
        name: "Tools::Orders.of", description: "Orders of a customer.",
        parameters: { type: "object", properties: { customer: { type: "string" },
                                                    limit: { anyOf: [{ type: "integer" }, { type: "null" }] } },
                      required: ["customer"], additionalProperties: false },
        returns: { type: "array", items: { type: "object", additionalProperties: { type: "integer" } } }
      )
    end

    it "come in these formats alone", :misuse do
      expect do
        mode.instructions(format: :xml)
      end.to raise_error(ArgumentError, "format is :xml, expected :ruby or :json_schema")
    end

    it "take types from RBS" do
      Tempfile.create(["tools", ".rbs"]) do |file|
        file.write("module CodeModeTools\n  class Orders\n    def find: (Integer id) -> Order\n  end\nend\n")
        file.flush

        expect(mode(rbs: file.path, comments: false).instructions)
          .to include("    Tools::Orders.find(Integer id) -> Order\n", "    Tools::Orders.refund(id, cents)")
      end
    end
  end

  describe "the tool" do
    schema = { type: "object", properties: { code: { type: "string", description: "Ruby source" } }, required: %w[code],
               additionalProperties: false }

    it "comes in the shapes that APIs take" do
      brief = "Runs Ruby code in a sandbox, and gives the value of the last expression, what was printed, and errors " \
              "with their line. What earlier code defined is there in later code. It reaches Tools::Orders."
      plain = { name: "run_ruby", description: brief, parameters: schema }

      expect(mode.tool_schema).to eq(type: "function", function: plain)
      expect(mode.tool_schema(:openai_responses)).to eq(type: "function", **plain, strict: true)
      expect(mode.tool_schema(:anthropic)).to eq(name: "run_ruby", description: brief, input_schema: schema)
      expect(mode.tool_schema(:mcp)).to eq(name: "run_ruby", description: mode.instructions, inputSchema: schema)
      expect(mode.tool_schema(:json)).to eq(plain)
    end

    it "has all instructions if that is wanted, and else at most 1,024 characters" do
      many = described_class.new(tools: (1..50).to_h { |number| ["Tools::OneOfVeryManyTools#{number}", -> {}] })

      expect(many.tool_schema(:json)[:description].size).to eq(1024)
      expect(many.tool_schema(:anthropic, instructions: true)[:description]).to eq(many.instructions)
    end

    it "is what ruby_llm asks of a tool, and runs calls" do
      session = mode.session
      tool = mode.tool_schema(:ruby_llm, session:)

      expect(tool).to have_attributes(name: "run_ruby", description: /\ARuns Ruby code/, provider_params: {},
                                      params_schema: JSON.parse(JSON.generate(schema)))
      expect(tool.schema).to eq(tool.params_schema)
      expect(tool.parameters[:code]).to have_attributes(name: :code, type: "string", required: true,
                                                        description: "Ruby source")
      expect(tool.call({ "code" => "a = 1" })).to eq("=> 1")
      expect([tool.call({ code: "a" }), session.turns, mode.session.turns]).to eq(["=> 1", 2, 0])
    end

    it "tells a model to wait whose code waits" do
      tool = mode(approve: { "Tools::Orders.find" => :ask }).tool_schema(:ruby_llm)
      tool.call({ "code" => "Tools::Orders.find(1)" })

      expect(tool.call({ "code" => "1" })).to eq("This was not run: code that you sent before waits for " \
                                                 "Tools::Orders.find(1). Send none until that has an answer.")
      mode.deny
      expect(tool.call({ "code" => "1" })).to eq("=> 1")
    end

    it "has these shapes alone" do
      expect { mode.tool_schema(:xml) }
        .to raise_error(ArgumentError, /\Ashape is :xml, expected one of :openai, :openai_responses, :anthropic, :mcp,/)
    end
  end

  describe "an answer" do
    it "is the value as Ruby writes it, and the output" do
      expect(text("puts 'a'; warn 'b'; { a: [1, nil] }")).to eq("=> {a: [1, nil]}\n\nstdout:\na\n\n\nstderr:\nb\n")
    end

    it "has what a host wants to know" do
      answer = mode.call("```ruby\nputs 1; [1, Time.at(0)]\n```")

      expect(answer).to have_attributes(ok?: true, value: [1, Time.at(0)], error: nil, stdout: "1\n", stderr: "",
                                        suspended?: false, waiting: nil, code: "puts 1; [1, Time.at(0)]\n")
      expect(answer.execution).to be_a(Kobako::Execution).and be_ok
    end

    it "shows what cannot leave the sandbox, whose value it has not" do
      answers = ["Foo = Struct.new(:a)", "[-> {}].size; Object", "x = []; x << x"].map { |code| mode.call(code) }

      expect(answers.map(&:to_s)).to eq(["=> Foo", "=> Object", "=> [[...]]"])
      expect(answers.map(&:value).uniq).to eq([nil])
      expect(text("Foo.new(1)")).to eq("=> {a: 1}")
      expect(text("[Foo, 1]")).to eq("=> [Foo, 1]")
      expect(text("class Loud; def inspect = raise('no'); end; Loud.new")).to start_with("RuntimeError: no")
    end

    it "has values of all classes that leave" do
      mode.call("require 'date'; require 'bigdecimal'; require 'set'")
      code = "[nil, true, 1, 1.5, 1r, 1i, 'a', :a, 1..2, Time.at(0), Date.new(2026), BigDecimal('1'), Set[1], { a: 1 }]"

      expect(mode.call(code).value).to eq(mode.sandbox.eval("require 'date'; require 'bigdecimal'; #{code}"))
    end

    it "is cut, and says so" do
      mode(stdout_limit: 1024, stderr_limit: 100)

      expect(text("'x' * 2000")).to eq("=> \"#{"x" * 1023}… (cut at 1 KiB, return less)")
      expect(text("-> { }.tap { |l| l.define_singleton_method(:inspect) { 'y' * 2000 } }"))
        .to eq("=> #{"y" * 1024}… (cut at 1 KiB, return less)")
      expect(text("print 'é' * 600; $stderr.print 'é' * 51; 1")).to eq(
        "=> 1\n\nstdout:\n#{"é" * 512}… (cut at 1 KiB, print less)\n\n" \
        "stderr:\n#{"é" * 50}… (cut at 100 bytes, print less)"
      )
    end

    it "shows the output of its own code alone" do
      text("puts 'a'; raise 'b'")

      expect(text("puts 'c'")).to eq("=> nil\n\nstdout:\nc\n")
    end

    it "says how a tool is called that was called otherwise" do
      expect(text("Tools::Orders.of(custmer: 'ada')")).to eq(<<~TEXT.chomp)
        Kobako::ServiceError: ArgumentError: missing keyword: :customer
            turn1.rb:1:in '<main>'
        It is called so: Tools::Orders.of(customer: String, limit: Integer | nil = …) -> Array[Hash[Symbol, Integer]]  # Orders of a customer.
      TEXT
    end

    it "says which methods a tool has instead" do
      expect(text("Tools::Orders.refnd(1)")).to end_with(<<~TEXT.chomp)
        Did you mean:
            Tools::Orders.refund(Integer id, Integer cents) -> String  # what was done
      TEXT
      expect(text("Tools::Orders.zzz")).to include('has no method "zzz" (a guest can call: each_price, ')
    end

    it "says which tools there are instead" do
      expect(text("Tools::Order.of")).to include("constant Tools::Order\nDid you mean?  Orders\nServices: Tools::")
      expect(text("require 'net/http'")).to include("a sandbox has no network (bind a service that makes the request)")
    end

    it "has the exception of a tool for the host" do
      answer = mode.call("Tools::Orders.fail")

      expect(answer.to_s).to eq("Kobako::ServiceError: KeyError: no order\n    turn1.rb:1:in '<main>'")
      expect(answer.error.cause).to be_a(KeyError)
    end

    it "is an error where there is no code" do
      answer = mode.call("```python\nprint(1)\n```")

      expect(answer).to have_attributes(ok?: false, execution: nil, value: nil, stdout: "", suspended?: false,
                                        code: nil)
      expect([answer.to_s, answer.error.message].uniq).to match([/\Athe code is marked as python/])
    end

    it "says that there is not enough memory, and goes on without" do
      expect(text("a = []; loop { a << 'x' * 100_000 }")).to include(
        "the code took more memory than 64 MiB", "Hold less in memory at once. What this code defined is not kept."
      )
      expect(text("defined?(a)")).to eq("=> nil")
    end
  end

  describe "options" do
    it "are those of a sandbox, with limits of one call" do
      mode(timeout: 3, memory_limit: 8 << 20, stdout_limit: 2048, seed: 5, max_handles: 3)

      expect(mode.limits).to have_attributes(timeout: 3.0, memory_limit: 8 << 20, stdout_limit: 2048, seed: 5,
                                             max_handles: 3,
                                             clock: :host, results: :hash)
      expect(mode.sandbox).to have_attributes(timeout: 3.0, stdout_limit: 2048 * 16)
    end

    {
      { max_calls: -1 } => /\Amax_calls is -1/, { session_limit: 0 } => /\Alimit is 0/,
      { timeout: 0 } => /\Atimeout is 0/,
      { identify: 1 } => /\Aidentify is a Integer/, { nope: 1 } => /unknown keyword: :nope/,
      { describe: { "Tools::Nope" => "x" } } => /\Adescribe: has "Tools::Nope", which a script does not reach/,
      { describe: { "Tools::Orders.find" => "(" } } => /\Adescribe: has "\(" for Tools::Orders\.find, which is no type/
    }.each do |options, message|
      it "are refused: #{options}", :misuse do
        expect { mode(**options) }.to raise_error(ArgumentError, message)
      end
    end
  end

  it "gives the model 50 calls of tools by default" do
    expect(mode.call("50.times { Tools::Orders.find(1) }")).to be_ok
    expect(mode.call("51.times { Tools::Orders.find(1) }").error).to be_a(Kobako::CallLimitError)
  end
end
