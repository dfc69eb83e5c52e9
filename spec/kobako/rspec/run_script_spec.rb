# frozen_string_literal: true

require "kobako/rspec"

RSpec.describe Kobako::RSpec::RunScript do
  let(:sandbox) { Kobako::Sandbox.new }

  def failing(message, &)
    expect(&).to raise_error(RSpec::Expectations::ExpectationNotMetError) { |error|
      message.is_a?(String) ? expect(error.message).to(eq(message)) : expect(error.message).to(match(message))
    }
  end

  it "passes for a script that ends with a value" do
    expect(sandbox).to run_script("nil")
  end

  it "fails for a script that raises, with the error, its place and the output" do
    failing(<<~TEXT.chomp) { expect(sandbox).to run_script("puts 'so far'; warn 'w'\nraise KeyError, 'gone'") }
      expected to run the script, but it raised Kobako::SandboxError (KeyError): gone
        from (eval):2:in '<main>'
      script:
        puts 'so far'; warn 'w'
        raise KeyError, 'gone'
      stdout:
        so far
      stderr:
        w
    TEXT
  end

  describe "#and_return" do
    it "compares the value, or lets a matcher or a class do it" do
      expect(sandbox).to run_script("1 + 1").and_return(2)
      expect(sandbox).to run_script("nil").and_return(nil)
      expect(sandbox).to run_script("[1, 'x']").and_return([Integer, a_string_starting_with("x")])
    end

    it "fails for another value, and for an error" do
      failing("expected to run the script and return 2, but it returned 3\nscript:\n  3") do
        expect(sandbox).to run_script("3").and_return(2)
      end
      failing(/and return nil, but it raised Kobako::SandboxError \(RuntimeError\): x/) do
        expect(sandbox).to run_script("raise 'x'").and_return(nil)
      end
    end

    it "shows what differs in values of several lines" do
      failing(/Diff:.*^-b$.*^\+c$/m) { expect(sandbox).to run_script("\"a\\nc\\n\"").and_return("a\nb\n") }
    end
  end

  describe "#and_raise" do
    it "takes a class, a message, both, or matchers" do
      code = "raise ArgumentError, 'no such order'"
      expect(sandbox).to run_script(code).and_raise
      expect(sandbox).to run_script(code).and_raise(Kobako::SandboxError)
      expect(sandbox).to run_script(code).and_raise("no such order")
      expect(sandbox).to run_script(code).and_raise(/order/)
      expect(sandbox).to run_script(code).and_raise(Kobako::SandboxError, a_string_including("such"))
      expect(sandbox).to run_script(code).and_raise(have_attributes(klass: "ArgumentError"))
    end

    it "takes the errors of a limit" do
      expect(sandbox).to run_script("loop {}").with { |run| run.timeout = 0.05 }.and_raise(Kobako::TimeoutError)
    end

    it "fails for a value, another class and another message" do
      failing(/raise Kobako::Error, but it returned 1/) { expect(sandbox).to run_script("1").and_raise }
      failing(/raise Kobako::TrapError, but it raised Kobako::SandboxError \(RuntimeError\): x/) do
        expect(sandbox).to run_script("raise 'x'").and_raise(Kobako::TrapError)
      end
      failing(/raise Kobako::Error and say "y", but it raised .*: x/) do
        expect(sandbox).to run_script("raise 'x'").and_raise("y")
      end
    end

    it "does not go with and_return" do
      expect { run_script("1").and_return(1).and_raise }.to raise_error(ArgumentError, /a value or an error/)
      expect { run_script("1").and_raise.and_return(1) }.to raise_error(ArgumentError, /a value or an error/)
    end
  end

  describe "#and_print and #and_warn" do
    it "compare all of the output, or look for a pattern in it" do
      expect(sandbox).to run_script("puts 1; warn 'w'; 7").and_print("1\n").and_warn(/w/).and_return(7)
      expect(sandbox).to run_script("print 1; raise 'x'").and_print("1").and_raise("x")
      expect(sandbox).to run_script("1").and_print("").and_warn("")
    end

    it "fail for other output, and for an error that was not expected" do
      failing(/print "2", but it returned nil and printed "1"$/) do
        expect(sandbox).to run_script("print 1").and_print("2")
      end
      failing(/print "2", but it returned 5 and printed nothing$/) { expect(sandbox).to run_script("5").and_print("2") }
      failing(/warn "2", but it returned nil and warned "1\\n"/) do
        expect(sandbox).to run_script("warn 1").and_warn("2")
      end
      failing(/print "1", but it raised .*: x/) { expect(sandbox).to run_script("print 1; raise 'x'").and_print("1") }
    end
  end

  describe "#with" do
    before { sandbox.bind("Req::User") }

    it "makes settings for the run, as blocks of run_script and of to do" do
      bind = ->(run) { run.bind("Req::User", -> { "Ada" }) }

      expect(sandbox).to run_script("Req::User.call").with(&bind).and_return("Ada")
      expect(sandbox).to(run_script("Req::User.call", &bind).and_return("Ada"))
      expect(sandbox).to run_script("Req::User.call").and_return("Ada") do |run|
        run.bind("Req::User", -> { "Ada" })
      end
    end

    it "raises what is misuse", :misuse do
      wrong = run_script("1").with { |run| run.timeout = 0 }
      expect { expect(sandbox).to wrong }.to raise_error(ArgumentError, /timeout/)
      expect { run_script("1").with }.to raise_error(ArgumentError, /takes a block/)
    end
  end

  it "gives the script its name and line" do
    expect(sandbox).to run_script("raise 'x'", filename: "price.rb", line: 7)
      .and_raise(have_attributes(backtrace_lines: ["price.rb:7:in '<main>'"]))
  end

  describe "negated" do
    it "passes for another value or output" do
      expect(sandbox).not_to run_script("1").and_return(2)
      expect(sandbox).not_to run_script("print 1").and_print(/2/)
    end

    it "fails for that value or output, and for an error" do
      failing(/not to run the script and return 1, but it returned 1/) do
        expect(sandbox).not_to run_script("1").and_return(1)
      end
      failing(/not to run the script and print "1", but it .* printed "1"/) do
        expect(sandbox).not_to run_script("print 1").and_print("1")
      end
      failing(/but it raised Kobako::SandboxError/) { expect(sandbox).not_to run_script("raise 'x'").and_return(1) }
    end

    it "is refused where it would pass for any reason" do
      [run_script("1"), run_script("1").and_raise, run_script("1").and_return(1).and_print("")].each do |matcher|
        expect { expect(sandbox).not_to matcher }.to raise_error(ArgumentError, /one of and_return/)
      end
    end
  end

  describe "of an Execution" do
    before { sandbox.preload(code: "Twice = ->(n) { print n; n * 2 }", name: :Twice) }

    it "judges what it ended with" do
      expect(sandbox.call(:Twice, 4)).to run_script.and_return(8).and_print("4")
      expect(sandbox.call(:Twice, nil)).to run_script.and_raise(/undefined method '\*'/)
      failing(/run a script and return 9, but it returned 8\nstdout:\n  4$/) do
        expect(sandbox.call(:Twice, 4)).to run_script.and_return(9)
      end
    end

    it "says of one that was left by a throw that it has nothing" do
      run = nil
      throwing = Kobako::Sandbox.new.bind("Throw", -> { throw :done })
      catch(:done) { throwing.execute("Throw.call") { |settings| run = settings } }

      failing(/but it raised nothing, and was left by a throw/) { expect(run).to run_script }
      failing(/but it raised nothing, and was left by a throw/) { expect(run).to run_script.and_raise }
    end

    it "takes neither code nor settings" do
      run = sandbox.execute("1")
      expect { expect(run).to run_script("1") }.to raise_error(ArgumentError, /leave out the code/)
      expect { expect(run).to(run_script.with { nil }) }.to raise_error(ArgumentError, /leave out the code/)
    end
  end

  it "refuses what is no sandbox", :misuse do
    expect { expect("text").to run_script("1") }.to raise_error(ArgumentError, /a Kobako::Sandbox, got a String/)
  end

  it "has a description" do
    expect(run_script("1").and_print(/x/).and_return(1).description).to eq("run the script and print /x/ and return 1")
  end

  it "is composed with others" do
    expect(sandbox).to run_script("1").and_return(1).and(run_script("2").and_return(2))
  end
end
