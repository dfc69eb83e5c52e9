# frozen_string_literal: true

RSpec.describe Kobako::Sandbox, "#preload" do
  subject(:sandbox) { described_class.new }

  let(:bytecode) { File.binread(File.expand_path("../../fixtures/double.mrb", __dir__)) }

  it "replays snippets in their order before each invocation's own code" do
    sandbox.preload(code: "A = [1]\nputs 'a'", name: :First).preload(code: "A << 2\nputs 'b'", name: :Second)

    2.times do
      expect(sandbox.eval("A << 3")).to eq([1, 2, 3])
      expect(sandbox.stdout).to eq("a\nb\n")
    end
  end

  it "calls the services that snippets call, in each invocation" do
    calls = []
    sandbox.define(:Host).bind(:Note, ->(text) { (calls << text) && nil })
    sandbox.preload(code: "Host::Note.call('replayed')", name: :Noting)

    2.times { sandbox.eval("1") }
    expect(calls).to eq(%w[replayed replayed])
  end

  it "takes bytecode" do
    sandbox.preload(binary: bytecode)

    expect(sandbox.eval("Double.call(21)")).to eq(42)
    expect(sandbox.run(:Double, 4)).to eq(8)
  end

  it "names the snippet and the line in a backtrace" do
    sandbox.preload(code: "\ndef fail_here\n  raise 'here'\nend", name: :Failing)

    expect { sandbox.eval("fail_here") }.to raise_error(Kobako::SandboxError, "here") { |error|
      expect(error.backtrace_lines.first).to start_with("(snippet:Failing):3")
    }
  end

  it "raises SandboxError at once for source that does not compile, and leaves the table as it was" do
    expect { sandbox.preload(code: "x = 1\ny = = 2", name: :Bad) }
      .to raise_error(Kobako::SandboxError, /\A\(snippet:Bad\):2: expected an expression after `=`/) { |error|
        expect(error.klass).to eq("SyntaxError")
      }
    expect(sandbox.preload(code: "GOOD = 1", name: :Bad).eval("GOOD")).to eq(1)
  end

  {
    "a comment block first" => "=begin\nnote\n=end\nGOOD = 1",
    "a comment first" => "# frozen_string_literal: true\nGOOD = 1",
    "a top-level return" => "GOOD = 1\nreturn\nraise 'no'",
    "nothing" => "GOOD = 1 # and no more"
  }.each do |kind, code|
    it "compiles a snippet with #{kind}" do
      expect(sandbox.preload(code:, name: :Good).eval("GOOD")).to eq(1)
    end
  end

  describe "with a refinement" do
    refinement = "module Money\n  refine(Integer) { def euros = '%d EUR' % self }\nend\n"

    it "gives it to a program that uses it at its top level" do
      sandbox.preload(code: refinement, name: :Money)

      expect(sandbox.eval("using Money\n5.euros")).to eq("5 EUR")
      expect(sandbox.eval("5.respond_to?(:euros)")).to be(false)
    end

    {
      "a snippet" => ["using Money", "5.euros"],
      "a class of a snippet" => ["class Shop\n  using Money\nend", "5.euros"],
      "a text that is evaluated" => ["", "eval('using Money; 5.euros')\n5.euros"]
    }.each do |where, (code, program)|
      it "ends with #{where} that uses it" do
        expect { sandbox.preload(code: "#{refinement}#{code}", name: :Money).eval(program) }
          .to raise_error(Kobako::SandboxError, /undefined method 'euros'/) { |error|
            expect(error.klass).to eq("NoMethodError")
          }
      end
    end

    {
      "a second snippet" => ["using Money\nPRICE = 5.euros", "PRICE"],
      "a class of a snippet" => ["class Shop\n  using Money\n  def self.price = 5.euros\nend", "Shop.price"],
      "a block" => ["", "1.times { using Money }; 5.euros"],
      "a fiber" => ["", "Fiber.new { using Money }.resume; 5.euros"]
    }.each do |where, (code, program)|
      it "holds from there on in the code of #{where} that uses it" do
        sandbox.preload(code: refinement, name: :Money).preload(code:, name: :User)

        expect(sandbox.eval(program)).to eq("5 EUR")
      end
    end

    it "is refused to methods, whose callers would not see it" do
      expect { sandbox.preload(code: refinement, name: :Money).eval("def use = using(Money)\nuse") }
        .to raise_error(Kobako::SandboxError, /permitted only at toplevel/) { |error|
          expect(error.klass).to eq("RuntimeError")
        }
    end
  end

  it "counts the lines behind a comment block" do
    expect { sandbox.preload(code: "=begin\nnote\n=end\ny = = 2", name: :Bad) }
      .to raise_error(Kobako::SandboxError, /\A\(snippet:Bad\):4: expected an expression after `=`/)
  end

  it "runs nothing and leaves no trace of an invocation" do
    sandbox.define(:Host).bind(:Note, -> { raise "called" })
    sandbox.preload(code: "puts 'out'; Host::Note.call", name: :Noting)

    expect(sandbox).to have_attributes(stdout: "", usage: Kobako::Usage::EMPTY)
    expect { sandbox.define(:Other) }.not_to raise_error
  end

  {
    "nothing" => {},
    "code alone" => { code: "1" },
    "a name alone" => { name: :A },
    "a name with bytecode" => { binary: "RITE", name: :A },
    "code and bytecode" => { code: "1", binary: "RITE", name: :A },
    "a small name" => { code: "1", name: :small },
    "a nested name" => { code: "1", name: "A::B" },
    "a name that is no name" => { code: "1", name: 5 },
    "code that is no String" => { code: 5, name: :A },
    "code that is not UTF-8" => { code: "'\xff'", name: :A },
    "bytecode that is no String" => { binary: 5 },
    "more than 16 MiB" => { binary: "x" * (16 << 20) }
  }.each do |kind, arguments|
    it "raises ArgumentError for #{kind}", :misuse do
      expect { sandbox.preload(**arguments) }.to raise_error(ArgumentError)
      expect(sandbox.eval("1")).to eq(1)
    end
  end

  it "raises ArgumentError for a name that is taken, and keeps the first" do
    sandbox.preload(code: "A = 1", name: :Same)

    expect { sandbox.preload(code: "A = 2", name: "Same") }.to raise_error(ArgumentError, /Same is preloaded already/)
    expect(sandbox.eval("A")).to eq(1)
  end

  {
    "of another RITE version" => ->(code) { code.dup.tap { |bytes| bytes.setbyte(5, 0x39) } },
    "cut short" => ->(code) { code[0, code.bytesize / 2] },
    "empty" => ->(_) { "" },
    "noise" => ->(_) { Random.new(1).bytes(500) }
  }.each do |kind, damage|
    it "raises BytecodeError at each invocation for bytecode that is #{kind}" do
      sandbox.preload(binary: damage.call(bytecode))

      2.times { expect { sandbox.eval("1") }.to raise_error(Kobako::BytecodeError) }
    end
  end

  it "contains bytecode with any byte damaged: a value or a SandboxError" do
    bytecode.each_byte.with_index do |byte, index|
      sandbox = described_class.new(timeout: 60)
      sandbox.preload(binary: bytecode.dup.tap { |damaged| damaged.setbyte(index, byte ^ 0x55) })
      sandbox.run(:Double, 21)
    rescue Kobako::Error => e
      expect(e).to be_a(Kobako::SandboxError), "byte #{index}: #{e.message}"
    end
    expect(sandbox.preload(binary: bytecode).run(:Double, 21)).to eq(42)
  end

  it "takes 10,000 snippets" do
    sandbox = described_class.new(memory_limit: 256 << 20)
    10_000.times { sandbox.preload(binary: bytecode) }

    expect(sandbox.run(:Double, 21)).to eq(42)
  end
end
