# frozen_string_literal: true

# What a program leaves for its end runs before its outcome goes to the host.
RSpec.describe "at_exit" do
  let(:sandbox) { Kobako::Sandbox.new(timeout: 5) }

  # What the program ends with, and what it printed.
  def outcome(source)
    [sandbox.eval(source), sandbox.stdout]
  rescue Kobako::Error => e
    [e, sandbox.stdout]
  end

  it "leaves the value as it is" do
    expect(outcome("at_exit { puts 'bye'; :other }\n[1, 'two'.dup]")).to eq([[1, "two"], "bye\n"])
  end

  it "runs after an exception, which is $! for it, and the program's end" do
    error, printed = outcome("at_exit { puts $!.message }\nraise ArgumentError, 'wrong'")
    expect(error).to have_attributes(klass: "ArgumentError", message: a_string_including("wrong"))
    expect(error.backtrace_lines.first).to start_with("(eval):2")
    expect(printed).to eq("wrong\n")
  end

  it "runs after exit, and may call it" do
    with_status = ->(status) { have_attributes(klass: "SystemExit", details: { "status" => status }) }
    expect(outcome("at_exit { puts $!.status }\nexit 3")).to match([with_status.call(3), "3\n"])
    expect(outcome("at_exit { exit 4 }\nexit 3").first).to with_status.call(4)
    expect(outcome("at_exit { exit 4 }\n1").first).to with_status.call(4)
  end

  it "ends the program with what it raises, after all others ran" do
    error, printed = outcome("at_exit { puts 'last' }\nat_exit { raise 'one' }\nat_exit { puts 'first' }\n1")
    expect(error.message).to include("one")
    expect(printed).to eq("first\nlast\n")
  end

  it "tells on $stderr of exceptions that are not the end" do
    error, = outcome("at_exit { raise 'second' }\nat_exit { raise 'first' }\nraise 'program'")
    expect(error.message).to include("program")
    expect(sandbox.stderr).to match(/\(eval\):2:in .*: first \(RuntimeError\).*second \(RuntimeError\)/m)
  end

  it "calls services, and keeps the value meanwhile" do
    log = []
    sandbox.bind("Log", ->(text) { log << text })
    value = sandbox.eval("at_exit { GC.start; 20.times { |i| Log.call(i.to_s) } }\nArray.new(100) { |i| 'x' * i }")
    expect(value).to eq(Array.new(100) { |i| "x" * i })
    expect(log.size).to eq(20)
  end

  it "runs after each entrypoint, that of a snippet too" do
    sandbox.preload(name: :Greeting, code: "at_exit { puts 'snippet' }; Greet = ->(n) { at_exit { puts n }; n }")
    results = [1, 2].map { |n| [sandbox.run(:Greet, n), sandbox.stdout] }
    expect(results).to eq([[1, "1\nsnippet\n"], [2, "2\nsnippet\n"]])
    expect(outcome("0")).to eq([0, "snippet\n"])
  end

  it "counts on the program's time, and is left out when that is over" do
    sandbox = Kobako::Sandbox.new(timeout: 0.2)
    expect { sandbox.eval("at_exit { loop {} }") }.to raise_error(Kobako::TimeoutError)
    expect { sandbox.eval("at_exit { puts 'never' }; loop {}") }.to raise_error(Kobako::TimeoutError)
    expect(sandbox.stdout).to eq("")
  end

  it "ends where it leaves more and more of itself" do
    expect { Kobako::Sandbox.new(timeout: 0.2).eval("again = -> { at_exit(&again) }; again.call") }
      .to raise_error(Kobako::TimeoutError)
  end

  it "ends where what it calls has another meaning" do
    expect(outcome("class << Kernel; def __run_exits(*) = raise('mine'); end; at_exit { }; 1").first)
      .to have_attributes(message: a_string_including("mine"))
    expect(outcome("class Array; def pop = nil; end; at_exit { puts 'not run' }; 1")).to eq([1, ""])
  end
end
