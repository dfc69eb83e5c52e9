# frozen_string_literal: true

require "support/scripts"

RSpec.describe "Kobako::Sandbox#eval" do
  include Scripts

  let(:sandbox) { Kobako::Sandbox.new }

  describe "values that cross", :gc_stress do
    {
      "nil" => nil, "true" => true, "false" => false,
      "0" => 0, "-1" => -1, "2**62" => 1 << 62, "2**63 - 1" => (1 << 63) - 1, "-(2**63 - 1) - 1" => -(1 << 63),
      "2**63" => 1 << 63, "2**64 - 1" => (1 << 64) - 1, "2**64" => 1 << 64, "-(2**63) - 1" => -(1 << 63) - 1,
      "1..2" => 1..2, "Rational(1, 3)" => Rational(1, 3), "Complex(1, 2)" => Complex(1, 2), "Set[1]" => Set[1],
      "1.5" => 1.5, "1.0 / 0" => Float::INFINITY, "-1.0 / 0" => -Float::INFINITY,
      "''" => "", "'grün 日本 🎉'" => "grün 日本 🎉", '"a\0b"' => "a\0b",
      ":go" => :go, ":'two words'" => :"two words", ":''" => :"",
      "[]" => [], "[1, [nil, [:a]]]" => [1, [nil, [:a]]],
      "{}" => {}, "{ 'a' => 1, b: [2], 3 => nil, [4] => 5 }" => { "a" => 1, b: [2], 3 => nil, [4] => 5 }
    }.each do |code, value|
      it "gives #{code} as #{value.inspect}" do
        expect(sandbox.eval(code)).to eq(value).and be_an_instance_of(value.class)
      end
    end

    {
      ":'a b'" => '{"a b": 1}', ":+" => '{"+": 1}', ":a=" => '{"a=": 1}', ":''" => '{"": 1}', ":'1a'" => '{"1a": 1}',
      ":@a" => '{"@a": 1}', ":'d-e'" => '{"d-e": 1}', ":a" => "{a: 1}", ":a?" => "{a?: 1}",
      ":A!" => "{A!: 1}", ":ü" => "{ü: 1}"
    }.each do |key, text|
      it "writes a hash with the key #{key} so that it can be read" do
        expect(sandbox.eval("{ #{key} => 1 }.inspect")).to eq(text)
      end
    end

    it "gives NaN and the sign of zero" do
      expect(sandbox.eval("0.0 / 0")).to be_nan
      expect(1 / sandbox.eval("-0.0")).to eq(-Float::INFINITY)
    end

    it "gives text as UTF-8 and other bytes as binary" do
      expect(sandbox.eval("'ü'").encoding).to be(Encoding::UTF_8)
      expect(sandbox.eval('"\xff\xfe"')).to eq("\xFF\xFE".b).and have_attributes(encoding: Encoding::BINARY)
    end

    it "keeps the order of a Hash" do
      expect(sandbox.eval("{ c: 1, a: 2, b: 3 }").keys).to eq(%i[c a b])
    end

    it "gives results that the caller may change" do
      expect(sandbox.eval("['text', {}]")).to all(satisfy { |part| !part.frozen? })
    end

    ["Object.new", "Object..Object", "Class", "Comparable", "-> {}", "[[Object.new]]", "{ a: -> {} }", "Set[-> {}]",
     "$stdout", "StandardError.new('x')", "Struct.new(:a).new(1)"].each do |code|
      it "refuses #{code} as a result, with a SandboxError" do
        expect(failure(code)).to be_a(Kobako::SandboxError)
        expect(sandbox.eval("1")).to eq(1)
      end
    end

    it "names the class of a result that cannot cross" do
      expect(failure("[Comparable]").message).to start_with("Module cannot leave the sandbox; nil, true, false,")
    end

    it "takes a result of 128 levels and refuses 129" do
      expect(sandbox.eval("(1..127).reduce([]) { |inner, _| [inner] }").flatten).to eq([])
      expect(failure("(1..128).reduce([]) { |inner, _| [inner] }")).to be_a(Kobako::SandboxError)
    end

    it "refuses an Array and a Hash that contain themselves" do
      expect(failure("a = []; a << a; a")).to be_a(Kobako::SandboxError)
      expect(failure("h = {}; h[1] = h; h")).to be_a(Kobako::SandboxError)
    end

    it "takes a result that fills 16 MiB with its tag and refuses one that is larger", gc_stress: false do
      roomy = Kobako::Sandbox.new(memory_limit: nil)

      expect(roomy.eval("'x' * #{(16 << 20) - 6}").bytesize).to eq((16 << 20) - 6)
      expect { roomy.eval("'x' * #{(16 << 20) - 5}") }.to raise_error(Kobako::SandboxError, /16777216/)
      expect(roomy.eval("1")).to eq(1)
    end
  end

  describe "an exception that the code does not rescue" do
    it "is a SandboxError with the guest's class, message and lines" do
      error = failure("def ratio(a, b)\n  a / b\nend\n\nratio(1, 0)")

      expect(error).to be_an_instance_of(Kobako::SandboxError)
      expect(error).to have_attributes(origin: "sandbox", klass: "ZeroDivisionError", message: /divided by 0/)
      expect(error.backtrace_lines.first).to start_with("(eval):2")
      expect(error.backtrace_lines.last).to start_with("(eval):5")
    end

    it "has the host's own backtrace as any exception" do
      expect(failure("raise 'x'").backtrace.join("\n")).to include(__FILE__)
    end

    {
      "raise 'boom'" => %w[RuntimeError boom],
      "raise ArgumentError" => %w[ArgumentError ArgumentError],
      "class Odd < StandardError; end; raise Odd, 'one'" => %w[Odd one],
      "raise Exception, 'deep'" => %w[Exception deep],
      "module M; class E < KeyError; end; end; raise M::E, 'in'" => ["M::E", "in"],
      "throw :nowhere" => ["UncaughtThrowError", /nowhere/],
      "nil.upcase" => ["NoMethodError", /upcase/],
      "unknown_name" => ["NameError", /unknown_name/],
      "Unknown" => ["NameError", /Unknown/],
      "def f = f\nf" => ["SystemStackError", /stack/]
    }.each do |code, (klass, message)|
      it "keeps #{klass} of #{code.inspect}" do
        expect(failure(code)).to have_attributes(klass:, message: match(message))
      end
    end

    it "survives an exception whose message lies" do
      expect(failure("class Odd < StandardError; def message = raise('no'); def to_s = 7; end; raise Odd"))
        .to have_attributes(klass: "Odd", message: be_a(String))
    end

    it "replaces bytes of a message that are not UTF-8" do
      expect(failure('raise "a\xffb"').message).to eq("a\uFFFDb")
    end

    it "does not reach an exception that the code rescues" do
      expect(sandbox.eval("begin; raise 'x'; rescue => e; e.message; end")).to eq("x")
    end

    it "leaves the sandbox usable" do
      failure("raise 'x'")

      expect(sandbox.eval("1 + 1")).to eq(2)
    end
  end

  describe "code that does not compile" do
    { "1 +" => 1, "x = 1\nif x" => 2, "a = 1\n\ndef" => 3, "1\n)" => 2, "'unterminated" => 1 }.each do |code, line|
      it "is a SandboxError with klass SyntaxError and line #{line} for #{code.inspect}" do
        error = failure(code)

        expect(error).to be_an_instance_of(Kobako::SandboxError).and have_attributes(klass: "SyntaxError")
        expect("#{error.message} #{error.backtrace_lines.join}").to match(/\(eval\):#{line}\b|line #{line}\b/)
      end
    end

    it "runs none of it" do
      failure("puts 'ran'\n1 +") { expect(sandbox.stdout).to eq("") }
    end
  end

  it "gives __FILE__ and __LINE__ of the code" do
    expect(sandbox.eval("\n[__FILE__, __LINE__]")).to eq(["(eval)", 2])
  end

  it "takes code that holds no expression" do
    expect(sandbox.eval("# only a comment")).to be_nil
    expect(sandbox.eval("\n\n")).to be_nil
  end

  it "runs in a sandbox of its own, apart from other sandboxes" do
    other = Kobako::Sandbox.new
    sandbox.eval("$shared = 1; print 'one'")
    other.eval("print $shared.inspect")

    expect([sandbox.stdout, other.stdout]).to eq(%w[one nil])
  end

  %w[File Dir Process.ppid Process.fork Socket Thread.new Thread.start ObjectSpace.each_object Kernel.system Kernel.fork
     Kernel.exec Kernel.spawn require('socket') load('x') `id` open('x') IO.popen('id')
     IO.read('x')].each do |name|
    it "has no #{name}" do
      expect(failure(name).klass).to match(/\A(Name|NoMethod|NotImplemented|Load)Error\z/)
    end
  end
end
