# frozen_string_literal: true

RSpec.describe "Kobako.check" do
  def check(code, **options) = Kobako.check(code, **options)
  def texts(code, **options) = Kobako.check(code, **options).map(&:to_s)

  describe "of code that compiles" do
    ["", "1 + 1", "x = 1", "x = 1\nx + 1", "def f(a) = a\nf(1)", "puts 'x'", "# only a comment", "# frozen\n__END__\n)",
     "Unknown.call", "unknown", "require 'nothing'", "case 1\nin Integer then 2\nend", "exit", "raise 'x'", "1 / 0",
     "a\0)", "class Foo < Struct.new(:a); end", "loop { }"].each do |code|
      it "is empty for #{code.inspect}" do
        expect(check(code)).to eq([])
      end
    end

    {
      "def f\n  x = 1\n  2\nend" => [2, 2, /unused variable - x/],
      "if x = 1\n  2\nend" => [1, 7, /found '= literal' in conditional/],
      "{ a: 1, a: 2 }" => [1, 2, /key :a is duplicated/],
      "1 == 2\n3" => [1, 0, /useless use of == in void context/],
      "case 1\nwhen 1 then 2\nwhen 1 then 3\nend" => [3, 5, /when.*clause.* duplicates/],
      "def f; return 1; 2; end" => [1, 17, /not reached/]
    }.each do |code, (line, column, message)|
      it "warns of #{code.inspect}" do
        expect(check(code)).to contain_exactly(
          have_attributes(severity: :warning, line:, column:, message: match(message))
        )
      end
    end

    it "runs nothing" do
      log = []
      sandbox = Kobako::Sandbox.new
      sandbox.define(:Log).bind(:Add, ->(text) { log << text })
      expect(check("BEGIN { Log::Add.call(1) }\nLog::Add.call(2)\nputs 3", sandbox:)).to eq([])
      expect([log, sandbox.stdout]).to eq([[], ""])
    end
  end

  describe "of code that does not compile" do
    {
      "1 +" => 1, "x = 1\nif x" => 2, "a = 1\n\ndef" => 3, "1\n)" => 2, "'unterminated" => 1, "foo = = 3" => 1,
      "class foo; end" => 1, "def f\n  1\n" => 1, "break" => 1, "\nretry" => 2, "yield" => 1, "@1 = 2" => 1,
      "1 = 2" => 1, "/(/" => 1, "/[z-a]/" => 1, "{a: 1 b: 2}" => 1, "x.each do |a" => 1, "alias $a b" => 1,
      "\"\#{" => 1, "<<A\n" => 1, "%w[" => 1, "\\u" => 1, "?\\u{110000}" => 1, "\"\\xg\"" => 1, "def f(a, a); end" => 1,
      "case 1\nin a, a then 1\nend" => 2, "->(" => 1, "BEGIN { " => 1, "# encoding: klingon\n1" => 1,
      "5e-" => 1, "1E+" => 1, "x = 1.5e" => 1, "x = 0.1e+_1" => 1,
      "return 1 2" => 1, "self = 1" => 1, "nil = 1" => 1, "$1 = 2" => 1, "module m; end" => 1, "while\n" => 1
    }.each do |code, line|
      it "has an error on line #{line} for #{code.inspect}" do
        found = check(code)
        expect(found).to all(have_attributes(severity: :error, message: be_a(String)))
        expect(found.map(&:line)).to include(line).or include(line + 1)
        expect { Kobako::Sandbox.new.eval(code) }
          .to raise_error(have_attributes(klass: "SyntaxError", problems: found, line: found.first.line))
      end
    end

    it "has all errors, in the order of their places, and no warnings" do
      found = check("def f; x = 1; 2; end\na = = 1\nb = )\n\n'é'; )\n")
      expect(found.map { |problem| [problem.line, problem.column] }).to eq(found.map { |p| [p.line, p.column] }.sort)
      expect(found.map(&:line).uniq).to eq([2, 3, 5])
      expect(found.map(&:severity).uniq).to eq([:error])
    end

    it "counts columns in characters" do
      expect(check("\"grün\u{1F600}\"; )").first).to have_attributes(line: 1, column: 9)
    end
  end

  describe "with a sandbox" do
    let(:orders) do
      Class.new do
        def find(id) = id
        def total = 1
      end
    end
    let(:sandbox) do
      Kobako::Sandbox.new.tap do |sandbox|
        sandbox.define(:Shop).bind(:Orders, orders.new).bind(:Stock, -> {}).bind(:One, orders.new, only: [:find])
        sandbox.define(:KV).bind(:Lookup, ->(key) { key })
      end
    end

    {
      "Shop::Orderz.find" => "1:0: warning: no service Shop::Orderz (did you mean Shop::Orders?)",
      "x = [Shop::Nothing]\nx" => "1:5: warning: no service Shop::Nothing",
      "::Shop::Orders::Find" => "1:0: warning: no service Shop::Orders::Find",
      "Shop::Orders.totl" => "1:13: warning: Shop::Orders exposes no method totl (did you mean total?)",
      "Shop::Orders\n  .drop(1)" => /2:3: .*Shop::Orders exposes no method drop \(it exposes find, total\)/,
      "Shop::One.total" => "1:10: warning: Shop::One exposes no method total (it exposes find)",
      "Shop::Orders.instance_eval { }" => /1:13: warning: Shop::Orders exposes no method instance_eval/,
      "Shop::Orders.send(:total)" => /1:13: warning: Shop::Orders exposes no method send/,
      "KV::Lookup.fetch(1)" => /1:11: warning: KV::Lookup exposes no method fetch/,
      "def f\n  -> { KV::Lookup.fetch(1) }\nend" => /2:18: warning: KV::Lookup exposes no method fetch/,
      "Shop::Orders.limit = 3" => /1:13: warning: Shop::Orders exposes no method limit=/,
      "Shop::Orders[1] = 2" => /1:\d+: warning: Shop::Orders exposes no method \[\]=/
    }.each do |code, problem|
      it "warns of #{code.inspect}" do
        expect(texts(code, sandbox:)).to contain_exactly(problem.is_a?(String) ? problem : match(problem))
      end
    end

    ["Shop::Orders.find(1)", "KV::Lookup.call(1)", "KV::Lookup.(1)", "KV::Lookup[1]",
     "Shop::Orders.respond_to?(:x)", "Shop::Orders.nil?", "Shop::Orders.inspect", "Shop::Orders == 1", "!Shop::Orders",
     "Shop::Orders.to_s", "Shop::Orders.find(1).anything", "Shop", "Shop::Orders", "Other::Thing.call",
     "defined?(Shop::Orderz)", "module Shop; class Cart; end; end\nShop::Cart.new", "Shop::Cart = 1\nShop::Cart",
     "module Shop\n  Orders.anything\nend"].each do |code|
      it "has nothing to say of #{code.inspect}" do
        expect(texts(code, sandbox:)).to eq([])
      end
    end

    it "knows what snippets and libraries define, and without their source says nothing of what is not there" do
      sandbox.preload(name: :Cart, code: "module Shop; class Cart; end; end")
      sandbox.library("shop/basket", "module Shop; Basket = 1; end")
      expect(texts("Shop::Cart.new(Shop::Basket); Shop::Nil", sandbox:)).to eq(["1:30: warning: no service Shop::Nil"])
      sandbox.preload(binary: Kobako.compile("module Shop; None = 1; end"))
      expect(texts("Shop::Orders.nope(Shop::None)", sandbox:)).to contain_exactly(/exposes no method nope/)
    end

    it "neither seals it nor changes what it has of its latest invocation" do
      check("Shop::Orders.find(1)", sandbox:)
      sandbox.define(:Late).bind(:One, -> {})
      sandbox.eval("puts 1")
      check(")", sandbox:)
      expect(sandbox.stdout).to eq("1\n")
      expect(texts("Late::One.call", sandbox:)).to eq([])
    end

    it "does not call the objects that are bound" do
      object = Class.new { def method_missing(*) = raise("called") }.new # rubocop:disable Style/MissingRespondToMissing
      sandbox.define(:Odd).bind(:One, object)
      expect(texts("Odd::One.x", sandbox:)).to contain_exactly(/Odd::One exposes no method x \(it exposes nothing\)/)
    end

    it "keeps its limits" do
      code = "[#{"1, " * 200_000}]"
      expect { check(code, sandbox: Kobako::Sandbox.new(memory_limit: 1 << 20)) }
        .to raise_error(Kobako::MemoryLimitError, /\AKobako\.check failed: /)
      expect { check(code, sandbox: Kobako::Sandbox.new(timeout: 0.001, memory_limit: 1 << 30)) }
        .to raise_error(Kobako::TimeoutError, /\AKobako\.check failed: /)
      expect(check(code)).to eq([])
    end

    it "refuses what is none", :misuse do
      expect { check("1", sandbox: 7) }.to raise_error(ArgumentError, /sandbox: is a Integer, expected a Kobako::Sand/)
    end
  end

  describe "of hostile input" do
    {
      "deep brackets" => "[" * 100_000, "deep parentheses" => "#{"(" * 5_000}1#{")" * 5_000}",
      "deep blocks" => "f { " * 5_000, "deep interpolation" => "\"\#{" * 5_000,
      "deep parameters" => "proc { |#{"(" * 100_000}", "deep calls" => "f(" * 10_000
    }.each do |kind, code|
      it "has an error for #{kind}" do
        expect(check(code).first).to have_attributes(severity: :error)
      end
    end

    it "takes what is long" do
      expect(check("1#{".succ" * 20_000}")).to eq([])
      expect(check(Array.new(20_000, "1").join("+"))).to eq([])
      expect(check("# #{"x" * ((16 << 20) - 2)}")).to eq([])
      expect(check("x = = 1;" * 20_000).size).to eq(1_000)
      expect(check("def f\n #{"x" * 10_000} = 1\n 2\nend").first.message.size).to be < 1_100
    end

    {
      7 => /code is a Integer/, nil => /code is a NilClass/, :x => /code is a Symbol/, "\xff" => /not valid UTF-8/,
      ("x" * ((16 << 20) + 1)) => /code has 16777217 bytes, the limit is 16777216/
    }.each do |code, message|
      it "raises as eval would for #{code.inspect[0, 20]}", :misuse do
        expect { check(code) }.to raise_error(an_instance_of(Kobako::SandboxError), message)
        expect { Kobako::Sandbox.new.eval(code) }.to raise_error(an_instance_of(Kobako::SandboxError), message)
      end
    end

    ["a\nb", "", "x" * 513, 7, nil].each do |filename|
      it "refuses the filename #{filename.inspect[0, 20]}", :misuse do
        expect { check("1", filename:) }.to raise_error(ArgumentError, /filename/)
      end
    end
  end
end
