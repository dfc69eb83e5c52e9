# frozen_string_literal: true

require "support/guest_programs"

RSpec.describe "Kobako.compile" do
  let(:sandbox) { Kobako::Sandbox.new }

  it "gives bytecode that a sandbox preloads and runs" do
    binary = Kobako.compile("Double = ->(n) { n * 2 }")
    expect(binary).to be_frozen.and have_attributes(encoding: Encoding::BINARY).and start_with("RITE0400")
    sandbox.preload(binary:)
    expect(sandbox.run(:Double, 21)).to eq(42)
  end

  it "keeps file name and lines for backtraces, and says them in __FILE__ and __LINE__" do
    code = "Where = -> {\n [__FILE__, __LINE__] }\nFail = -> {\n  raise 'x'\n}"
    sandbox.preload(binary: Kobako.compile(code, filename: "größe.rb"))
    expect(sandbox.run(:Where)).to eq(["größe.rb", 2])
    expect { sandbox.run(:Fail) }.to raise_error(have_attributes(line: 4, filename: "größe.rb", message: "x"))
  end

  it "runs nothing" do
    expect(Kobako.compile("BEGIN { raise 'x' }; puts 1; loop { }")).to start_with("RITE")
  end

  it "raises what eval would for code that does not compile" do
    expect { Kobako.compile("x = 1\n)", filename: "f.rb") }
      .to raise_error(an_instance_of(Kobako::SandboxError), /\Af\.rb:2: unexpected .*\n  2 \| \)\n    \| \^/) { |error|
        expect(error).to have_attributes(klass: "SyntaxError", line: 2, filename: "f.rb", origin: "sandbox")
        expect(error.problems).to eq(Kobako.check("x = 1\n)"))
      }
  end

  it "refuses what is no text, and other file names", :misuse do
    [7, nil, "\xff", "x" * ((16 << 20) + 1)].each do |code|
      expect { Kobako.compile(code) }.to raise_error(an_instance_of(Kobako::SandboxError), /\Acode /)
    end
    expect { Kobako.compile("1", filename: "a\nb") }.to raise_error(ArgumentError, /filename/)
    expect { Kobako.compile("1", sandbox: 1) }.to raise_error(ArgumentError, /sandbox/)
  end

  it "keeps the limits of a sandbox" do
    small = Kobako::Sandbox.new(memory_limit: 1 << 20)
    code = "[#{"x, " * 200_000}]"
    expect { Kobako.compile(code, sandbox: small) }
      .to raise_error(Kobako::MemoryLimitError, /\AKobako\.compile failed: /)
    expect(Kobako.compile("[#{"x, " * 1_000}]", sandbox: small)).to start_with("RITE")
  end

  it "gives the same for the same code" do
    expect(Kobako.compile("def f = 1")).to eq(Kobako.compile("def f = 1"))
  end

  GuestPrograms::SOURCES.select { |name,| name.start_with?("programs/") }.each do |name, source|
    it "compiles #{name} to what passes the check of bytecode, and does what the source does" do
      options = { timeout: 20, memory_limit: 64 << 20 }
      ran = ending(Kobako::Sandbox.new(**options)) { |sandbox| sandbox.eval("#{source}\nnil") }
      preloaded = ending(Kobako::Sandbox.new(**options)) do |sandbox|
        sandbox.preload(binary: Kobako.compile(source))
        sandbox.eval("nil")
      end
      expect(preloaded).to eq(ran)
    end
  end

  def ending(sandbox)
    yield sandbox
    ["", sandbox.stdout]
  rescue Kobako::Error => e
    [e.message, sandbox.stdout]
  end
end
