# frozen_string_literal: true

require "support/command"
require "support/journals"

RSpec.describe Kobako::CLI::Trace do
  include Command
  include Journals

  let(:bytes) do
    journal = Kobako::Journal.new
    sandbox.execute("puts 'hi'; Shop.find(1); Shop.approve('<b>')", journal:)
    journal.dump
  end

  def trace(*arguments, **options) = kobako("trace", *arguments, **options).to_a

  it "shows a journal with what its program writes" do
    in_folder("a.journal" => bytes) do
      status, out, err = trace("a.journal")

      expect([status, err]).to eq([0, ""])
      expect(out).to start_with("journal: waits for Shop.approve(\"<b>\"): \"approve <b>\"\n  2 calls · ")
      expect(out).to end_with("\n\nstdout, 3 B\n  | hi\n")
      expect(trace("-", stdin: bytes)).to eq([0, out, ""])
    end
  end

  it "does not run the program with --no-output" do
    in_folder("a.journal" => bytes) do
      expect(trace("--no-output", "a.journal")).to match([0, a_string_ending_with("(waits: \"approve <b>\")\n"), ""])
    end
  end

  it "writes SVG and HTML, to standard output or to a file" do
    in_folder("a.journal" => bytes) do
      expect(trace("--svg", "a.journal")[1]).to start_with("<svg ").and include("approve &lt;b&gt;")
      expect(trace("--html", "-o", "a.html", "a.journal")).to eq([0, "", ""])
      expect(File.read("a.html")).to start_with("<!DOCTYPE html>").and include("<pre>hi</pre>")
      expect(trace("-o", "no/a.html", "a.journal"))
        .to match([2, "", "kobako: cannot write no/a.html: no such file or directory\n"])
    end
  end

  it "shows calls where it cannot run the program, and says why" do
    journal = Kobako::Journal.new
    sandbox.execute("Shop.find(1) ##{"x" * 70_000}", journal:)
    in_folder("a.journal" => journal.dump, "empty.journal" => Kobako::Journal.new.dump) do
      expect(trace("a.journal"))
        .to match([0, /Shop.find\(1\)$/, /\Akobako: what the script wrote is not shown: the journal/])
      expect(trace("empty.journal")).to match([0, "journal: nothing was recorded\n  0 calls · 0 B\n", ""])
    end
  end

  it "says what is no journal" do
    in_folder("a.journal" => bytes[0...-1]) do
      expect(trace("a.journal")).to match([2, "", /\Akobako: a.journal: the journal ends in the middle of entry \d/])
      expect(trace).to match([2, "", /\Akobako: trace takes one FILE, got 0/])
    end
  end
end
