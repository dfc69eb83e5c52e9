# frozen_string_literal: true

require "support/journals"

RSpec.describe "A run that waits" do
  include Journals

  let(:shop) { Journals::Shop.new }
  let(:journal) { Kobako::Journal.new }

  def reloaded = Kobako::Journal.load(journal.dump)

  it "ends suspended, with the call and the reason" do
    run = sandbox(shop).execute("puts 'a'; Shop.approve('mail')", journal:)

    expect(run).to be_suspended
    expect(run).not_to be_ok
    expect(run.error).to be_nil
    expect(run.stdout).to eq("a\n")
    expect(run.waiting).to have_attributes(path: "Shop", method: "approve", arguments: ["mail"], keywords: {},
                                           reason: "approve mail")
    expect { run.value }.to raise_error(Kobako::Error, /waits for Shop.approve\("mail"\).*answer:/)
    expect(run.inspect).to include("suspended")
    expect(reloaded.waiting.to_h).to eq(run.waiting.to_h)
  end

  it "goes on in a fresh sandbox with an answer, and asks nobody again" do
    code = "a = Shop.find(1); b = Shop.approve(2); [a['total'], b, Shop.find(3)['total']]"
    sandbox(shop).execute(code, journal:)
    other = Journals::Shop.new
    run = sandbox(other).execute(code, journal: reloaded, answer: { "ok" => true })

    expect(run.value).to eq([3, { "ok" => true }, 9])
    expect(other.asked).to eq([[:find, 3]])
    expect(run).not_to be_suspended
  end

  it "goes on with an answer of nil, and with an error that the script may rescue" do
    expect(resumed("Shop.approve(1).nil?", answer: nil).value).to be(true)
    expect(resumed("begin; Shop.approve(1); rescue => e; e.message; end", answer_error: "denied").value)
      .to eq("RuntimeError: denied")
    error = resumed("Shop.approve(1)", answer_error: ArgumentError.new("denied")).error
    expect(error).to be_a(Kobako::ServiceError)
    expect(error.cause).to be_a(ArgumentError)
  end

  it "waits again without an answer, and records nothing more" do
    sandbox(shop).execute("Shop.approve(1)", journal:)
    before = journal.dump
    run = sandbox(shop).execute("Shop.approve(1)", journal:)

    expect(run).to be_suspended
    expect(run.waiting.reason).to eq("approve 1")
    expect(journal.dump).to eq(before)
  end

  describe "and whose call is made again" do
    # Asks for what it does not have; a block of its caller's hears of it.
    let(:bank) do
      Class.new do
        attr_accessor :open

        def pay(cents)
          yield "asked" if block_given?
          open == true ? cents : Kobako.suspend(open)
        end
      end.new
    end
    let(:box) { -> { Kobako::Sandbox.new.bind("Bank", bank, only: %i[pay]).bind("Shop", shop, only: %i[find]) } }

    def go_on(code, **options) = box.call.execute(code, journal: reloaded_once, **options)
    def reloaded_once = @reloaded_once ||= journal

    it "goes on with what the service gives then, and so does a replay" do
      code = "heard = []; a = Shop.find(1)['id']; b = Bank.pay(5) { |text| heard << text }; [a, b, heard, Shop.find(2)]"
      expect(go_on(code)).to be_suspended
      bank.open = true
      run = go_on(code, ask_again: true)

      expect(run.value).to eq([1, 5, ["asked"], { "id" => 2, "total" => 6 }])
      expect(run.calls.map(&:replayed?)).to eq([true, false, false])
      expect(go_on(code).calls.map(&:replayed?)).to eq([true, true, true])
      expect(sandboxed_again(code)).to eq(run.value)
      expect(shop.asked.size).to eq(2)
    end

    def sandboxed_again(code) = box.call.execute(code, journal: Kobako::Journal.load(journal.dump)).value

    it "waits again, with the new reason, as often as the service says" do
      reasons = [nil, :a, true].map do |state|
        bank.open = state
        go_on("Bank.pay(5)", ask_again: true).waiting&.reason
      end

      expect(reasons).to eq([nil, :a, nil])
      expect(go_on("Bank.pay(5)").value).to eq(5)
      expect(reloaded.waiting).to be_nil
    end

    it "may be given an answer the next time" do
      2.times { go_on("Bank.pay(5)", ask_again: true) }

      expect(go_on("Bank.pay(5)", answer: 7).value).to eq(7)
      expect(go_on("Bank.pay(5)").value).to eq(7)
    end

    it "is one of which nobody knows once the process ends in its midst" do
      go_on("Bank.pay(5)")
      killed = Class.new(Exception) # rubocop:disable Lint/InheritException
      bank.define_singleton_method(:pay) { |_| raise killed }
      expect { go_on("Bank.pay(5)", ask_again: true) }.to raise_error(killed)

      expect([reloaded.waiting, reloaded.unknown.map(&:method)]).to eq([nil, ["pay"]])
      expect(go_on("Bank.pay(5)", ask_again: true).error).to be_a(Kobako::ReplayError)
    end

    it "says it of a call of an entrypoint, too, and beside no answer" do
      go_on("Bank.pay(5)")

      expect do
        go_on("Bank.pay(5)", ask_again: true, answer: 1)
      end.to raise_error(ArgumentError, /ask_again: stands beside/)
      expect(Kobako::Resumption.among({ journal:, ask_again: true, a: 1 }).last).to eq({ a: 1 })
    end
  end

  it "waits any number of times" do
    code = "Array.new(3) { |n| Shop.approve(n) }"
    run = sandbox(shop).execute(code, journal:)
    last = %w[a b c].inject(journal) do |recorded, answer|
      expect(run).to be_suspended
      loaded = Kobako::Journal.load(recorded.dump)
      run = sandbox(shop).execute(code, journal: loaded, answer:)
      loaded
    end

    expect(last.waiting).to be_nil
    expect(run.value).to eq(%w[a b c])
  end

  it "is neither seen nor rescued by the script" do
    code = <<~RUBY
      begin
        Shop.approve(1)
      rescue Exception
        puts "rescued"
      ensure
        puts "ensured"
      end
    RUBY

    expect(sandbox(shop).execute(code, journal:)).to be_suspended.and have_attributes(stdout: "")
  end

  it "passes through a service that rescues" do
    rescuing = Class.new do
      def ask = Kobako.suspend("x")

      def careful
        Kobako.suspend("y")
      rescue Exception # rubocop:disable Lint/RescueException
        "kept"
      end
    end.new
    run = Kobako::Sandbox.new.bind("Careful", rescuing, only: %i[ask careful]).execute("Careful.careful", journal:)

    expect(run.waiting.reason).to eq("y")
  end

  it "holds no slot meanwhile" do
    runs = Array.new(5) { sandbox(shop).execute("Shop.approve(1)", journal: Kobako::Journal.new) }

    expect(runs).to all(be_suspended)
    expect(Kobako.stats[:slots_in_use]).to eq(0)
  end

  it "waits in the block of a call that can be made again" do
    code = "Shop.each(2) { |n, row| Shop.find(n); n == 1 ? Shop.approve(row).size : 5 }"
    run = sandbox(shop, replay: :again).execute(code, journal:)
    expect(run.waiting.arguments).to eq(["row 1"])
    shop.asked.clear
    run = sandbox(shop, replay: :again).execute(code, journal: reloaded, answer: "four")

    expect(run.value).to eq(9)
    expect(shop.asked).to eq([[:each, 2]])
  end

  it "does not in the block of one that cannot" do
    code = "begin; Shop.each(1) { Shop.approve(1) }; rescue => e; e.message; end"

    expect(sandbox(shop).execute(code, journal:).value).to match(/cannot suspend in the block of Shop.*replay: :again/)
  end

  it "needs a journal" do
    message = sandbox(shop).execute("begin; Shop.approve(1); rescue => e; e.message; end").value

    expect(message).to match(/a run with a journal/)
    expect { Kobako.suspend }.to raise_error(Kobako::Error, /a run with a journal/)
  end

  it "takes an answer that somebody waits for, and one alone", :misuse do
    expect { sandbox.execute("1", journal:, answer: 1) }.to raise_error(ArgumentError, /waits for no answer/)
    expect { sandbox.execute("1", answer: 1) }.to raise_error(ArgumentError, /pass journal:/)
    sandbox(shop).execute("Shop.approve(1)", journal:)
    expect { sandbox.execute("Shop.approve(1)", journal:, answer: 1, answer_error: "no") }
      .to raise_error(ArgumentError, /pass one/)
    expect { sandbox.execute("Shop.approve(1)", journal:, answer_error: 7) }
      .to raise_error(ArgumentError, /answer_error is a Integer/)
  end

  it "refuses a reason that cannot be recorded, and an answer that cannot cross" do
    asking = Kobako::Sandbox.new.bind("Ask", -> { Kobako.suspend(Object.new) })
    expect(asking.execute("Ask.call", journal:).error.message).to include("reason to suspend cannot be recorded")
    other = Kobako::Journal.new
    sandbox(shop).execute("Shop.approve(1)", journal: other)

    expect { sandbox(shop).execute("Shop.approve(1)", journal: other, answer: Thread.current) }
      .to raise_error(ArgumentError, /the answer cannot cross/)
    expect(other.waiting).not_to be_nil
  end

  it "is told to those who subscribe as suspended" do
    outcomes = []
    subscription = Kobako.subscribe { |event| outcomes << event.outcome }
    sandbox(shop).execute("Shop.approve(1)", journal:)

    expect(outcomes).to eq([:suspended])
  ensure
    Kobako.unsubscribe(subscription)
  end

  it "goes on with an object as the answer, which the script holds by a handle" do
    code = "order = Shop.approve(1); Shop.total(order)"
    sandbox(shop).execute(code, journal:)

    expect(sandbox(shop).execute(code, journal: reloaded, answer: Journals::Order.new(4)).value).to eq(400)
  end

  def resumed(code, **answer)
    journal = Kobako::Journal.new
    sandbox(shop).execute(code, journal:)
    sandbox(shop).execute(code, journal:, **answer)
  end
end
