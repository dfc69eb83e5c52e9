# frozen_string_literal: true

require "kobako/code_mode"
require "open3"
require "rbconfig"
require "support/code_mode_tools"

RSpec.describe Kobako::CodeMode::Session do
  include CodeModeTools

  def value(code, session = mode)
    answer = session.call(code)
    answer.ok? ? answer.value : raise(answer.to_s)
  end

  describe "what earlier code defined" do
    it "is there in later code" do
      value("total = 1; def double(n) = n * 2; LIMIT = 3; class Cart; def initialize = @items = []; end")
      value("cart = Cart.new; double(LIMIT); $count = 4")

      expect(value("[total, double(LIMIT), cart.class.name, $count, defined?(nope)]")).to eq([1, 6, "Cart", 4, nil])
    end

    it "is the same object with the same address, so that tools are called the same way" do
      value("it = Object.new; seen = Tools::Orders.of(customer: it.inspect); rand")
      value("seen << it.inspect")

      expect(value("[it.inspect == seen.last, rand == rand]")).to eq([true, false])
      expect(orders.noted.size).to eq(1)
    end

    it "stays up to the line that raised" do
      code = "first = Tools::Orders.of(customer: 'ada'); first.frist; second = 2"

      expect(text(code)).to include("Did you mean?  first")
      expect(value("[first.size, second]")).to eq([2, nil])
      expect(orders.noted).to eq([[:of, "ada"]])
    end

    it "stays where the code ended by exit, return, throw, or with a value that cannot leave" do
      ["a = 1; exit", "b = 2; return 5", "c = 3; throw :x", "d = 4; -> {}"].each { |code| mode.call(code) }

      expect(value("[a, b, c, d]")).to eq([1, 2, 3, 4])
    end

    it "is not there of code that does not compile" do
      expect(text("a = 1; foo(")).to start_with("SyntaxError: turn1.rb:1: ")
      expect(value("defined?(a)")).to be_nil
    end

    it "is not there of code that was stopped, which is told" do
      mode(timeout: 2)
      value("a = 1")

      expect(text("a = 2; Tools::Orders.of(customer: 'x'); nil while true")).to eq(<<~TEXT.chomp)
        Kobako::TimeoutError: the code ran longer than 2 s
            turn2.rb:1:in '<main>'
        Do less in one call. What this code defined is not kept.
      TEXT
      expect(value("a")).to eq(1)
    end

    it "may have hundreds of variables" do
      first = (1..200).map { |number| "a#{number} = #{number}" }.join("\n")
      text(first)
      40.times { |number| text("b#{number} = c#{number} = a1 + #{number}") }

      expect(value("[a1, a200, b39, c0, local_variables.size]")).to eq([1, 200, 40, 1, 280])
      expect(text("[1].each { raise 'no' }")).to include("in 'block in <main>'\n", "in '<main>'")
    end

    it "is read by errors with the number of its code" do
      value("\ndef half(n) = n / 0")

      expect(text("half(1)")).to eq(<<~TEXT.chomp)
        ZeroDivisionError: divided by 0
            turn1.rb:2:in 'Object#half'
            turn2.rb:1:in '<main>'
      TEXT
      expect(text("[[1]].each do |row|\n  row.each do\n    raise 'no'\n  end\nend")).to eq(<<~TEXT.chomp)
        RuntimeError: no
            turn3.rb:3:in 'block (2 levels) in <main>'
            turn3.rb:2:in 'Array#each'
            turn3.rb:2:in 'block in <main>'
            turn3.rb:1:in 'Array#each'
            turn3.rb:1:in '<main>'
      TEXT
    end

    it "is forgotten by reset" do
      value("a = 1")
      mode.reset

      expect(value("defined?(a)")).to be_nil
    end

    it "is not there in another session" do
      value("a = 1")
      other = mode.session

      expect(value("defined?(a)", other)).to be_nil
      expect([value("a"), other.turns]).to eq([1, 1])
    end
  end

  describe "tools" do
    it "are asked once each, also by code that failed" do
      value("a = Tools::Orders.of(customer: 'ada')")
      text("Tools::Orders.of(customer: 'bob'); raise 'no'")
      3.times { value("a.size") }

      expect(orders.noted).to eq([[:of, "ada"], [:of, "bob"]])
    end

    it "give blocks what they gave" do
      value("seen = []; Tools::Orders.each_price { |price| seen << price }")

      expect(value("seen")).to eq([1, 2])
    end

    it "may give objects, which later code holds as long as the process lives" do
      value("order = Tools::Orders.find(7)")

      expect(value("Tools::Orders.total(order)")).to eq(100)
      expect(value("[order, order]").uniq).to eq([CodeModeTools::Order.new(7, 100)])
      expect(orders.noted).to eq([[:find, 7]])
    end

    it "are asked max_calls times at most by one piece of code, and the code cannot rescue it" do
      mode(max_calls: 3)
      code = "begin; 3.times { Tools::Orders.find(1) }; Tools::Orders.find(2); rescue Exception; 1; end"

      expect(text("3.times { Tools::Orders.find(1) }")).to eq("=> 3")
      expect(text("3.times { Tools::Orders.find(1) }")).to eq("=> 3")
      expect(text(code)).to eq("Kobako::CallLimitError: the code called tools more than 3 times\nMake fewer calls in " \
                               "one piece of code. What this code defined is not kept.")
      expect(orders.noted.size).to eq(9)
    end

    it "are asked no more often from within the block of one that goes on whatever happens" do
      stubborn = Class.new do
        def run
          yield
        rescue StandardError
          "went on"
        end
      end
      mode(max_calls: 3) { |sandbox| sandbox.bind("Tools::Stubborn", stubborn.new) }

      code = "Tools::Stubborn.run { 9.times { Tools::Orders.find(1) } }"

      expect(mode.call(code).error).to be_a(Kobako::CallLimitError)
      expect(orders.noted.size).to eq(2)
    end

    it "count across an approval" do
      mode(max_calls: 2, approve: { "Tools::Orders.refund" => :ask })
      mode.call("Tools::Orders.find(1); Tools::Orders.refund(1, 2); Tools::Orders.find(2)")

      expect(mode.session(mode.dump).approve.error).to be_a(Kobako::CallLimitError)
      expect(mode.approve.error).to be_a(Kobako::CallLimitError)
      expect(mode.call("Tools::Orders.find(1); Tools::Orders.find(1)")).to be_ok
    end

    it "read the host's clock once" do
      first = value("now = Time.now.to_r")

      expect(value("now")).to eq(first)
      expect(value("Time.now.to_r > now")).to be(true)
    end
  end

  describe "a dump" do
    it "goes on in another process, which asks no tool again" do
      value("orders = Tools::Orders.of(customer: 'ada'); puts 'seen'")
      code = <<~RUBY
        require "kobako/code_mode"
        require "support/code_mode_tools"
        orders = CodeModeTools::Orders.new
        mode = Kobako::CodeMode.new(tools: { "Tools::Orders" => orders })
        session = mode.session($stdin.binmode.read)
        puts session.call("puts 1; orders.size").to_s, session.turns, orders.noted.inspect
      RUBY
      output, = Open3.capture2e(RbConfig.ruby, "-I#{File.expand_path("../../../lib", __dir__)}",
                                "-I#{File.expand_path("../..", __dir__)}", "-e", code,
                                stdin_data: mode.dump, binmode: true)

      expect(output).to eq("=> 2\n\nstdout:\n1\n2\n[]\n")
    end

    it "goes on from an empty session" do
      expect(value("1", mode.session(mode.session.dump))).to eq(1)
    end

    it "has code that waits" do
      mode(approve: { "Tools::Orders.refund" => :ask })
      value("a = 1")
      mode.call("b = Tools::Orders.refund(7, a)")
      session = mode.session(mode.dump)

      expect([session.waiting.arguments, session.approve.value]).to eq([[7, 1], "refunded 1"])
      expect(value("[a, b]", session)).to eq([1, "refunded 1"])
      expect(mode.waiting.method).to eq("refund")
    end

    it "says of an object that only the process had which call gave it" do
      value("order = Tools::Orders.find(7); 1")
      session = mode.session(mode.dump)

      expect(session.call("Tools::Orders.total(order)").error)
        .to be_a(Kobako::ReplayError).and have_attributes(message: /\ATools::Orders\.find\(7\) gave an object that/)
      expect(value("1 + 1", session)).to eq(2)
    end

    it "has objects that the application can find, or that are asked for again" do
      store = { 7 => CodeModeTools::Order.new(7, 3) }
      found = Kobako::CodeMode.new(tools: { "Tools::Orders" => orders }, identify: :id.to_proc, locate: store.to_proc)
      again = Kobako::CodeMode.new { |sandbox| sandbox.bind("Tools::Orders", orders, replay: :again) }
      codes = { found => 3, again => 100 }.each_key { |mode| value("order = Tools::Orders.find(7); 1", mode) }

      codes.each { |mode, cents| expect(value("Tools::Orders.total(order)", mode.session(mode.dump))).to eq(cents) }
    end

    it "is refused where it is none, of other tools, or over the limit", :misuse do
      value("'x' * 10")
      dump = mode.dump
      other = Kobako::CodeMode.new(tools: { "Tools::Others" => orders })

      expect do
        mode.session("x")
      end.to raise_error(Kobako::JournalError, /\Athese bytes are no session of a model: it does/)
      expect { mode.session(1) }.to raise_error(Kobako::JournalError, /it is a Integer, expected a String/)
      expect { other.session(dump).call("1") }.to raise_error(Kobako::JournalError, /another set of bindings/)
      expect { Kobako::CodeMode.new(session_limit: 50).session(dump) }.to raise_error(Kobako::JournalError, /its limit/)
    end

    it "is refused where it says of a journal what that is not" do
      mode(approve: { "Tools::Orders.refund" => :ask })
      mode.call("1")
      ended = Kobako::CodeMode::Record.read(mode.dump, -> { Kobako::Journal.new }).journal
      mode.call("Tools::Orders.refund(7, 1)")
      waiting = Kobako::CodeMode::Record.read(mode.dump, -> { Kobako::Journal.new }).journal
      wrong = [[1, 99, [0, 0], nil, ended], [1, 3, [0, 0], [true, "1", 1], ended], [1, 3, [0, 0], nil, waiting],
               [1, 3, [0], nil, ended], [-1, 3, [0, 0], nil, ended], [1, 3, [0, 0], [1, "1", 1], waiting],
               [1, 3, [0, 0], [true, "1", 0], waiting], [1, 3, nil, nil, ended], [0, 0, [0, 0], [true, "1", 1], nil]]

      expect(wrong.map { |parts| refused(Kobako::CodeMode::Record.new(*parts).write) })
        .to all(eq("these bytes are no session of a model: it is mixed up"))
    end

    it "is a JournalError, or one that still means something, whatever byte of it is another or is gone" do
      mode(approve: { "Tools::Orders.refund" => :ask })
      mode.call("Tools::Orders.refund(7, 1)")
      dump = mode.dump
      bad = (0...dump.bytesize).flat_map do |place|
        [dump.byteslice(0, place), dump.dup.tap { |bytes| bytes.setbyte(place, bytes.getbyte(place) ^ 0x55) }]
      end
      results = bad.map do |bytes|
        mode.session(bytes).inspect
      rescue Kobako::JournalError
        :refused
      end

      expect(results.count(:refused)).to be > bad.size * 0.9
    end
  end

  describe "a session that grows too long" do
    it "says so, and goes on with what it had" do
      mode(session_limit: 4000)
      value("a = 1")

      expect(text("'#{"x" * 4000}'.size")).to eq(<<~TEXT.chomp)
        Kobako::JournalError: the session is over its limit of 3.9 KiB
        Ask for less at once, or have the host begin a new session. What this code defined is not kept.
      TEXT
      expect(value("a")).to eq(1)
      expect(mode.session.bytesize).to eq(0)
    end

    it "says so when its earlier code takes the time" do
      mode(timeout: 600)
      value("20_000_000.times { }")
      hasty = Kobako::CodeMode.new(tools: { "Tools::Orders" => orders }, timeout: 0.05)

      expect(hasty.session(mode.dump).call("1").to_s).to end_with(<<~TEXT.chomp)
        Earlier code is done again first, which takes too long by now: have the host begin a new session. What this code defined is not kept.
      TEXT
    end

    it "says so when it printed more than is kept" do
      mode(stdout_limit: 1024)
      expect(text("print 'a' * 15_000; 1")).to eq("=> 1\n\nstdout:\n#{"a" * 1024}… (cut at 1 KiB, print less)")
      expect(text("x = 1; print 'b' * 2000; 1")).to end_with(
        "\n\nThe session printed too much: what this code defined is not kept. Print less."
      )
      expect(text("print 'c'; defined?(x)")).to eq("=> nil\n\nstdout:\nc")
    end
  end

  it "is used by one thread at a time" do
    errors = []
    session = mode { |sandbox| sandbox.bind("Tools::Again", -> { session_call(errors) }) }.session
    @session = session

    expect(session.call("Tools::Again.call")).to be_ok
    expect(errors.map(&:message)).to eq(["the session is in use by another thread (give each conversation its own)"])
  end

  it "is independent of code that asks for more code itself" do
    value("a = 1")
    mode.call("b = 2; Kobako::CodeMode::Turns.call; c = Tools::Orders.find(1); 1")

    expect(value("[a, defined?(b)]")).to eq([1, nil])
    expect(mode.call("10.times { Kobako::CodeMode::Turns.call }").error).to be_a(Kobako::CallLimitError)
  end

  def refused(bytes)
    mode.session(bytes).inspect
  rescue Kobako::JournalError => e
    e.message
  end

  def session_call(errors)
    thread = Thread.new do
      @session.call("1")
    rescue Kobako::Error => e
      errors << e
    end
    thread.join
    1
  end
end
