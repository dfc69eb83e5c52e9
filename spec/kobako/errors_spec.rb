# frozen_string_literal: true

RSpec.describe Kobako::Error do
  {
    Kobako::Error => StandardError,
    Kobako::TrapError => Kobako::Error,
    Kobako::TimeoutError => Kobako::TrapError,
    Kobako::MemoryLimitError => Kobako::TrapError,
    Kobako::SetupError => Kobako::Error,
    Kobako::ModuleNotBuiltError => Kobako::SetupError,
    Kobako::SandboxError => Kobako::Error,
    Kobako::UndefinedEntrypointError => Kobako::SandboxError,
    Kobako::HandlerExhaustedError => Kobako::SandboxError,
    Kobako::BytecodeError => Kobako::SandboxError,
    Kobako::Transport::Error => Kobako::SandboxError,
    Kobako::ServiceError => Kobako::Error,
    Kobako::Codec::Error => Kobako::Error,
    Kobako::Codec::UnsupportedType => Kobako::Codec::Error,
    Kobako::Codec::Truncated => Kobako::Codec::Error,
    Kobako::Codec::InvalidType => Kobako::Codec::Error,
    Kobako::Codec::InvalidEncoding => Kobako::Codec::Error
  }.each do |error, parent|
    it "has #{error} under #{parent}" do
      expect(error.superclass).to be(parent)
    end
  end

  [Kobako::SandboxError, Kobako::ServiceError].each do |error|
    it "gives #{error} the guest's record" do
      raised = error.new("boom", origin: "sandbox", klass: "KeyError", backtrace_lines: ["(eval):1"], details: 7)

      expect(raised).to have_attributes(message: "boom", origin: "sandbox", klass: "KeyError",
                                        backtrace_lines: ["(eval):1"], details: 7)
    end

    it "leaves the record of a #{error} that the host raised empty" do
      expect(error.new("boom")).to have_attributes(origin: nil, klass: nil, backtrace_lines: [], details: nil)
    end

    it "can raise #{error} without a message" do
      expect { raise error }.to raise_error(error, error.name)
    end
  end

  it "tells in the details of a SystemExit with which status the script left" do
    codes = ["exit", "exit 3", "exit false", "abort", "raise SystemExit",
             "class Leave < SystemExit; end; raise Leave.new(4)", "raise SystemExit.new(7, 'bye')"]
    errors = codes.map { |code| Kobako::Sandbox.new.execute(code).error }

    expect(errors).to all(be_instance_of(Kobako::SandboxError))
    expect(errors.map(&:details)).to eq([0, 3, 1, 1, 0, 4, 7].map { |status| { "status" => status } })
  end

  it "keeps the details of other exceptions, whatever a script writes into them" do
    code = "error = RuntimeError.new('no'); error.instance_variable_set(:@status, 3); raise error"

    expect(Kobako::Sandbox.new.execute(code).error.details).to be_nil
  end
end
