# frozen_string_literal: true

require "support/hostile_module"
require "support/scripts"

RSpec.describe "The error that an invocation ends in" do
  include HostileModule

  describe "by the panic record" do
    def record(fields) = Kobako::Codec::Encoder.encode(fields)

    def panic(fields)
      bytes = if fields.is_a?(Hash)
                record({ "origin" => "sandbox", "class" => "E",
                         "message" => "m" }.merge(fields))
              else
                fields
              end
      attack(sandbox_leaving("\x02".b + bytes.b))
      raise "nothing was raised"
    rescue Kobako::Error => e
      e
    end

    it "is a SandboxError with all that the record says" do
      error = panic("class" => "RuntimeError", "message" => "grün", "backtrace" => ["(eval):2:in f", "(eval):5"],
                    "details" => { "constants" => [:A] })

      expect(error).to be_an_instance_of(Kobako::SandboxError).and have_attributes(
        message: "grün", origin: "sandbox", klass: "RuntimeError", backtrace_lines: ["(eval):2:in f", "(eval):5"],
        details: { "constants" => [:A] }
      )
    end

    it "is a ServiceError when the origin is service, with the same readers" do
      error = panic("origin" => "service", "class" => "Kobako::ServiceError", "backtrace" => ["(eval):1"])

      expect(error).to be_an_instance_of(Kobako::ServiceError).and have_attributes(
        message: "m", origin: "service", klass: "Kobako::ServiceError", backtrace_lines: ["(eval):1"], details: nil
      )
    end

    it "is a SandboxError for any other origin" do
      ["", "host", "Service", "service\0", "services"].each do |origin|
        expect(panic("origin" => origin)).to be_an_instance_of(Kobako::SandboxError)
      end
    end

    it "is a BytecodeError when the class says so, unless a service failed" do
      expect(panic("class" => "Kobako::BytecodeError")).to be_an_instance_of(Kobako::BytecodeError)
      expect(panic("class" => "Kobako::BytecodeError", "origin" => "service"))
        .to be_an_instance_of(Kobako::ServiceError)
    end

    it "is a SandboxError when the class names another of the host's classes" do
      ["Kobako::TrapError", "Kobako::TimeoutError", "SystemExit", "Kernel", "NoMemoryError", ""].each do |klass|
        expect(panic("class" => klass)).to be_an_instance_of(Kobako::SandboxError).and have_attributes(klass:)
      end
    end

    it "needs no backtrace and no details, and ignores what it does not know" do
      expect(panic("later" => { 1 => 2 }, 7 => 8)).to have_attributes(backtrace_lines: [], details: nil, message: "m")
      expect(panic("backtrace" => nil, "details" => nil)).to have_attributes(backtrace_lines: [], details: nil)
    end

    it "takes keys that are binary" do
      keys = { "origin" => "service", "class" => "C", "message" => "m", "backtrace" => ["l"], "details" => 1 }

      expect(panic(record(keys.transform_keys(&:b))))
        .to be_an_instance_of(Kobako::ServiceError).and have_attributes(klass: "C", backtrace_lines: ["l"], details: 1)
    end

    it "takes a message that is not UTF-8" do
      expect(panic("message" => "\xFF".b).message.b).to eq("\xFF".b)
    end

    whole = { "origin" => "sandbox", "class" => "E", "message" => "m" }
    {
      "nil" => nil, "an integer" => 7, "an array" => [1], "text" => "panic", "an empty map" => {},
      "a map without origin" => whole.except("origin"), "a map without class" => whole.except("class"),
      "a map without message" => whole.except("message"), "keys that are symbols" => whole.transform_keys(&:to_sym),
      "an origin that is a symbol" => whole.merge("origin" => :service),
      "a class of nil" => whole.merge("class" => nil),
      "a message that is an array" => whole.merge("message" => ["m"]),
      "a backtrace that is text" => whole.merge("backtrace" => "line"),
      "a backtrace of numbers" => whole.merge("backtrace" => [1])
    }.each do |kind, fields|
      it "is a Transport::Error when the record is #{kind}" do
        expect(panic(record(fields))).to be_an_instance_of(Kobako::Transport::Error)
      end
    end

    { "cut" => "\x83\xa6origin", "followed by a byte" => "\x80\x00", "of a reserved marker" => "\xc1",
      "a handle" => "\xd6\x01\x00\x00\x00\x01", "over-declared" => "\xdf\xff\xff\xff\xff",
      "129 levels deep" => "\x91" * 130 }.each do |kind, bytes|
      it "is a Transport::Error when the record is #{kind}" do
        expect(panic(bytes)).to be_an_instance_of(Kobako::Transport::Error).and have_attributes(message: /panic record/)
      end
    end
  end

  describe "in the order of decision" do
    let(:value) { HostileModule.packed(HostileModule::OUTCOME, 2) }

    def panic = %[(data (i32.const 256) "\\02#{HostileModule.literal(Kobako::Codec::Encoder.encode(fields))}")]
    def fields = { "origin" => "service", "class" => "E", "message" => "m" }
    def panic_at = HostileModule.packed(256, 1 + Kobako::Codec::Encoder.encode(fields).bytesize)

    it "puts a trap before the value and before a panic that was ready" do
      expect { attack(hostile_sandbox(take_outcome: "unreachable")) }.to raise_error(Kobako::TrapError)
      expect { attack(hostile_sandbox(eval: "unreachable", take_outcome: panic_at, fields: panic)) }
        .to raise_error(an_instance_of(Kobako::TrapError))
    end

    it "puts a timeout and a memory limit before the value that was ready" do
      expect { attack(hostile_sandbox({ timeout: 0.02 }, eval: "(loop (br 0))", take_outcome: value)) }
        .to raise_error(an_instance_of(Kobako::TimeoutError))
      expect { attack(hostile_sandbox(eval: "(drop (memory.grow (i32.const 999)))", take_outcome: value)) }
        .to raise_error(an_instance_of(Kobako::MemoryLimitError))
    end

    it "puts an unknown tag before bytes that do not decode" do
      expect { attack(sandbox_leaving("\x03\xc1".b)) }.to raise_error(an_instance_of(Kobako::TrapError))
    end

    it "reads a panic by its tag, however much it looks like a value" do
      expect { attack(sandbox_leaving("\x02\x2a".b)) }.to raise_error(Kobako::Transport::Error)
      expect(attack(sandbox_leaving("\x01".b + Kobako::Codec::Encoder.encode(fields)))).to eq(fields)
    end

    it "gives the panic where nothing worse happened" do
      expect { attack(hostile_sandbox(take_outcome: panic_at, fields: panic)) }
        .to raise_error(an_instance_of(Kobako::ServiceError), "m")
    end
  end

  it "is a Kobako::Error and a StandardError, whichever it is" do
    expect([Kobako::TrapError, Kobako::SetupError, Kobako::SandboxError, Kobako::ServiceError].map(&:superclass))
      .to all(be(Kobako::Error))
    expect(Kobako::Error.superclass).to be(StandardError)
    expect(
      { Kobako::TimeoutError => Kobako::TrapError, Kobako::MemoryLimitError => Kobako::TrapError,
        Kobako::ModuleNotBuiltError => Kobako::SetupError, Kobako::HandlerExhaustedError => Kobako::SandboxError,
        Kobako::BytecodeError => Kobako::SandboxError, Kobako::Transport::Error => Kobako::SandboxError }
    ).to all(satisfy { |error, parent| error.superclass.equal?(parent) })
  end

  it "carries what the host rescues with: the backtrace of the host's own call" do
    sandbox = hostile_sandbox(eval: "unreachable")

    expect { sandbox.eval("attack") }
      .to raise_error(have_attributes(backtrace: include(a_string_including(File.basename(__FILE__)))))
  end

  describe "of Ruby" do
    include Scripts

    let(:sandbox) { Kobako::Sandbox.new }
    let(:roomy) { Kobako::Sandbox.new(timeout: 60, memory_limit: 64 << 20) }

    {
      "exit" => %w[exit SystemExit], "exit!" => %w[exit! NoMethodError], "abort" => %w[abort SystemExit],
      "throw" => ["throw :done", "UncaughtThrowError"], "a signal" => ["Process.kill(9, 0)", "NoMethodError"],
      "a break at the top" => %w[break SyntaxError], "a redo at the top" => %w[redo SyntaxError],
      "a next in nothing" => %w[next SyntaxError], "a yield at the top" => %w[yield SyntaxError],
      "NoMemoryError" => ["raise NoMemoryError", "NoMemoryError"], "SystemExit" => ["raise SystemExit", "SystemExit"],
      "an exception class without a name" => ["raise Class.new(Exception)", /\A#<Class:/],
      "raise of a number" => ["raise 7", "TypeError"], "raise of nil" => ["raise nil", "TypeError"]
    }.each do |kind, (code, klass)|
      it "is a SandboxError for #{kind}, and the process lives" do
        expect(failure(code)).to be_an_instance_of(Kobako::SandboxError).and have_attributes(klass: match(klass))
      end
    end

    {
      "message that raises" => "def message = raise('no')", "message that returns itself" => "def message = self",
      "message of nil" => "def message = nil", "to_s that raises" => "def to_s = raise('no')",
      "inspect that raises" => "def inspect = raise('no')", "backtrace that raises" => "def backtrace = raise('no')",
      "backtrace of numbers" => "def backtrace = [1, nil]", "backtrace of text" => "def backtrace = 'here'",
      "a class without a name" => "def class = nil", "full_message that raises" => "def full_message(*) = raise('no')",
      "a class that lies" => "def class = Kobako", "method_missing" => "def method_missing(*) = raise('no')"
    }.each do |kind, body|
      it "is a SandboxError for an exception with #{kind}" do
        error = failure("class Odd < StandardError; #{body}; end; raise Odd, 'x'")

        expect(error).to be_an_instance_of(Kobako::SandboxError)
          .and have_attributes(message: be_a(String), klass: be_a(String), backtrace_lines: all(be_a(String)))
      end
    end

    it "is a SandboxError for an exception whose class has no name, or a name that raises" do
      expect(failure("raise Class.new(StandardError), 'x'")).to have_attributes(klass: be_a(String), message: "x")
      lying = "class Odd < StandardError; def self.name = raise('n'); def self.to_s = raise('t'); end"
      expect(failure("#{lying}; raise Odd, 'x'"))
        .to have_attributes(klass: be_a(String), message: "x")
    end

    it "cannot pretend to come from a service or from the engine" do
      expect(failure("raise Kobako::ServiceError, 'x'").class).to be(Kobako::SandboxError)
      expect(failure("class TimeoutError < StandardError; end; raise TimeoutError"))
        .to be_an_instance_of(Kobako::SandboxError)
    end

    it "is a SandboxError for a message of 900 KiB, and for one over the memory limit a MemoryLimitError" do
      roomy = Kobako::Sandbox.new(memory_limit: 16 << 20)

      expect { roomy.eval("raise 'x' * 900_000") }
        .to raise_error(Kobako::SandboxError) { |error| expect(error.message.bytesize).to eq(900_000) }
      expect(failure("raise 'x' * (4 << 20)")).to be_an_instance_of(Kobako::MemoryLimitError)
    end

    it "is a SandboxError for a message or a backtrace over 16 MiB, with what fits of it" do
      roomy = Kobako::Sandbox.new(memory_limit: 256 << 20)

      backtrace = "e = RuntimeError.new('m'); e.set_backtrace(Array.new(20) { |i| i.to_s + 'x' * (1 << 20) }); raise e"

      expect(failure("raise 'x' * (17 << 20)", roomy)).to be_an_instance_of(Kobako::SandboxError)
        .and have_attributes(klass: "RuntimeError", message: start_with("x" * (1 << 20)))
      expect(failure(backtrace, roomy)).to be_an_instance_of(Kobako::SandboxError)
        .and have_attributes(message: "m", backtrace_lines: have_attributes(size: 20)
                                                              .and(all(match(/\A\d+x{900,}/))))
    end

    it "is what a method raises while the result is encoded, or nothing" do
      expect(sandbox.eval("class Integer; def to_s(*) = raise('no'); end; [1]")).to eq([1])
    end

    it "is a SandboxError for a stack overflow, with a bounded backtrace" do
      error = failure("def f(n) = f(n + 1)\nf(0)")

      expect(error).to be_an_instance_of(Kobako::SandboxError).and have_attributes(klass: "SystemStackError")
      expect(error.backtrace_lines.size).to be < 10_000
    end

    {
      "to_s" => "class Deep; def to_s = to_s; end; Deep.new.to_s",
      "<=>" => "class Deep; def <=>(o) = self <=> o; end; Deep.new <=> 1",
      "deep arrays compared" => "a = []; b = []; 20_000.times { a = [a]; b = [b] }; a == b; nil",
      "deep arrays inspected" => "a = []; 20_000.times { a = [a] }; a.inspect; nil",
      "deep blocks" => "def f(n, &b) = n.zero? ? b.call : f(n - 1) { b.call }\nf(100_000) { 1 }",
      "method_missing" => "def method_missing(n, *a) = send(:x, *a)\nx"
    }.each do |kind, code|
      it "is a SandboxError of SystemStackError for recursion by #{kind}" do
        expect(failure(code, roomy)).to be_an_instance_of(Kobako::SandboxError)
          .and have_attributes(klass: "SystemStackError")
      end
    end

    {
      "deep parentheses" => "#{"(" * 5000}1#{")" * 5000}",
      "deep blocks in source" => "#{"if true;" * 2000}1#{";end" * 2000}",
      "deep calls in source" => "#{"p(" * 2000}1#{")" * 2000}",
      "deep unary operators" => "#{"!" * 20_000}1",
      "deep modules" => "#{"module A;" * 2000}1#{";end" * 2000}",
      "deep lambdas" => "#{"-> {" * 1000}1#{"}" * 1000}.call; nil",
      "deep arrays in source" => "#{"[" * 5000}#{"]" * 5000}",
      "deep hashes in source" => "#{"{1=>" * 5000}1#{"}" * 5000}",
      "deep string interpolation" => "#{"\"\#{" * 5000}1#{"}\"" * 5000}"
    }.each do |kind, code|
      it "is a SandboxError of SyntaxError for recursion by #{kind}" do
        expect(failure(code, roomy)).to be_an_instance_of(Kobako::SandboxError)
          .and have_attributes(klass: "SyntaxError")
      end
    end

    {
      "inspect of cycles" => "a = []; h = { a => a }; a << h; a.inspect; nil",
      "hash of a cycle" => "a = []; a << a; a.hash; nil",
      "== of cycles" => "a = []; a << a; b = []; b << b; a == b; nil",
      "deep arrays flattened" => "a = []; 20_000.times { a = [a] }; a.flatten; nil",
      "nested arrays in source" => "#{"[" * 500}#{"]" * 500}; nil",
      "nested hashes in source" => "#{"{1=>" * 250}1#{"}" * 250}; nil",
      "nested string interpolation" => "#{"\"\#{" * 125}1#{"}\"" * 125}",
      "nested blocks in source" => "#{"1.then { " * 100}1#{"}" * 100}",
      "a sum of 20,000 terms" => Array.new(20_000, "1").join("+"),
      "a chain of 20,000 calls" => "1#{".succ" * 20_000}"
    }.each do |kind, code|
      it "is none for #{kind}, which end well" do
        expect(roomy.eval("#{code}; :ended")).to be(:ended)
      end
    end

    it "is an ArgumentError for an Array that is flattened into itself" do
      error = failure("a = []; a << a; a.flatten")
      expect(error).to be_an_instance_of(Kobako::SandboxError)
      expect([error.klass, error.message]).to eq(["ArgumentError", "tried to flatten recursive array"])
    end

    it "is a MemoryLimitError for fibers in fibers" do
      expect(failure("def f = Fiber.new { f }.resume\nf")).to be_an_instance_of(Kobako::MemoryLimitError)
    end
  end
end
