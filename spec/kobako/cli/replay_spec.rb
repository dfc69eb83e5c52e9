# frozen_string_literal: true

require "support/command"
require "support/journals"

RSpec.describe Kobako::CLI::Replay do
  include Command
  include Journals

  let(:code) do
    "puts 'hi'; Shop.each(1) { |n, row| Shop.find(n)['id'] }; warn 'x'; Shop.approve(1); Shop.find(2)['total']"
  end
  let(:journal) { Kobako::Journal.new }
  let(:dump) { journal.dump.tap { |bytes| File.binwrite("a.journal", bytes) } }

  def replay(*arguments, **options) = kobako("replay", *arguments, **options).to_a

  it "runs the program again, and says where it waits" do
    in_folder do
      sandbox.execute(code, journal:)
      dump

      expect(replay("a.journal"))
        .to eq([0, "hi\n", "x\nkobako: it waits for Shop.approve(1): \"approve 1\" (after 2 calls)\n"])
      expect(replay("-", stdin: dump).first).to eq(0)
    end
  end

  it "says what the program ended with" do
    in_folder do
      sandbox.execute(code, journal:)
      sandbox.execute(code, journal:, answer: 1)
      dump

      expect(replay("a.journal")).to eq([0, "hi\n", "x\nkobako: it ended with 6 (after 4 calls)\n"])
    end
  end

  it "stops before a call" do
    in_folder do
      sandbox.execute(code, journal:)
      dump

      expect(replay("--stop-before", "2", "a.journal"))
        .to eq([0, "hi\n", "kobako: it stands before Shop.find(0) (after 1 call)\n"])
      expect(replay("--stop-before", "9", "a.journal").first).to eq(0)
      expect(replay("--stop-before", "0", "a.journal"))
        .to eq([2, "", "kobako: --stop-before 0: expected an Integer from 1 to 1048576\n"])
    end
  end

  it "says where a journal ends whose process was killed" do
    in_folder do
      _, bytes = appended("Shop.find(1); Shop.find(2)")
      said = [3, 4].map do |count|
        File.binwrite("a.journal", bytes.byteslice(0, ends(bytes)[count]))
        replay("a.journal")
      end

      expect(said).to eq([[0, "", "kobako: the journal ends, and the script calls Shop.find(2) (after 1 call)\n"],
                          [0, "", "kobako: the journal ends in Shop.find(2), of which nobody knows whether it was " \
                                  "made (after 1 call)\n"]])
    end
  end

  it "tells of the script's error, at the limits of the command" do
    in_folder do
      sandbox.execute("Shop.find(1); raise 'no'", journal:, filename: "a.rb")
      dump

      expect(replay("a.journal")).to match([1, "", /\Aa.rb:1:in '<main>': no \(RuntimeError\)\nkobako: it ended with/])
    end
    in_folder do
      sandbox(timeout: 0.5).execute("Shop.find(1); loop {}", journal: looping = Kobako::Journal.new)
      File.binwrite("b.journal", looping.dump)
      expect(replay("--timeout", "0.05", "b.journal").first).to eq(124)
    end
  end

  it "shows names and values of the script as one line of text" do
    in_folder do
      sandbox.execute("Shop.approve(\"a\\e[31m\\nb\u2028\")", journal:)
      dump

      expect(replay("a.journal").last).to eq("kobako: it waits for Shop.approve(\"a\\e[31m\\nb\\u2028\"): " \
                                             "\"approve a\\e[31m\\nb\\u2028\" (after 0 calls)\n")
    end
  end

  it "says what is no journal, carries no program, or cannot be read" do
    in_folder("x.rb" => "1", "big" => "x" * 16_777_281) do
      sandbox.execute("1 ##{"x" * 70_000}", journal:)
      dump

      expect([["x.rb"], ["big"], ["none"], [], %w[a b], ["a.journal"], ["-"]].map { |arguments| replay(*arguments) })
        .to match(["x.rb: these 1 bytes are no journal", "big has more than 16777280 bytes, the limit of a journal",
                   "cannot read none: no such file", "replay takes one FILE, got 0", "replay takes one FILE, got 2",
                   "a.journal: the journal carries no program", "-: these 0 bytes are no journal"]
                   .map { |text| [2, "", a_string_starting_with("kobako: #{text}")] })
    end
  end
end
