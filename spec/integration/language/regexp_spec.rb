# frozen_string_literal: true

require "support/unhurried"

RSpec.describe "Regexp in the guest" do
  include Unhurried

  let(:sandbox) { Kobako::Sandbox.new(memory_limit: 16 << 20, timeout: 1200) }

  describe "limits" do
    it "stops a catastrophic pattern at the timeout, and the sandbox stays usable" do
      sandbox = Kobako::Sandbox.new(timeout: 0.1)
      expect { sandbox.eval('("a" * 60) =~ /^(a+)+\1b/') }.to raise_error(Kobako::TimeoutError)
      expect(sandbox.usage.cpu_time).to be < 5
      expect(unhurried(sandbox, '"ab" =~ /b/')).to eq(1)
    end

    it "refuses a pattern that nests too deep, by a RegexpError" do
      expect(sandbox.eval('Regexp.new("(" * 490 + "a" + ")" * 490) =~ "a"')).to eq(0)
      expect { sandbox.eval('Regexp.new("(" * 501 + "a" + ")" * 501)') }
        .to raise_error(Kobako::SandboxError, /\Aparse depth limit over/)
    end

    it "compiles the deepest pattern at the deepest recursion" do
      expect(sandbox.eval(<<~'RUBY')).to eq(0)
        PATTERN = "(?:a|" * 490 + "b" + ")*" * 490
        def deep(n) = n.zero? ? Regexp.new(PATTERN) =~ "c" : [2, 1].sort { return deep(n - 1) }
        depth = 4000
        begin
          deep(depth)
        rescue SystemStackError
          depth -= 1
          retry if depth.positive?
        end
      RUBY
    end

    it "forgets old patterns: many of them fit a small memory" do
      sandbox = Kobako::Sandbox.new(memory_limit: 4 << 20)
      expect(sandbox.eval('50_000.times { |i| Regexp.new("a" + i.to_s) }; 1')).to eq(1)
    end

    it "compiles a literal once: a loop over it keeps one program, where other patterns keep one each" do
      peak = lambda do |pattern|
        sandbox.eval("GC.disable; n = 0; 5_000.times { |i| n += 1 if #{pattern} =~ 'no' }; n")
        sandbox.usage.memory_peak
      end

      expect(peak['/(\d+)-(\w+)[a-z\w]+/i']).to be < 2 << 20
      expect(peak["Regexp.new('(\\d+)-(\\w+)[a-z]+' + i.to_s)"]).to be > 4 << 20
    end
  end

  describe "the variables of the last match" do
    it "belong to each method call" do
      expect(sandbox.eval(<<~'RUBY')).to eq(["b", nil, "1", "b"])
        def other = ("x1" =~ /(\d)/; $1)
        def fresh = $~
        "abc" =~ /b/
        [$&, fresh, other, $&]
      RUBY
    end

    it "are shared by a method and its blocks, wherever these are called" do
      expect(sandbox.eval(<<~'RUBY')).to eq(%w[in in 3])
        def run = ("run" =~ /r/; yield)
        "out" =~ /out/
        run { "in" =~ /in/ }
        seen = [$&]
        Fiber.new { seen << $&; "3" =~ /\d/ }.resume
        seen << $&
      RUBY
    end

    it "stay right when the block outlives its method" do
      code = 'def make = proc { |s| s =~ /(\w)\z/; $1 }; a = make; [a.call("xy"), a.call("ab")]'
      expect(sandbox.eval(code)).to eq(%w[y b])
    end

    it "are seen in the blocks of gsub, scan, grep and each" do
      expect(sandbox.eval(<<~'RUBY')).to eq(["<a>b", %w[a b], ["1"], "b"])
        ["ab".sub(/(a)/) { "<#{$1}>" }, "ab".scan(/(.)/) { }.chars.map { |c| c =~ /(.)/; $1 },
         ["x1"].grep(/(\d)/) { $1 }, %w[a b].each { |s| s =~ /./ } && $&]
      RUBY
    end

    it "survive a collection, and take only a MatchData" do
      expect(sandbox.eval('"abc" =~ /(b)/; 2000.times { "x" * 100 }; GC.start; $1')).to eq("b")
      expect(sandbox.eval('m = "abc".match(/c/); "x" =~ /x/; $~ = m; $&')).to eq("c")
      expect { sandbox.eval("$~ = 5") }
        .to raise_error(Kobako::SandboxError, /\Awrong argument type Integer \(expected MatchData\)/)
    end

    it "do not pass from a snippet to a program, nor between invocations" do
      sandbox.preload(code: '"snippet" =~ /s/', name: :Matcher)
      expect(sandbox.eval("$~")).to be_nil
      sandbox.eval('"eval" =~ /e/; 1')
      expect(sandbox.eval("$~")).to be_nil
    end
  end

  describe "errors" do
    it "tells the line of a literal that does not compile, before the program runs" do
      expect { sandbox.eval("puts 1\n\nx = /(/\n") }.to raise_error(Kobako::SandboxError) { |error|
        expect(error.klass).to eq("SyntaxError")
        expect(error.message).to start_with("(eval):3: end pattern with unmatched parenthesis\n  3 | x = /(/\n")
      }
      expect(sandbox.stdout).to eq("")
    end

    it "raises RegexpError for one that is made at run time" do
      expect do
        sandbox.eval('Regexp.new("[")')
      end.to raise_error(Kobako::SandboxError,
                         %r{premature end of char-class: /\[/}) { |error|
               expect(error.klass).to eq("RegexpError")
             }
    end

    it "refuses objects that were never initialized" do
      ["Regexp.allocate =~ 'a'", "Regexp.allocate.source", "MatchData.allocate[0]",
       "MatchData.allocate.inspect"].each do |code|
        expect { sandbox.eval(code) }.to raise_error(Kobako::SandboxError)
      end
      expect(sandbox.eval('"ab".match(/b/).dup.pre_match')).to eq("a")
    end
  end

  describe "hostile strings and callbacks" do
    it "goes no further through a string that a block changed" do
      ['s.gsub(/b/) { s.replace(""); GC.start; "x" }', 's.scan(/b/) { s << "b" * 1000 }'].each do |code|
        changed = "s = +\"abcabc\"; begin; #{code}; rescue RuntimeError => e; [e.message, e.backtrace.size]; end"
        expect(sandbox.eval(changed)).to eq(["string modified", 2])
      end
      expect(sandbox.eval('s = +"abc"; s[/b/] = s; s')).to eq("aabcc")
    end

    it "lets blocks break, raise, return and switch fibers" do
      expect(sandbox.eval('"abc".gsub(/b/) { break 5 }')).to eq(5)
      expect(sandbox.eval('begin; "abc".gsub("b", Hash.new { raise "no" }); rescue => e; e.message; end')).to eq("no")
      expect(sandbox.eval('def f = "abc".scan(/./) { |c| return c }; f')).to eq("a")
      fiber = 'f = Fiber.new { "ab".gsub(/./) { |c| Fiber.yield(c); c * 2 } }; 3.times.map { f.resume }'
      expect(sandbox.eval(fiber)).to eq(%w[a b aabb])
    end

    it "takes invalid UTF-8 for an ArgumentError, whatever was asked of the string before" do
      ['"\xff"', '"a\xE3\x81"', '"\xf0\x9f\x98"',
       '"\xff".tap(&:inspect).tap(&:size).tap(&:valid_encoding?)'].each do |string|
        code = "begin; #{string} =~ /./; rescue ArgumentError => e; e.message; end"
        expect(sandbox.eval(code)).to eq("invalid byte sequence in UTF-8")
      end
    end

    it "matches binary strings by bytes" do
      expect(sandbox.eval('"\xE3\xff".b.scan(/./mn).map(&:ord)')).to eq([0xe3, 0xff])
      expect(sandbox.eval('"a\xffb".b =~ /b/')).to eq(2)
    end

    it "matches at every allocation with the collector running" do
      expect(sandbox.eval(<<~'RUBY')).to eq([%w[a1 b2], "A1 B2", %w[k v]])
        GC.interval_ratio = 100
        GC.step_ratio = 1000
        results = nil
        30.times do
          GC.start
          results = ["a1 b2".scan(/\w\d/), "a1 b2".gsub(/[a-z]/) { GC.start; $&.upcase },
                     "k=v".match(/(?<a>.)=(?<b>.)/).named_captures.values]
        end
        results
      RUBY
    end
  end

  it "makes local variables of the names in a literal" do
    expect(sandbox.eval('/(?<y>\d+)-(?<m>\d+)/ =~ "on 2024-05"; [y, m]')).to eq(%w[2024 05])
    expect(sandbox.eval('x = (/(?<y>\d)/ =~ "none"); [x, y]')).to eq([nil, nil])
    expect(sandbox.eval('[(/(?<y>\d)/ =~ "ab1"), y]')).to eq([2, "1"])
  end

  it "accepts patterns in a snippet, which is kept as bytecode" do
    sandbox.preload(code: <<~'RUBY', name: :Text)
      Words = ->(text) { text.scan(/\w+/) { |word| return word if word =~ /(?<n>\d)/ }; nil }
      Count = ->(text) { text.scan(/\w+/).size }
    RUBY
    expect(Array.new(4) { sandbox.run(:Count, "a b c") }).to eq([3] * 4)
    expect(Array.new(4) { sandbox.run(:Words, "a b2 c3") }).to eq(["b2"] * 4)
  end
end
