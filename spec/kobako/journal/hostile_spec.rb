# frozen_string_literal: true

require "support/journals"

# Journals whose check sums are right, and whose entries are not.
RSpec.describe "Hostile journals" do
  include Journals

  frames = Kobako::Journal::Frames
  endings = [NilClass, Kobako::JournalError, Kobako::ReplayError, Kobako::SandboxError, Kobako::ServiceError]

  let(:code) do
    "o = Shop.order(7); Shop.each(2) { |n, row| Shop.find(n); n }; (Shop.fail('x') rescue 1); Shop.approve(o)"
  end
  let(:entries) { entries_of(code) }

  define_method(:entries_of) do |code|
    journal = Kobako::Journal.new
    sandbox.execute(code, journal:)
    [].tap { |list| frames.new.read(journal.dump) { |*entry| list << entry unless entry.first == "E" } }
  end

  define_method(:written) do |list, mark = frames::DUMP|
    writer = frames.new
    bytes = list.inject(mark.dup) { |text, (kind, data)| text << writer.frame(kind, data) }
    mark == frames::DUMP ? bytes << writer.frame("E", [list.size].pack("N")) : bytes
  end

  # What becomes of a journal of these entries: :refused, or the class of what the run ended with.
  def fate(list, mark = nil)
    journal = Kobako::Journal.load(written(list, *mark))
    [journal.waiting, *journal.unknown].compact.each(&:inspect)
    Kobako::Trace.render(journal)
    answer = journal.waiting ? { answer: 1 } : {}
    sandbox.execute(code, journal:, on_unknown: :ask, **answer).error.class
  rescue Kobako::JournalError
    :refused
  end

  def places = entries.each_index

  it "with an entry dropped, doubled, or of another kind are refused, or end as a run may" do
    places.each do |at|
      dropped = entries[0, at] + entries.drop(at + 1)
      doubled = entries[0, at + 1] + entries.drop(at)
      kinds = %w[J C Y B A H W T M Z].map { |kind| entries[0, at] + [[kind, entries[at].last]] + entries.drop(at + 1) }
      [dropped, doubled, *kinds].product([frames::DUMP, frames::LOG]).each do |list, mark|
        expect([:refused, *endings]).to include(fate(list, mark)), "entry #{at} of #{list.map(&:first).join}"
      end
    end
  end

  it "spliced of two are refused, or end with the difference" do
    other = entries_of("Shop.find(8); Shop.each(3) { |n, row| Shop.find(n + 1); n }; Shop.approve(2)")
    places.to_a.product(other.each_index.to_a) do |head, tail|
      expect([:refused, *endings]).to include(fate(entries[0, head] + other.drop(tail))), "#{head} and #{tail}"
    end
    expect(fate(entries[0, 2] + other.drop(2))).to eq(:refused).or eq(Kobako::ReplayError)
    expect(fate(other)).to eq(:refused)
  end

  it "with nested, huge or broken parts are refused, or end as a run may" do
    parts = ["", "\x91" * 100_000, "#{"\x91" * 127}\xC0", "\xDD\xFF\xFF\xFF\xFF", "\xDF\xFF\xFF\xFF\xFF",
             "\xDB\xFF\xFF\xFF\xFF", "\xC6\xFF\xFF\xFF\xFF", "\xC9\xFF\xFF\xFF\xFF\x01", "\x80", "\xC0",
             "\x92\x00\xDD\xFF\xFF\xFF\xFF", "\x92\x01\x80", "\x92\x00\xD6\x01\x00\x00\x00\x63",
             "\x95\xC4\x01\xFF\xA3n\xC3\xA9\x90\x80\xC2", "\x95\x01\x01\x90\x80\xC2",
             "\x95\xA4Shop\xA4find\x90\x81\xA1k\x01\xC2", "\x93\x01\x02\xC0",
             "\xFF" * 11, "\xFF" * 12, "\xFF" * 40].map(&:b)
    places.to_a.product(parts) do |at, part|
      changed = entries[0, at] + [[entries[at].first, part]] + entries.drop(at + 1)
      expect([:refused, *endings]).to include(fate(changed)), "entry #{at} as #{part[0, 20].inspect}"
    end
  end

  it "whose answer has an object of which they say nothing end with that" do
    journal = entries_of("Shop.order(7)").reject { |entry| entry.first == "H" }
    run = sandbox.execute("Shop.order(7)", journal: Kobako::Journal.load(written(journal)))

    expect(run.error).to be_a(Kobako::JournalError)
    expect(run.error.message).to include("does not say what handle 1 stands for")
  end

  it "with too many entries, and calls too deep in each other, are refused" do
    call = ["C", entries[1].last]
    deep = [entries[0]] + ([call, ["Y", "\x90".b]] * 2_049)
    expect { Kobako::Journal.load(written(deep)) }.to raise_error(Kobako::JournalError, /mixed up/)
    expect(Kobako::Journal.load(written(deep.first(4_096))).unknown.size).to eq(2_048)

    stub_const("Kobako::Journal::Log::MAX_ENTRIES", 100)
    many = [entries[0]] + Array.new(100, ["T", "\0" * 8])
    expect(Kobako::Journal.load(written(many.first(100)))).to be_a(Kobako::Journal)
    expect { Kobako::Journal.load(written(many)) }
      .to raise_error(Kobako::JournalError, /100 entries, the limit is 100/)
  end
end
