# frozen_string_literal: true

require "support/journals"

RSpec.describe "A run along a journal" do
  include Journals

  let(:shop) { Journals::Shop.new }
  let(:journal) { Kobako::Journal.new }

  def reloaded = Kobako::Journal.load(journal.dump)

  it "asks nobody again for what the journal holds, and gives the same" do
    code = "puts 'hi'; Shop.each(2) { |n, row| puts row; Shop.find(n)['total'] }"
    run = sandbox(shop).execute(code, journal:)
    asked = shop.asked.size
    again = sandbox(shop).execute(code, journal: reloaded)

    expect([again.value, again.stdout]).to eq([run.value, run.stdout])
    expect(shop.asked.size).to eq(asked)
    expect(again.calls.map(&:replayed?)).to eq([true] * 3)
  end

  it "goes on live after the journal's end, and records on" do
    first, bytes = appended("Shop.find(1); Shop.find(2)['total']")
    half = Kobako::Journal.load(bytes.byteslice(0, ends(bytes)[3]))
    run = sandbox(shop).execute("Shop.find(1); Shop.find(2)['total']", journal: half)

    expect(run.value).to eq(first.value)
    expect(shop.asked).to eq([[:find, 2]])
    expect(run.calls.map(&:replayed?)).to eq([true, false])
    expect(half.size).to eq(2)
  end

  it "finds the addresses that objects had, however often the script has run in each process" do
    code = "require 'date'\no = Object.new; Date.today; Shop.find(1); [o.inspect, o.hash, o.object_id]"
    told = Array.new(3) { sandbox(shop).execute(code, journal: Kobako::Journal.new).value }

    expect(told.uniq.size).to eq(1)
    expect(told.first.first).to match(/\A#<Object:0x/)
  end

  it "is answered with the fault that a service failed with" do
    code = "begin; Shop.fail('no'); rescue => e; [e.class.name, e.message]; end"
    run = sandbox.execute(code, journal:)

    expect(sandbox(shop).execute(code, journal: reloaded).value).to eq(run.value)
    expect(shop.asked).to be_empty
  end

  it "tells both calls where they differ, and no script rescues that" do
    code = "begin; Shop.find(1); rescue Exception; 'rescued'; end"
    sandbox(shop).execute(code, journal:)
    other = rewritten(journal) { |kind, bytes| kind == "C" ? bytes.sub("\x91\x01".b, "\x91\x09".b) : bytes }
    run = sandbox(shop).execute(code, journal: other)

    expect(run.error).to be_a(Kobako::ReplayError)
      .and have_attributes(recorded: "Shop.find(9)", actual: "Shop.find(1)", message: /Shop.find\(1\).*Shop.find\(9\)/)
  end

  it "ends with ReplayError where a block gives something else" do
    code = "Shop.each(1) { |n, row| n + 1 }"
    sandbox(shop).execute(code, journal:)
    other = rewritten(journal) { |kind, bytes| kind == "B" ? "\x01\x07".b : bytes }

    expect(sandbox(shop).execute(code, journal: other).error).to be_a(Kobako::ReplayError)
  end

  it "refuses another program, other snippets, other bindings and another guest before it starts" do
    sandbox(shop).execute("Shop.find(1)", journal:)
    others = { /another program/ => ["Shop.find(2)", sandbox(shop)],
               /snippets/ => ["Shop.find(1)", sandbox(shop).preload(code: "A = 1", name: :A)],
               /bindings/ => ["Shop.find(1)", sandbox(shop).bind("Other", shop, only: [:find])] }
    shop.asked.clear

    others.each do |message, (code, sandbox)|
      expect { sandbox.execute(code, journal:) }.to raise_error(Kobako::JournalError, message)
    end
    guest = rewritten(journal) { |kind, bytes| kind == "J" ? other_guest(bytes) : bytes }
    expect { sandbox(shop).execute("Shop.find(1)", journal: guest) }.to raise_error(Kobako::JournalError, /guest/)
    expect(shop.asked).to be_empty
  end

  it "finds the clock and the random numbers of the first run" do
    code = "a = Time.now.to_f; Shop.find(1); [a, Time.now.to_f, Process.clock_gettime(Process::CLOCK_MONOTONIC), rand]"
    run = sandbox(clock: :host, seed: 1).execute(code, journal:)
    again = sandbox(clock: :host, seed: 2).execute(code, journal: reloaded)
    live = sandbox(clock: :host, seed: 2).execute(code)

    expect(again.value).to eq(run.value)
    expect(live.value).not_to eq(run.value)
  end

  it "finds the fixed clock of the first run" do
    sandbox(clock: Time.at(5)).execute("Time.now.to_i", journal:)

    expect(sandbox(clock: Time.at(6)).execute("Time.now.to_i", journal: reloaded).value).to eq(5)
  end

  it "goes on with the host's clock after the journal's readings" do
    code = "a = Time.now.to_f; Shop.approve(1); [a, Time.now.to_f]"
    sandbox(clock: :host).execute(code, journal:)
    before = Time.now.to_f
    first, second = sandbox(clock: :host).execute(code, journal: reloaded, answer: 1).value

    expect(first).to be < before
    expect(second).to be >= before
  end

  it "takes entrypoints, whose keywords of these names are the script's own without a journal" do
    code = "Go = ->(n, options = {}) { [Shop.find(n)['total'], options] }"
    box = -> { sandbox(shop).preload(code:, name: :Go) }
    run = box.call.call(:Go, 2, journal:)
    again = box.call.call(:Go, 2, journal: reloaded)

    expect([run.value, again.value]).to eq([[6, {}]] * 2)
    expect(shop.asked).to eq([[:find, 2]])
    expect { box.call.call(:Go, 3, journal:) }.to raise_error(Kobako::JournalError, /another program/)
    expect(box.call.call(:Go, 2, journal: "mine", answer: 1).value.last).to eq({ journal: "mine", answer: 1 })
  end

  it "tells replayed time apart from live time" do
    code = "Shop.find(1); Shop.find(2)"
    first = sandbox.execute(code, journal:).usage
    again = sandbox.execute(code, journal: reloaded).usage

    expect(first.replay_time).to eq(0.0)
    expect(again.replay_time).to be > 0.0
    expect(again.live_time + again.replay_time).to be_within(1e-9).of([again.wall_time, again.replay_time].max)
    expect(sandbox.execute(code).usage.replay_time).to eq(0.0)
  end

  it "keeps a second run out of a journal that is in use" do
    nested = nil
    service = Class.new do
      define_method(:go) { nested.call }
    end.new
    box = Kobako::Sandbox.new.bind("Nest", service, only: [:go])
    nested = -> { box.execute("1", journal:) }

    expect(box.execute("Nest.go", journal:).error.message).to include("in use by another run")
  end

  it "takes no journal that is none", :misuse do
    expect { sandbox.execute("1", journal: "bytes") }.to raise_error(ArgumentError, /journal is a String/)
    expect { sandbox.execute("1", journal:, on_unknown: :no) }.to raise_error(ArgumentError, /on_unknown is :no/)
  end

  # The journal with other entries, as if it had been written so.
  def rewritten(journal)
    bytes = journal.dump
    frames = Kobako::Journal::Frames.new
    result = bytes.byteslice(0, 10)
    Kobako::Journal::Frames.new.read(bytes) { |kind, data| result << frames.frame(kind, yield(kind, data.dup)) }
    Kobako::Journal.load(result)
  end

  def other_guest(bytes)
    record = Kobako::Codec::Decoder.decode(bytes)
    Kobako::Codec::Encoder.encode(record.merge("guest" => ("x" * 32).b))
  end
end
