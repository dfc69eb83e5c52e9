# frozen_string_literal: true

require "support/journals"
require "support/processes"

# Random programs of calls, blocks, faults and retries, cut after each entry of their journal.
RSpec.describe "Runs that were cut and go on" do
  include Journals
  include Processes

  count = Integer(ENV.fetch("KOBAKO_JOURNAL_PROGRAMS", "40"))

  def left(run) = [run.value, run.stdout, shape(run.calls)]

  it "give the same value, output and calls as uncut, from whatever entry they go on", :volume do
    seeds = Array.new(count) { |index| index + 1 }
    seeds.each do |seed|
      code = Journals::Program.new(Random.new(seed)).text
      whole, bytes = appended(code, replay: :again, seed:)

      ends(bytes).each do |length|
        journal = Kobako::Journal.load(bytes.byteslice(0, length))
        again = sandbox(replay: :again, seed:).execute(code, journal:)
        expect(left(again)).to eq(left(whole)), "program #{seed} cut at #{length}: #{again.error&.message}\n#{code}"
      end
    end
  end

  it "give the same as a run that never waited, wherever they wait for an answer", :volume do
    waiting = Class.new(Journals::Shop) do
      def find(id) = Kobako.suspend(id)
    end
    (1..(count / 4)).each do |seed|
      code = Journals::Program.new(Random.new(seed + 1000)).text
      whole, = appended(code, seed:)
      run, journal = waited(code, waiting, seed)
      expect([run.value, run.stdout]).to eq([whole.value, whole.stdout]), "program #{seed}:\n#{code}"
      expect(journal.waiting).to be_nil
    end
  end

  it "ask nobody twice whose answer was recorded" do
    code = Journals::Program.new(Random.new(7)).text
    whole = Journals::Shop.new
    run, bytes = appended(code, whole)
    expect(whole.asked).not_to be_empty

    shop = Journals::Shop.new
    again = sandbox(shop).execute(code, journal: Kobako::Journal.load(bytes))

    expect(shop.asked).to be_empty
    expect(again.calls).to all(be_replayed)
    expect(left(again)).to eq(left(run))
  end

  it "go on in another process" do
    code = Journals::Program.new(Random.new(5)).text
    run, bytes = appended(code, replay: :again)
    half = bytes.byteslice(0, ends(bytes)[ends(bytes).size / 2])

    expect(in_process(<<~RUBY)).to eq("#{[run.value, run.stdout].inspect}\n")
      $LOAD_PATH << #{File.expand_path("../..", __dir__).dump}
      require "support/journals"
      extend Journals
      journal = Kobako::Journal.load(#{[half].pack("m0").dump}.unpack1("m0"))
      run = sandbox(replay: :again).execute(#{code.dump}, journal:)
      p [run.value, run.stdout]
    RUBY
  end

  # Goes on from dump to dump until the run ends.
  def waited(code, shop, seed)
    journal = Kobako::Journal.new
    run = sandbox(shop.new, replay: :again, seed:).execute(code, journal:)
    while run.suspended?
      journal = Kobako::Journal.load(journal.dump)
      answer = Journals::Shop.new.find(run.waiting.reason)
      run = sandbox(shop.new, replay: :again, seed:).execute(code, journal:, answer:)
    end
    [run, journal]
  end
end
