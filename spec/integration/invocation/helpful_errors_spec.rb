# frozen_string_literal: true

require "support/scripts"

RSpec.describe "Errors that help" do
  include Scripts

  let(:sandbox) do
    Kobako::Sandbox.new.tap do |sandbox|
      sandbox.define(:KV).bind(:Lookup, ->(key) { key }).bind(:Store, ->(key) { key })
      sandbox.define(:Shop).bind(:Orders, -> {})
    end
  end

  def message(code) = failure(code).message

  describe "with a file name and a line" do
    it "give them in the backtrace, counted from the program's first line" do
      code = "def ratio(a, b)\n  a / b\nend\nratio(1, 0)"

      expect { sandbox.eval(code, filename: "app/formula.rb", line: 40) }.to raise_error(Kobako::SandboxError) { |error|
        expect(error.backtrace_lines).to eq(["app/formula.rb:41:in 'Object#ratio'", "app/formula.rb:43:in '<main>'"])
      }
    end

    it "give them in __FILE__, __LINE__ and the message of a syntax error" do
      expect(sandbox.eval("[__FILE__,\n__LINE__]", filename: "größe", line: 65_534)).to eq(["größe", 65_535])
      expect { sandbox.eval("\n1 +)", filename: "f.rb", line: 9) }
        .to raise_error(Kobako::SandboxError, /\Af\.rb:10: unexpected '\)'; expected an expression after the operator/)
    end

    it "leave the names of snippets as they are, replayed or kept" do
      sandbox.preload(name: :Fail, code: "def fail_here = raise('x')")
      4.times do
        expect { sandbox.eval("\nfail_here", filename: "f.rb", line: 5) }.to(raise_error do |error|
          expect(error.backtrace_lines).to eq(["(snippet:Fail):1:in 'Object#fail_here'", "f.rb:6:in '<main>'"])
        end)
        expect { sandbox.eval("\nfail_here") }.to(raise_error do |error|
          expect(error.backtrace_lines).to eq(["(snippet:Fail):1:in 'Object#fail_here'", "(eval):2:in '<main>'"])
        end)
      end
    end

    it "raise ArgumentError for a name or a line that cannot be, and run nothing" do
      expect { sandbox.eval("puts 1", filename: "a\nb") }.to raise_error(ArgumentError, /filename/)
      expect { sandbox.eval("puts 1", line: 0) }.to raise_error(ArgumentError, /line/)
      expect(sandbox.stdout).to eq("")
    end
  end

  describe "for code that does not compile" do
    {
      "foo = = 3" => "  1 | foo = = 3\n    |     ^",
      "x = {a: 1 b: 2}" => "  1 | x = {a: 1 b: 2}\n    |     ^",
      "x = 1\n\tfoo(é, 2 three)" => "  2 | \tfoo(é, 2 three)\n    | \t         ^",
      "def foo\n  1\n\n" => "  3 | \n    | ^",
      "1 +" => "  1 | 1 +\n    |    ^",
      "class foo; end" => "  1 | class foo; end\n    |       ^"
    }.each do |code, excerpt|
      it "show the line and a caret for #{code.inspect}" do
        expect(message(code).lines.drop(1).first(2).join.chomp).to eq(excerpt)
      end
    end

    it "show a part of a long line, in whole characters" do
      lines = message("#{"é" * 5000} = = #{"ü" * 5000}").lines
      expect(lines[1].size).to be < 120
      expect(lines[1]).to start_with("  1 | é").and be_valid_encoding
      expect(lines[1][lines[2].index("^")]).to eq("=")
    end

    it "show a snippet's line when it is preloaded, as it was written" do
      message = "(snippet:A):2: expected an expression after `=`\n  2 | y = = 3\n    |   ^\n"
      expect { sandbox.preload(name: :A, code: "x = 1\ny = = 3") }
        .to raise_error(Kobako::SandboxError, start_with(message))
    end
  end

  describe "for a name that is not there" do
    {
      "Strng.new" => ["Did you mean?  String", [:String]], "putz 1" => ["Did you mean?  putc, puts", %i[putc puts]],
      "[1].lenght" => ["Did you mean?  length", [:length]], "Math::Pi" => ["Did you mean?  PI", [:PI]],
      "KV::Lokup.call(1)" => ["Did you mean?  Lookup", [:Lookup]],
      "class A; def total = 1; end; A.new.totl" => ["Did you mean?  total", [:total]],
      "total = 1; def totals = 2; totls" => ["Did you mean?  totals", [:totals]]
    }.each do |code, (line, names)|
      it "name the nearest for #{code}" do
        error = failure(code)
        expect(error.message.lines[1].chomp).to eq(line)
        expect(error.details).to eq(names)
      end
    end

    it "list the services: all for a constant, those of a namespace for what is missing in it" do
      expect(message("Kv")).to end_with("\nServices: KV::Lookup, KV::Store, Shop::Orders")
      expect(message("Shop::Order")).to end_with("\nServices: Shop::Orders")
      expect(message("KV.lookup_all")).to end_with("\nServices: KV::Lookup, KV::Store")
      expect(message("nil.lookup")).to eq("undefined method 'lookup' for nil")
    end

    it "say nothing more where nothing is near and nothing bound" do
      expect { Kobako::Sandbox.new.eval("Frobnicator") }
        .to raise_error(Kobako::SandboxError, "uninitialized constant Frobnicator")
    end

    it "leave alone what a script raises itself" do
      expect(message("raise NameError, 'Strng'")).to eq("Strng")
      expect(message("raise NameError.new('gone', :Strng)")).to eq("gone")
      expect(message("begin; Strng; rescue NameError => e; raise NameError, e.message; end"))
        .to eq("uninitialized constant Strng")
    end

    it "leave the message that a script sees as it is" do
      expect(sandbox.eval("begin; Strng; rescue NameError => e; [e.message, e.name]; end"))
        .to eq(["uninitialized constant Strng", :Strng])
    end

    it "stand hostile names and classes" do
      ["Object.const_get('S' * 9_000_000)", "send('x' * 9_000_000)", "send(\"\\xff\\0\")",
       "class A < BasicObject; end; A.new.zap", "def (o = Object.new).class = raise; o.zap",
       "class Object; def self.constants = raise; end; Strng"].each do |code|
        roomy = Kobako::Sandbox.new(memory_limit: 64 << 20)
        expect(failure(code, roomy).klass).to match(/\A(Name|NoMethod|Argument)Error\z/)
      end
    end
  end

  describe "for what a sandbox has not" do
    {
      "File.read('x')" => "no files", "Dir.pwd" => "no files",
      "Net::HTTP.get('x')" => "no network", "Socket.new" => "no network", "Process.ppid" => "no processes",
      "system('ls')" => "no processes", "exec 'ls'" => "no processes", "fork { }" => "no processes",
      "spawn 'ls'" => "no processes", "`ls`" => "no processes", "Thread.new { }" => "one thread",
      "Ractor.new { }" => "one thread", "Process.kill(9, 1)" => "no processes", "open('x')" => "no files",
      "test(?e, 'x')" => "no files", "sleep" => "nothing in a sandbox could end it",
      "ObjectSpace.each_object" => "heap",
      "require 'socket'" => "no network", "require 'active_record'" => "no files and no gems",
      "Zlib.crc32('x')" => "no compression",
      "require_relative 'x'" => "no files", "load 'x.rb'" => "no files", "exit!" => "use exit, or ensure"
    }.each do |code, reason|
      it "say what to do instead of #{code}" do
        error = failure(code)
        expect(error.message).to include(reason).and match(/\([^)]+\)|; it has/)
        expect(error.backtrace_lines.last).to eq("(eval):1:in '<main>'")
      end
    end

    it "say it to a script that rescues them too" do
      code = "begin; File.read('x'); rescue NameError => e; e.message; end"
      expect(sandbox.eval(code)).to start_with("uninitialized constant File: a sandbox has no files (")
    end

    it "let a script define such names itself" do
      expect(sandbox.eval("module File; def self.read(_) = 'mine'; end; def sleep(n) = n; [File.read('x'), sleep(2)]"))
        .to eq(["mine", 2])
    end
  end

  describe "for require" do
    it "answer true and then false for what is there, in each invocation anew" do
      2.times { expect(sandbox.eval("[require('set'), require('set'), require('pp')]")).to eq([true, false, true]) }
    end

    it "name what is there for what is not" do
      error = failure("begin; require 'cvs'; rescue LoadError => e; raise e unless e.path == 'cvs'; raise e; end")
      expect(error).to have_attributes(klass: "LoadError", message: /-- cvs: .* it has English, abbrev, /)
    end

    it "refuse other things than names" do
      expect(failure("require 7").klass).to eq("TypeError")
      expect(failure("require nil").klass).to eq("TypeError")
    end
  end
end
