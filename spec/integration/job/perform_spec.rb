# frozen_string_literal: true

require "open3"
require "rbconfig"
require "support/journals"

RSpec.describe "A job that is performed" do
  include Journals

  service = Class.new do
    attr_reader :asked

    def initialize = @asked = []
    def find(id) = id.tap { @asked << id } * 10
    def approve(what) = Kobako.suspend("approve #{what}")
    def order = Struct.new(:id).new(7)
  end

  let(:shop) { service.new }
  let(:catalog) { { "shop" => shop } }

  def job(code, **options) = Kobako::Job.new(code:, services: { "Shop" => "shop" }, **options)

  it "calls an entrypoint with its arguments, whatever its keywords are called" do
    snippets = { "Import" => "Import = ->(*all) { all }" }
    kwargs = { journal: 1, answer: 2, on_unknown: :ask, a: [:b] }
    made = Kobako::Job.new(entrypoint: :Import, args: [1, "x"], kwargs:, snippets:)

    expect(made.perform(catalog: {}).value).to eq([1, "x", kwargs])
    expect(made.perform(catalog: {}, journal: Kobako::Journal.new).value).to eq([1, "x", kwargs])
  end

  it "has its snippets, libraries, place, seed, clock and results" do
    made = job(<<~RUBY, filename: "a.rb", line: 5, seed: 3, clock: Time.at(9), results: :hash,
      require "acme/vat"
      [Twice.call(VAT), __FILE__, __LINE__, rand(1000), Time.now.to_i, Struct.new(:a).new(1)]
    RUBY
                        snippets: { Twice: "Twice = ->(n) { n * 2 }" }, libraries: { "acme/vat" => "VAT = 19" })
    random = Kobako::Sandbox.new(seed: 3).eval("rand(1000)")

    expect(made.perform(catalog:).value).to eq([38, "a.rb", 6, random, 9, { a: 1 }])
  end

  it "has its limits" do
    expect(job("loop {}", limits: { timeout: 0.05 }).perform(catalog:).error).to be_a(Kobako::TimeoutError)
    expect(job("'x' * 5_000_000", limits: { memory_limit: 1 << 16 }).perform(catalog:).error)
      .to be_a(Kobako::MemoryLimitError)
    expect(job("3.times { Shop.find(1) }", limits: { max_calls: 2 }).perform(catalog:).error)
      .to be_a(Kobako::CallLimitError)
    expect(shop.asked).to eq([1, 1])
  end

  it "has the settings of the block, and its key as the run's name" do
    heard = []
    outcome = job("puts 1; Shop.find(2)", key: "k").perform(catalog:) do |run|
      run.on_output { |_, text| heard << text << run.name }
    end

    expect([outcome.value, heard, outcome.execution.name]).to eq([20, %W[1\n k], "k"])
  end

  it "makes values of objects by the server's converters" do
    convert = { Struct => ->(order) { order.to_h } }

    expect(job("Shop.order").perform(catalog:, convert:).value).to eq({ id: 7 })
  end

  it "has no limit above the server's" do
    at_most = { timeout: 5, max_calls: 2 }
    too_long = job("1", limits: { timeout: 6 })
    endless = job("1", limits: { timeout: nil })

    expect { too_long.perform(catalog:, at_most:) }
      .to raise_error(Kobako::JobError, /the job's timeout is 6\.0, at_most is 5\.0 here \(make the job with a lower/)
    expect { endless.perform(catalog:, at_most:) }.to raise_error(Kobako::JobError, /timeout is without limit, at_most/)
    expect(job("1", limits: { timeout: 5, max_calls: 2 }).perform(catalog:, at_most:)).to be_ok
    expect(job("3.times { Shop.find(1) }").perform(catalog:, at_most:).error).to be_a(Kobako::CallLimitError)
    expect(job("loop {}").perform(catalog:, at_most: { timeout: 0.05 }).error).to be_a(Kobako::TimeoutError)
    expect { job("1").perform(catalog:, at_most: { timeot: 1 }) }
      .to raise_error(ArgumentError, /at_most has :timeot, expected timeout/)
  end

  it "asks nobody again, goes on and waits, along a journal" do
    journal = Kobako::Journal.new
    made = job("a = Shop.find(1); b = Shop.approve(a); [a, b, Shop.find(2)]")
    first = made.perform(catalog:, journal:)
    still = made.perform(catalog:, journal:)
    last = made.perform(catalog:, journal:, answer: :yes)

    expect([first, still].map { |o| [o.status, o.waiting.reason, o.call_count, o.replayed_count] })
      .to eq([["suspended", "approve 10", 2, 0], ["suspended", "approve 10", 2, 1]])
    expect([last.value, last.call_count, last.replayed_count, shop.asked]).to eq([[10, :yes, 20], 3, 2, [1, 2]])
  end

  it "fails with an error that is given as the answer" do
    journal = Kobako::Journal.new
    made = job("begin; Shop.approve(1); rescue => e; e.message; end")
    made.perform(catalog:, journal:)

    expect(made.perform(catalog:, journal:, answer_error: "denied").value).to eq("RuntimeError: denied")
  end

  it "says what becomes of a call of which nobody knows" do
    io = StringIO.new("".b)
    made = job("Shop.find(1)")
    made.perform(catalog:, journal: Kobako::Journal.new.append_to(io))
    # After the origin and the call.
    cut = -> { Kobako::Journal.load(io.string.byteslice(0, ends(io.string)[2])) }

    expect(made.perform(catalog:, journal: cut.call)).to have_attributes(
      error: be_a(Kobako::ReplayError), retryable?: false
    )
    expect(made.perform(catalog:, journal: cut.call, on_unknown: :ask).value).to eq(10)
    expect(made.perform(catalog:, journal: cut.call, on_unknown: ->(call) { call.arguments }).value).to eq([1])
  end

  it "goes on in a process that has its JSON and its journal" do
    made = job("a = Shop.find(1); [a, Shop.approve(a)]", key: "k")
    journal = Kobako::Journal.new
    made.perform(catalog:, journal:)
    program = <<~RUBY
      require "kobako"
      json, journal = Marshal.load($stdin.binmode.read)
      shop = Object.new
      def shop.find(*) = abort("asked again")
      def shop.approve(*) = abort("asked again")
      print Kobako::Job.from_json(json).perform(catalog: { "shop" => shop }, answer: "yes",
                                                journal: Kobako::Journal.load(journal)).to_json
    RUBY
    json, error, = Open3.capture3(RbConfig.ruby, "-I#{File.expand_path("../../../lib", __dir__)}", "-e", program,
                                  stdin_data: Marshal.dump([made.to_json, journal.dump]), binmode: true)

    expect(error).to eq("")
    expect(Kobako::Job::Outcome.from_json(json)).to have_attributes(key: "k", value: [10, "yes"], replayed_count: 2)
  end

  it "gets further in each attempt that ran out of time, and asks nobody again" do
    def shop.find(id)
      sleep(0.8)
      super
    end
    journal = Kobako::Journal.new
    made = job("(1..3).map { |id| Shop.find(id) }", limits: { timeout: 0.75 })
    outcomes = Array.new(4) { made.perform(catalog:, journal:) }

    expect(outcomes.map { |outcome| [outcome.replayed_count, outcome.retryable?] })
      .to eq([[0, true], [1, true], [2, true], [3, false]])
    expect([outcomes.last.value, shop.asked]).to eq([[10, 20, 30], [1, 2, 3]])
  end

  it "is read in a process that does nothing else" do
    outcome = job("Shop.approve(1)").perform(catalog:, journal: Kobako::Journal.new)
    program = "require 'kobako'; print Kobako::Job::Outcome.from_json($stdin.read).waiting"
    output, = Open3.capture2e(RbConfig.ruby, "-I#{File.expand_path("../../../lib", __dir__)}", "-e", program,
                              stdin_data: outcome.to_json)

    expect(output).to eq("Shop.approve(1)")
  end

  it "does not raise for what is wrong with its code, and has no run then" do
    outcome = job("1", snippets: { A: "(" }).perform(catalog:)

    expect(outcome).to have_attributes(failed?: true, retryable?: false, execution: nil, call_count: 0,
                                       error: be_a(Kobako::SandboxError), usage: Kobako::Usage::EMPTY)
    expect(outcome.failure.filename).to eq("(snippet:A)")
    expect(Kobako::Job::Outcome.from_json(outcome.to_json).failure).to eq(outcome.failure)
  end

  it "does not raise for a journal of another run" do
    journal = Kobako::Journal.new
    job("1").perform(catalog:, journal:)

    expect(job("2").perform(catalog:, journal:)).to have_attributes(error: be_a(Kobako::JournalError),
                                                                    retryable?: false)
  end

  it "fails where its journal is in use, and may be tried again" do
    journal = Kobako::Journal.new
    outcome = journal.use { job("1").perform(catalog:, journal:) }

    expect(outcome).to have_attributes(retryable?: true, error: have_attributes(message: /in use by another run/))
  end

  it "lets interrupts of the host through" do
    def shop.find(*) = raise(Interrupt)

    expect { job("Shop.find(1)").perform(catalog:) }.to raise_error(Interrupt)
  end

  it "takes no answer that nobody waits for", :misuse do
    expect { job("1").perform(catalog:, answer: 1) }.to raise_error(ArgumentError, /needs the journal/)
    expect { job("1").perform(catalog:, journal: Kobako::Journal.new, answer: 1) }
      .to raise_error(ArgumentError, /waits for no answer/)
    expect { job("1").perform(catalog:, journal: "x") }
      .to raise_error(ArgumentError, /journal is a String, expected a Kobako::Journal/)
  end

  it "runs in many threads at once, from one job and one catalog" do
    made = job("Shop.find(4)")
    values = Array.new(8) { Thread.new { Array.new(20) { made.perform(catalog:).value } } }.flat_map(&:value)

    expect(values).to eq([40] * 160)
  end
end
