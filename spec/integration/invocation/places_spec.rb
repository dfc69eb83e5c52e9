# frozen_string_literal: true

require "support/scripts"

RSpec.describe "The place that an error names" do
  include Scripts

  let(:sandbox) { Kobako::Sandbox.new(timeout: 60) }

  # The error of `code`, which has time to come where it is stopped.
  def stopped(code, sandbox = self.sandbox, timeout: 0.5)
    sandbox.eval(code, filename: "script.rb") { |run| run.timeout = timeout }
    raise "nothing stopped it"
  rescue Kobako::TrapError => e
    e
  ensure
    expect(sandbox.eval("1")).to eq(1)
  end

  describe "of a script that raises" do
    it "is that of the innermost line" do
      expect { sandbox.eval("def ratio(a) = a /\n 0\n\nratio(1)", filename: "f.rb", line: 7) }
        .to raise_error(have_attributes(line: 7, filename: "f.rb", klass: "ZeroDivisionError"))
    end

    it "is that of a snippet" do
      sandbox.preload(name: :Fail, code: "\nFail = -> { raise 'x' }")
      expect { sandbox.run(:Fail) }.to raise_error(have_attributes(line: 2, filename: "(snippet:Fail)"))
    end

    it "is that of the call of a service that failed" do
      sandbox.define(:KV).bind(:Get, -> { raise "no" })
      expect { sandbox.eval("\nKV::Get.call") }
        .to raise_error(an_instance_of(Kobako::ServiceError).and(have_attributes(line: 2, filename: "(eval)")))
    end

    it "is none where no line of the script is at fault", :misuse do
      expect { sandbox.eval("Object.new") }.to raise_error(have_attributes(line: nil, filename: nil))
      expect { sandbox.eval(7) }.to raise_error(have_attributes(line: nil, filename: nil, klass: nil))
    end

    it "is what the script says, if it sets the backtrace" do
      expect(failure("e = RuntimeError.new('x'); e.set_backtrace(['no place', 'a b.rb:12', 'c:1']); raise e"))
        .to have_attributes(line: 12, filename: "a b.rb")
      expect(failure("e = RuntimeError.new('x'); e.set_backtrace(['z:0', ':3', 'z:-1']); raise e"))
        .to have_attributes(line: nil, filename: nil)
    end
  end

  describe "of code that does not compile" do
    it "is that of the first error, and details list all" do
      error = failure("x = = 1\n'é'; )\n")
      expect(error).to have_attributes(line: 1, filename: "(eval)", backtrace_lines: [])
      expect(error.problems.map { |problem| [problem.line, problem.column, problem.severity] })
        .to include([1, 2, :error], [2, 5, :error])
      expect(error.details).to include("filename" => "(eval)")
      expect(error.details["problems"].map { |problem| problem["message"] }).to eq(error.problems.map(&:message))
    end

    it "counts from the line that the code begins at" do
      expect { sandbox.eval("\n)", filename: "f.rb", line: 40) }
        .to raise_error(have_attributes(line: 41, filename: "f.rb", problems: include(have_attributes(line: 41))))
    end

    it "is that of a snippet when it is preloaded" do
      expect { sandbox.preload(name: :A, code: "x = 1\ny = = 3") }
        .to raise_error(have_attributes(line: 2, filename: "(snippet:A)"))
    end

    it "is that of a text that a script evaluates" do
      expect(failure("x = 1\neval(')')"))
        .to have_attributes(line: 1, filename: "(eval at (eval):2)", klass: "SyntaxError")
    end

    it "cannot be made up by a script" do
      error = failure("e = SyntaxError.new('mine'); e.instance_variable_set(:@problems, 'x'); raise e")
      expect(error).to have_attributes(message: "mine", problems: [], details: nil)
    end

    it "lists a thousand errors at most" do
      roomy = Kobako::Sandbox.new(memory_limit: 64 << 20)
      expect(failure("x = = 1\n" * 2_000, roomy).problems.size).to eq(1_000)
    end
  end

  describe "of a script that was stopped by the timeout" do
    {
      "in a loop" => "x = 1\nwhile true\nend", "in a block" => "x = 1\nloop { }",
      "in a method" => "\ndef f = loop { }\nf",
      "in a method of the library" => "\n[1].cycle { }", "in a C function" => "\n(3 ** 50_000).to_s while true",
      "in the regexp matcher" => "\n('x' * 40).sub(/(x+x+)+y/, '') while true",
      "in the collector" => "\na = []; (a << Object.new; a.shift if a.size > 20_000) while true",
      "in string work" => "\n('ab' * 50_000).gsub('a', 'b') while true",
      "in a sort" => "\n(0...20_000).to_a.sort { |a, b| b <=> a } while true",
      "in an ensure" => "\nbegin; loop {}; ensure; loop {}; end", "in JSON" => "\nJSON.parse('[1]' ) while true",
      "in eval" => "\neval('1', nil, 'script.rb', 2) while true", "in a fiber" => "\nFiber.new { loop { } }.resume",
      "in method_missing" => "def method_missing(*) = loop { }\n\nx",
      "while it rescues" => "\n(raise 'x' rescue 1) while true",
      "in a hash" => "\nh = {}; (h[rand(1000)] = 1; h.delete(rand(1000))) while true"
    }.each do |where, code|
      it "is its line, #{where}" do
        error = stopped(code, Kobako::Sandbox.new(memory_limit: 32 << 20))
        expect(error).to be_an_instance_of(Kobako::TimeoutError)
        expect(error.filename).to eq("script.rb")
        expect(error.line).to be_between(1, 4)
        expect(error.backtrace_lines.last).to match(/\Ascript\.rb:\d:in '<main>'\z|'block in <main>'\z|fiber/i)
      end
    end

    it "has the lines that an exception there would have" do
      code = "module Shop\n class Cart\n  def total\n   [1].each do |_|\n    loop { }\n   end\n  end\n end\nend\n" \
             "Shop::Cart.new.total"
      said = failure(code.sub("loop { }", "raise 'x'")).backtrace_lines.map { |line| line.sub("(eval)", "script.rb") }
      lines = stopped(code).backtrace_lines
      expect(lines.last(said.size)).to eq(said)
      expect(lines.first).to match(/\Ascript\.rb:5:in '(?:block|Kernel#loop)/)
    end

    it "names methods of classes, and bodies of classes and of modules" do
      expect(stopped("class A\n  def self.b = loop { }\n  b\nend").backtrace_lines)
        .to include("script.rb:2:in 'A.b'", "script.rb:3:in '<class:A>'")
      expect(stopped("module M\n  module N\n loop { }\n  end\nend").backtrace_lines)
        .to include("script.rb:3:in '<module:N>'")
    end

    it "is in a snippet, and in a library" do
      sandbox.preload(name: :Spin, code: "\nSpin = -> { loop { } }")
      sandbox.library("spin", "\n\ndef spin = loop { }")
      expect { sandbox.run(:Spin) { |run| run.timeout = 0.5 } }
        .to raise_error(have_attributes(line: 2, filename: "(snippet:Spin)"))
      expect(stopped("require 'spin'\nspin")).to have_attributes(line: 3, filename: "spin.rb")
    end

    it "is where a service was called that took too long" do
      sandbox.define(:Slow).bind(:Nap, -> { sleep 0.6 })
      expect(stopped("x = 1\nSlow::Nap.call")).to have_attributes(line: 2, filename: "script.rb")
    end

    it "is in the block that a service called" do
      sandbox.define(:Do).bind(:Twice, ->(&block) { 2.times(&block) })
      expect(stopped("x = 1\nDo::Twice.call do\n  loop { }\nend")).to have_attributes(line: 3, filename: "script.rb")
    end

    it "is none while the code is still compiled, and where the result is encoded" do
      error = stopped("x = [#{"1, " * 400_000}]", Kobako::Sandbox.new(memory_limit: 512 << 20), timeout: 0.005)
      expect(error.line).to be_nil
    end

    it "is told of deep calls by the innermost and the outermost" do
      lines = stopped("def f(n)\n  n.zero? ? loop { } : f(n - 1)\nend\n\nf(300)").backtrace_lines
      expect(lines.size).to be_between(30, 40)
      expect(lines.first).to start_with("script.rb:2:in ")
      expect(lines.last).to eq("script.rb:5:in '<main>'")
    end

    it "is one line each, whatever a script calls its code and its methods" do
      hostile = 'eval("loop { }", nil, "a\nb\e[31m.rb", 3)'
      expect(stopped(hostile).backtrace_lines.first).to start_with("a?b?[31m.rb:3")
      named = 'define_singleton_method("x\n\0y" * 300) { loop { } }; send("x\n\0y" * 300)'
      expect(stopped(named).backtrace_lines).to all(satisfy { |line| !line.match?(/[[:cntrl:]]/) && line.size < 2_048 })
    end
  end

  describe "of a script that was stopped by the memory limit" do
    {
      "in one large object" => "x = 1\n'x' * (64 << 20)", "in many objects" => "a = []\na << 'x' * 1_000 while true",
      "in an array" => "\nArray.new(100_000_000)", "in a hash" => "h = {}\nh[h.size.to_s] = 1 while true",
      "in symbols" => "i = 0\n(i += 1).to_s.to_sym while true", "in a string buffer" => "s = 'x'\ns << s while true",
      "in deep calls of blocks" => "\ndef f = Fiber.new { f }.resume\nf",
      "in a regexp" => "\nRegexp.new('([a-zé]{1,100}b)' * 5_000); nil",
      "in big integers" => "x = 3\nx *= x while true", "in format" => "\nformat('%99999999d', 1)"
    }.each do |where, code|
      it "is its line, #{where}" do
        error = stopped(code, Kobako::Sandbox.new, timeout: 600)
        expect(error).to be_an_instance_of(Kobako::MemoryLimitError)
        expect(error).to have_attributes(filename: "script.rb", line: be_between(1, 3))
      end
    end
  end

  it "stands after the message for whoever reads it" do
    expect(failure("x = 1\n\nx / 0").detailed_message).to eq("ZeroDivisionError: divided by 0 ((eval):3)")
    expect(stopped("\nloop { }").detailed_message)
      .to match(/\AKobako::TimeoutError: Sandbox#eval failed: guest ran .* larger timeout:\) \(script\.rb:2\)\z/)
  end

  it "leaves the message as it is" do
    expect(failure("1 / 0").message).to eq("divided by 0")
  end

  it "is the first line of the backtrace, before those of the host" do
    error = failure("def f = raise('x')\n\nf")
    expect(error.backtrace.first(2)).to eq(["(eval):1:in 'Object#f'", "(eval):3:in '<main>'"])
    expect(error.backtrace.drop(2)).to include(a_string_including(File.basename(__FILE__)))
    expect(stopped("\nloop { }").backtrace.first).to start_with("script.rb:2:in ")
    expect(failure("x = 1\n)").backtrace.first).to eq("(eval):2")
    expect(error.full_message(highlight: false)).to start_with("(eval):1:in 'Object#f': ")
  end
end
