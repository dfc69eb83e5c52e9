# frozen_string_literal: true

require "pathname"
require "tmpdir"

RSpec.describe Kobako::Sandbox do
  subject(:sandbox) { described_class.new }

  describe ".new" do
    it "takes the gem's guest and the default limits" do
      expect(sandbox).to have_attributes(
        wasm_path: File.expand_path("../../data/kobako.wasm", __dir__), options: Kobako::SandboxOptions.new,
        timeout: 60.0, memory_limit: 1 << 20, stdout_limit: 1 << 20, stderr_limit: 1 << 20
      )
    end

    it "keeps the limits that it is given" do
      sandbox = described_class.new(timeout: 2, memory_limit: 3, stdout_limit: 4, stderr_limit: 5)

      expect(sandbox).to have_attributes(timeout: 2.0, memory_limit: 3, stdout_limit: 4, stderr_limit: 5)
      expect(sandbox.options).to be_frozen
    end

    it "takes a wasm_path of nil as the gem's guest" do
      expect(described_class.new(wasm_path: nil).wasm_path).to eq(described_class::DEFAULT_WASM_PATH)
    end

    it "takes a Pathname as wasm_path" do
      sandbox = described_class.new(wasm_path: Pathname(described_class::DEFAULT_WASM_PATH))

      expect(sandbox.wasm_path).to eq(described_class::DEFAULT_WASM_PATH)
      expect(sandbox.eval("1")).to eq(1)
    end

    it "says how to get the guest when the file does not exist" do
      expect { described_class.new(wasm_path: "/nonexistent.wasm") }
        .to raise_error(Kobako::ModuleNotBuiltError, /rake guest:build/)
    end

    it "refuses a file that is not wasm" do
      expect { described_class.new(wasm_path: __FILE__) }.to raise_error(an_instance_of(Kobako::SetupError))
    end

    it "refuses a wrong limit before it reads the file" do
      expect { described_class.new(wasm_path: "/nonexistent.wasm", timeout: 0) }
        .to raise_error(ArgumentError, /timeout/)
    end

    it "refuses a wasm_path that is no path", :misuse do
      expect { described_class.new(wasm_path: 7) }.to raise_error(TypeError)
    end

    it "refuses an option that it does not know", :misuse do
      expect { described_class.new(fuel: 1) }.to raise_error(ArgumentError, /fuel/)
    end
  end

  describe "#eval" do
    it "gives the value of the last expression" do
      expect(sandbox.eval("a = 20\na + 22")).to eq(42)
    end

    it "gives nil for empty code" do
      expect(sandbox.eval("")).to be_nil
    end

    [nil, 1, :"1", ["1"]].each do |code|
      it "refuses #{code.inspect} as code", :misuse do
        expect { sandbox.eval(code) }
          .to raise_error(Kobako::SandboxError, "code is a #{code.class}, expected a String of Ruby source")
      end
    end

    it "takes code in another encoding as the text that it is" do
      expect(sandbox.eval("'grün'".encode(Encoding::UTF_16LE))).to eq("grün")
      expect(sandbox.eval("'grün'".encode(Encoding::ISO_8859_1))).to eq("grün")
    end

    it "takes binary code that is valid UTF-8" do
      expect(sandbox.eval("'grün'".b)).to eq("grün")
    end

    it "leaves the code as it was" do
      code = "'grün'".b
      sandbox.eval(code)

      expect(code).to eq("'grün'".b).and have_attributes(encoding: Encoding::BINARY)
    end

    { "UTF-8" => "'\xFF'", "binary" => "'\xFF'".b, "ASCII" => "'\xFF'".dup.force_encoding("US-ASCII") }
      .each do |encoding, code|
        it "refuses #{encoding} code with invalid bytes" do
          expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, /code is not valid .* \(pass UTF-8/)
        end
      end

    it "refuses code that cannot be turned into UTF-8" do
      code = "\xD8\x00".dup.force_encoding(Encoding::UTF_16BE)

      expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError, /in UTF-16BE cannot be turned into UTF-8/)
    end

    it "takes code of 16 MiB and refuses a byte more" do
      roomy = described_class.new(memory_limit: nil)

      expect(roomy.eval("7 #".ljust(16 << 20, "x"))).to eq(7)
      expect { roomy.eval("7 #".ljust((16 << 20) + 1, "x")) }
        .to raise_error(Kobako::SandboxError, "code has 16777217 bytes, the limit is 16777216 (split it)")
    end

    it "runs nothing for code that it refuses" do
      sandbox.eval("print 'kept'")

      expect { sandbox.eval("\xFF") }.to raise_error(Kobako::SandboxError)
      expect(sandbox.stdout).to eq("kept")
    end
  end

  describe "before the first invocation" do
    it "has empty output and usage" do
      expect(sandbox).to have_attributes(stdout: "", stderr: "", stdout_truncated?: false, stderr_truncated?: false,
                                         usage: Kobako::Usage::EMPTY)
    end
  end

  it "gives output that the caller may change without effect on the next reader" do
    sandbox.eval("print 'text'")
    sandbox.stdout << " more"

    expect(sandbox.stdout).to eq("text")
  end

  it "cannot be copied" do
    expect { sandbox.dup }.to raise_error(TypeError, /make another with Kobako::Sandbox.new/)
    expect { sandbox.clone }.to raise_error(TypeError, /make another with Kobako::Sandbox.new/)
  end

  it "cannot be marshalled" do
    expect { Marshal.dump(sandbox) }.to raise_error(TypeError, /cannot be marshalled/)
  end

  it "works when it is frozen" do
    expect(sandbox.freeze.eval("1")).to eq(1)
  end

  it "shows its options and nothing else when inspected" do
    sandbox.eval("puts 'secret'")

    expect(described_class.new(timeout: nil).inspect)
      .to eq("#<Kobako::Sandbox timeout=nil memory_limit=1048576 stdout_limit=1048576 stderr_limit=1048576 " \
             "max_handles=100000 clock=nil seed=nil convert={} results=nil>")
    expect(sandbox.inspect).not_to include("secret")
  end
end
