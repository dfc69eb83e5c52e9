# frozen_string_literal: true

require "support/journals"
require "support/processes"

RSpec.describe Kobako::Trace do
  include Journals
  include Processes

  let(:code) do
    "puts 'hi'; Shop.each(1) { |n, row| Shop.find(n); n }; Shop.fail('x') rescue warn('y'); Shop.approve(1)"
  end
  let(:journal) { Kobako::Journal.new }
  let(:run) { sandbox.execute(code, journal:) { |settings| settings.name = "import" } }

  # Columns of the rows of calls, without the times.
  def rows(text) = text.scan(/^ *(\d+) .*? (\d+ B)  +(\d+ B)  [·█ ]{24}  (.*)$/)

  # What is left of an element of XML once it is read: of one that is well-formed, nothing.
  def unread(xml)
    attributes = /(?:\s[\w:-]+="[^"<>&]*")*/
    content = /(?:[^<>&]|&(?:amp|lt|gt|quot|#39);)*/
    nil while xml.gsub!(%r{<(\w+)#{attributes}(?:/>|>#{content}</\1>)}, "")
    xml
  end

  it "shows a run's calls in their order and depth, what was written, and where it waits" do
    text = described_class.render(run)

    expect(text.lines.first.chomp).to eq("import: waits for Shop.approve(1): \"approve 1\"")
    expect(rows(text)).to eq([["1", "15 B", "3 B", "Shop.each"], ["2", "15 B", "14 B", "  Shop.find"],
                              ["3", "16 B", "52 B", "Shop.fail  (failed)"],
                              ["4", "18 B", "0 B", "Shop.approve  (waits: \"approve 1\")"]])
    expect(text).to end_with("\n\nstdout, 3 B\n  | hi\n\nstderr, 2 B\n  | y\n")
    expect(text.lines[1]).to match(/4 calls in \d+.* of memory/)
  end

  it "shows a journal's calls with what they were given, and the time between its runs" do
    run
    waiting = described_class.render(journal)
    sandbox.execute(code, journal:, answer: 7)
    text = described_class.render(Kobako::Journal.load(journal.dump))

    expect(waiting.lines.first).to eq("journal: waits for Shop.approve(1): \"approve 1\"\n")
    expect(text.lines.first).to eq("journal: ends with its calls\n")
    expect(text.lines[1]).to match(/\A  4 calls · \d+ B · 1 run · from 20\d\d-\d\d-\d\d /)
    expect(rows(text).map(&:last)).to eq(["Shop.each(1)", "  Shop.find(0)", "Shop.fail(\"x\")  (failed)",
                                          "Shop.approve(1)  (waited: \"approve 1\")"])
  end

  it "shows where a journal's run waited between its calls" do
    sandbox.execute("#{code}; Shop.find(3)", journal:)
    sandbox.execute("#{code}; Shop.find(3)", journal:, answer: 7)
    lines = described_class.render(journal).lines

    expect(lines.index { |line| line.start_with?("   … waited ") }).to eq(lines.size - 2)
    expect(lines.last).to end_with("  Shop.find(3)\n")
  end

  it "says what a run ended with, and what of it came from a journal" do
    run
    again = sandbox.execute(code, journal:, answer: 7)

    expect(described_class.render(again).lines.first(2)).to match(["run: ended with a value\n", /4 from a journal/])
    failed = sandbox.execute("raise 'no'")
    expect(described_class.render(failed)).to start_with("run: ended with Kobako::SandboxError: no")
  end

  it "shows a journal whose calls were not timed, as its process was killed" do
    _, bytes = appended("Shop.find(1); Shop.find(2)")
    cut = Kobako::Journal.load(bytes.byteslice(0, ends(bytes)[4]))

    text = described_class.render(cut)
    expect(text).to start_with("journal: ends in the midst of Shop.find(2), of which nobody knows")
    expect(text).to match(/^2      –     –  15 B   0 B {28}Shop.find\(2\)  \(not answered\)$/)
    expect(described_class.render(Kobako::Journal.new)).to start_with("journal: nothing was recorded\n")
  end

  %i[svg html].each do |format|
    it "is one file as #{format}, well-formed, which loads nothing" do
      [run, journal].each do |subject|
        text = described_class.render(subject, format:)

        expect(unread(text[%r{<svg.*</svg>}m])).to eq("")
        expect(text.gsub("http://www.w3.org/2000/svg", "")).not_to match(/https?:|<script|src=|href=|url\(|@import/)
        expect(text).to include("Shop.approve")
      end
    end

    it "escapes names, arguments, reasons and output as #{format}" do
      hostile = "</title></text><script>alert(1)</script>&\u202E\u0007\uFFFF\"'"
      script = "puts #{hostile.dump}; Shop.__send__(#{hostile.dump}) rescue 1; Shop.approve(#{hostile.dump})"
      waiting = sandbox.execute(script, journal:) { |settings| settings.name = hostile }
      [waiting, journal].each do |subject|
        text = described_class.render(subject, format:)
        expect(text).to include("&lt;script&gt;")
        expect(text).not_to match(%r{<script|</title></text>|[\u202E\u0007\uFFFF]})
        expect(unread(text[%r{<svg.*</svg>}m])).to eq("")
      end
    end
  end

  it "is text on lines of its own, whatever the script says" do
    name = "a\nb\e[31m\u2028"
    text = described_class.render(sandbox.execute("puts \"\\e[2Jx\\ny\"", &->(settings) { settings.name = name }))

    expect(text.lines.first).to eq("a⏎b\uFFFD[31m\uFFFD: ended with a value\n")
    expect(text).to end_with("stdout, 8 B\n  | \uFFFD[2Jx\n  | y\n")
    binary = described_class.render(sandbox.execute("print \"\\xff\""))
    expect(binary).to end_with("| \uFFFD\n").and(be_valid_encoding)
  end

  it "shows the beginning of many calls and of much output, and counts the rest" do
    long = sandbox.execute("2_010.times { Shop.find(1) }; print 'x' * 100_000", &:record_calls)
    text = described_class.render(long)

    expect(text).to include("\n10 more calls\n").and include("| … 33.7 KiB more\n").or include("… 33.7 KiB more")
    expect(rows(text).size).to eq(2_000)
    expect(described_class.render(long, format: :html)).to include("10 more calls")
    expect(described_class.render(long, format: :svg)).to include("10 more calls")
  end

  it "takes runs that have ended" do
    expect { sandbox.execute("1") { |settings| described_class.render(settings) } }
      .to raise_error(ArgumentError, /has not ended/)
  end

  it "takes no other subject, and no other format", :misuse do
    expect { described_class.render("x") }.to raise_error(TypeError, /got a String/)
    expect { described_class.render(run, format: :pdf) }
      .to raise_error(ArgumentError, /format is :pdf, expected :text, :svg, :html/)
  end

  it "is loaded when it is used" do
    loaded = "p Kobako.autoload?(:Trace).nil?, $LOADED_FEATURES.grep(%r{kobako/trace|playback}).size"

    expect(in_process(loaded)).to eq("false\n0\n")
  end
end
