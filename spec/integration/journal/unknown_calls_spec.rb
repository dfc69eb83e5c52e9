# frozen_string_literal: true

require "support/journals"
require "tempfile"

RSpec.describe "A call that was under way when a process ended" do
  include Journals

  let(:shop) { Journals::Shop.new }
  let(:code) { "a = Shop.find(1); b = Shop.find(2); a['total'] + b['total']" }
  let(:cut) do
    _, bytes = appended(code)
    Kobako::Journal.load(bytes.byteslice(0, ends(bytes)[4]))
  end

  it "is told by the journal" do
    expect(cut.unknown.map(&:to_s)).to eq(["Shop.find(2)"])
    expect(cut.waiting).to be_nil
  end

  it "ends the run by default, which says what to do" do
    run = sandbox(shop).execute(code, journal: cut)

    expect(run.error).to be_a(Kobako::ReplayError)
      .and have_attributes(message: /\AShop.find\(2\) was under way.*on_unknown: :ask.*replay: :again/)
    expect(shop.asked).to be_empty
  end

  it "is made again with on_unknown: :ask, and by a service that is bound with replay: :again" do
    expect(sandbox(shop).execute(code, journal: cut, on_unknown: :ask).value).to eq(9)
    expect(shop.asked).to eq([[:find, 2]])
    _, bytes = appended(code, replay: :again)
    journal = Kobako::Journal.load(bytes.byteslice(0, ends(bytes)[4]))
    expect(sandbox(shop, replay: :again).execute(code, journal:).value).to eq(9)
  end

  it "gets the value that a lambda gives, which is recorded" do
    pending = nil
    rule = lambda do |call|
      pending = call
      { "total" => 40 }
    end

    expect(sandbox(shop).execute(code, journal: cut, on_unknown: rule).value).to eq(43)
    expect(pending).to have_attributes(path: "Shop", method: "find", arguments: [2])
    expect(sandbox(shop).execute(code, journal: cut).value).to eq(43)
    expect(shop.asked).to be_empty
  end

  it "goes on in the midst of a block, beside what was recorded of it" do
    code = "Shop.each(3) { |n, row| Shop.find(n + 1)['total'] }"
    _, bytes = appended(code)
    journal = Kobako::Journal.load(bytes.byteslice(0, ends(bytes)[8]))
    expect(journal.unknown.map(&:to_s)).to eq(["Shop.each(3)", "Shop.find(2)"])

    expect(sandbox(shop).execute(code, journal:, on_unknown: :ask).value).to eq(18)
    expect(shop.asked).to eq([[:each, 3], [:find, 2], [:find, 3]])
  end

  it "ends the run where what is made again gives its block something else" do
    code = "Shop.each(2) { |n, row| Shop.find(n); row.size }"
    _, bytes = appended(code)
    journal = Kobako::Journal.load(bytes.byteslice(0, ends(bytes)[6]))
    changed = Class.new(Journals::Shop) do
      def each(_count)
        yield(0, "another row")
      rescue StandardError
        "kept"
      end
    end.new
    run = sandbox(changed).execute(code, journal:, on_unknown: :ask)

    expect(run.error).to be_a(Kobako::ReplayError)
    expect(run.error).to have_attributes(recorded: /row 0/, actual: /another row/)
  end

  it "is all that a killed process loses" do
    file = Tempfile.new("journal")
    pid = fork do
      killer = Class.new(Journals::Shop) do
        def find(id) = id == 3 ? Process.kill(:KILL, Process.pid) && sleep : super
      end.new
      sandbox(killer).execute("(1..5).sum { |n| Shop.find(n)['total'] }", journal: Kobako::Journal.open(file.path))
      exit!(0)
    end
    Process.wait(pid)
    journal = Kobako::Journal.open(file.path)
    expect(journal.unknown.map(&:to_s)).to eq(["Shop.find(3)"])

    run = sandbox(shop).execute("(1..5).sum { |n| Shop.find(n)['total'] }", journal:, on_unknown: :ask)
    expect(run.value).to eq(45)
    expect(shop.asked.map(&:last)).to eq([3, 4, 5])
    expect(Kobako::Journal.load(File.binread(file.path)).size).to eq(5)
  end

  it "is recorded before it is made" do
    io = StringIO.new("".b)
    seen = nil
    service = -> { seen = Kobako::Journal.load(io.string).unknown.map(&:to_s) }
    journal = Kobako::Journal.new.append_to(io)
    Kobako::Sandbox.new.bind("Look", service).execute("Look.call", journal:)

    expect(seen).to eq(["Look.call"])
  end
end
