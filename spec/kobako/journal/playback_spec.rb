# frozen_string_literal: true

require "support/journals"

RSpec.describe "Kobako::Journal#playback" do
  include Journals

  let(:journal) { Kobako::Journal.new }

  def loaded(journal = self.journal) = Kobako::Journal.load(journal.dump)

  it "runs the program that the journal carries, and asks nobody" do
    code = "puts 'hi'; Shop.each(2) { |n, row| Shop.find(n)['id'] }; [__FILE__, __LINE__, Shop.order(7), rand(99)]"
    shop = Journals::Shop.new
    run = sandbox(shop, seed: 5).execute(code, journal:, filename: "a.rb", line: 7)
    shop.asked.clear
    playback = loaded.playback
    again = playback.run

    expect(again.value[0, 2]).to eq(["a.rb", 7])
    expect(again.value[3]).to eq(run.value[3])
    expect(again.value[2].inspect).to eq("#<handle 1>")
    expect(again.stdout).to eq("hi\n")
    expect([again.calls.size, shop.asked, playback.halt]).to eq([4, [], nil])
    expect(again.calls).to all(be_replayed)
  end

  it "has the snippets, the libraries, the data and the arguments of an entrypoint" do
    go = "Go = ->(order, k) { require 'tax'; [k, Rates[:vat], Tax.call(2), Shop.total(order)] }"
    box = sandbox.bind("Rates", { vat: 19 }).preload(code: go, name: :Go).library("tax", "Tax = ->(n) { n * 2 }")
                 .preload(binary: Kobako.compile("Double = 2"))
    run = box.call(:Go, Journals::Order.new(3), k: 1, journal:)

    expect(loaded.playback.run.value).to eq(run.value).and eq([{ k: 1 }, 19, 4, 300])
  end

  it "has what a run bound to paths that its sandbox declares" do
    box = Kobako::Sandbox.new.bind("Req::User").bind("Req::Name")
    box.execute("[Req::User.call, Req::Name]", journal:) do |run|
      run.bind("Req::User", -> { 7 }).bind("Req::Name", "ann")
    end

    expect(loaded.playback.run.value).to eq([7, "ann"])
  end

  it "waits where its run waits, and rescues what its run rescued" do
    sandbox.execute("puts((Shop.fail('no') rescue $!.message)); Shop.approve(1)", journal:)
    run = loaded.playback.run

    expect(run).to be_suspended
    expect([run.stdout, run.waiting.to_s]).to eq(["RuntimeError: no\n", "Shop.approve(1)"])
  end

  it "stops before a call, which it tells" do
    sandbox.execute("Shop.find(1); Shop.each(1) { Shop.find(2); 1 }; puts 'end'", journal:)
    halts = (1..4).map do |before|
      playback = loaded.playback(before:)
      run = playback.run
      [playback.halt&.why, playback.halt&.call.to_s, run.calls.size, run.stdout]
    end

    expect(halts).to eq([[:before, "Shop.find(1)", 1, ""], [:before, "Shop.each(1)", 2, ""],
                         [:before, "Shop.find(2)", 3, ""], [nil, "", 3, "end\n"]])
  end

  it "stops where the journal ends, also in the midst of a block, and of a call that nobody knows of" do
    code = "Shop.each(1) { Shop.find(2); 1 }; Shop.find(3)"
    _, bytes = appended(code)
    halts = ends(bytes).drop(1).map do |length|
      playback = Kobako::Journal.load(bytes.byteslice(0, length)).playback
      playback.run
      [playback.halt&.why, playback.halt&.call.to_s]
    end

    each = "Shop.each(1)"
    expect(halts).to eq([[:end, each], [:call, each], [:end, "Shop.find(2)"], [:call, "Shop.find(2)"], [:call, each],
                         [:call, each], [:end, "Shop.find(3)"], [:call, "Shop.find(3)"], [nil, ""], [nil, ""]])
  end

  it "records nothing in the journal" do
    sandbox(clock: :host).execute("Time.now; Shop.find(1); Time.now", journal:)
    one = loaded
    one.playback.run

    expect(one.dump).to eq(journal.dump)
  end

  it "needs a journal that carries its program: one of 64 KiB at most" do
    expect { Kobako::Journal.new.playback }.to raise_error(Kobako::JournalError, /is empty/)
    [65_000, 66_000].zip([true, false]) do |size, carried|
      own = Kobako::Journal.new
      sandbox.execute("Shop.find(1) ##{"x" * size}", journal: own)
      expect(own.bytesize > size).to be(carried)
      next expect(loaded(own).playback.run).to be_ok if carried

      expect { loaded(own).playback }.to raise_error(Kobako::JournalError, /carries no program: .* 65536 bytes/)
    end
  end

  # The journal with other parts of its program, whose digests are made anew.
  def forged(**parts)
    entries = []
    Kobako::Journal::Frames.new.read(journal.dump) { |*entry| entries << entry }
    origin = Kobako::Codec::Decoder.decode(entries[0].last)
    parts.each do |part, bytes|
      origin["source"][part.to_s] = bytes
      origin[part.to_s] = Kobako::Journal::Origin.digest(bytes)
    end
    entries[0] = ["J", Kobako::Codec::Encoder.encode(yield(origin) || origin)]
    frames = Kobako::Journal::Frames.new
    entries.inject(Kobako::Journal::Frames::DUMP.dup) { |bytes, (kind, data)| bytes << frames.frame(kind, data) }
  end

  def encoded(value) = Kobako::Codec::Encoder.encode(value)

  it "refuses parts of a program that are none", :misuse do
    sandbox.execute("Shop.find(1)", journal:)
    [{ program: "x" }, { program: encoded([]) }, { program: encoded([1, "1"]) }, { program: encoded([nil, "\xff".b]) },
     { program: encoded([encoded(["", 1]), "1"]) }, { program: encoded([encoded([:No, 1, 2])]) },
     { program: encoded([encoded(["no", [], {}])]) }, { snippets: encoded([1]) }, { bindings: encoded([3]) },
     { snippets: encoded([{ "kind" => "source", "name" => "A", "body" => "1 +" }]) }, { bindings: encoded(["lower"]) },
     { bindings: encoded(%w[A A]) }].each do |parts|
      bytes = forged(**parts) { nil }
      expect { Kobako::Journal.load(bytes).playback.run }
        .to raise_error(Kobako::JournalError, /the program in the journal cannot be run/), parts.inspect
    end
  end

  it "refuses a program that is not the one of the journal" do
    sandbox.execute("Shop.find(1)", journal:)
    bytes = forged { |origin| origin.merge("source" => origin["source"].merge("program" => encoded([nil, "2"]))) }

    expect { Kobako::Journal.load(bytes) }.to raise_error(Kobako::JournalError, /is not the one of which it is/)
  end
end
