# frozen_string_literal: true

RSpec.describe Kobako::ScriptBacktrace do
  def raised(klass = Kobako::SandboxError, message = "boom", **record)
    raise klass.new(message, **record)
  rescue Kobako::Error => e
    e
  end

  def raised_with(lines, message = "boom", klass = "KeyError")
    raised(Kobako::SandboxError, message, klass:, backtrace_lines: lines)
  end

  {
    ["a.rb:3:in 'x'"] => ["a.rb", 3], ["a.rb:3"] => ["a.rb", 3],
    ["(snippet:App):7:in '<main>'"] => ["(snippet:App)", 7], ["C:/a b.rb:12:in 'y:3'"] => ["C:/a b.rb", 12],
    ["größe:65535"] => ["größe", 65_535],
    ["(unknown):0", "b.rb:2"] => ["b.rb", 2], ["here", "b.rb:2"] => ["b.rb", 2],
    [] => [nil, nil], ["here"] => [nil, nil], [":3"] => [nil, nil], ["a:"] => [nil, nil], ["a:x"] => [nil, nil],
    ["a:3x"] => [nil, nil], ["\xff:3".b] => ["\xff".b, 3]
  }.each do |lines, (filename, line)|
    it "finds #{filename.inspect} and #{line.inspect} in #{lines.inspect}" do
      expect(raised_with(lines)).to have_attributes(filename:, line:)
    end
  end

  [Kobako::TrapError, Kobako::TimeoutError, Kobako::MemoryLimitError, Kobako::ServiceError, Kobako::BytecodeError]
    .each do |klass|
    it "gives a #{klass} the same readers, without a place where there is none" do
      expect(raised(klass)).to have_attributes(line: nil, filename: nil, klass: nil, backtrace_lines: [],
                                               message: "boom", detailed_message: "#{klass}: boom")
    end
  end

  it "puts the script's lines before the host's" do
    error = raised_with(["a.rb:3:in 'x'", "a.rb:9"])
    expect(error.backtrace.first(2)).to eq(["a.rb:3:in 'x'", "a.rb:9"])
    expect(error.backtrace[2]).to include(File.basename(__FILE__))
    expect(error.backtrace_locations).to be_nil
  end

  it "leaves the backtrace of the host alone where there is no line of a script" do
    expect(raised.backtrace.first).to include(File.basename(__FILE__))
    expect(raised.backtrace_locations).to all(be_a(Thread::Backtrace::Location))
  end

  it "has no backtrace before the error is raised" do
    error = Kobako::SandboxError.new("x", backtrace_lines: ["a.rb:1"])
    expect([error.backtrace, error.backtrace_locations]).to eq([nil, nil])
  end

  it "says the script's lines once, when the backtrace is given on or the error raised again" do
    error = raised_with(["a.rb:3"])
    again = begin
      raise error
    rescue Kobako::Error => e
      e
    end
    expect(again.backtrace.count("a.rb:3")).to eq(1)
    other = raised_with(["a.rb:3"])
    other.set_backtrace(error.backtrace)
    expect(other.backtrace).to eq(error.backtrace)
  end

  it "is the cause of another error as any exception is" do
    error = begin
      raise_again
    rescue RuntimeError => e
      e
    end
    expect(error.cause.backtrace.first).to eq("a.rb:3")
    expect(error.full_message(highlight: false)).to include("a.rb:3: boom")
  end

  def raise_again
    raised_with(["a.rb:3"]).then { |error| raise error }
  rescue Kobako::Error
    raise "other"
  end

  it "has lines that a log can show" do
    error = raised_with(["a\e[31m\nb:3", "\xff:1".b])
    expect(error.backtrace.first(2)).to eq(["a\uFFFD[31m b:3", "\uFFFD:1"])
  end

  {
    "boom" => "KeyError: boom (a.rb:3)",
    "one\ntwo\n" => "KeyError: one (a.rb:3)\ntwo\n",
    "" => "KeyError:  (a.rb:3)",
    "grün" => "KeyError: grün (a.rb:3)",
    "\xff\e[2J".b => "KeyError: \uFFFD\uFFFD[2J (a.rb:3)"
  }.each do |message, detailed|
    it "says class and place after the first line of #{message.inspect}" do
      expect(raised_with(["a.rb:3"], message).detailed_message).to eq(detailed)
    end
  end

  it "marks what is for a terminal" do
    expect(raised_with(["a.rb:3"], "one\n\ntwo").detailed_message(highlight: true))
      .to eq("\e[1mKeyError: one (a.rb:3)\e[m\n\n\e[1mtwo\e[m")
  end

  it "takes what Ruby hands on beside" do
    expect(raised_with(["a.rb:3"]).detailed_message(highlight: false, limit: 7)).to eq("KeyError: boom (a.rb:3)")
  end

  it "leaves message and inspect as Ruby has them" do
    expect(raised_with(["a.rb:3"])).to have_attributes(message: "boom", inspect: "#<Kobako::SandboxError: boom>")
  end
end
