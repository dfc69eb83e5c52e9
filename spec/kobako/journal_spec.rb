# frozen_string_literal: true

require "support/journals"
require "tempfile"

RSpec.describe Kobako::Journal do
  include Journals

  let(:bytes) do
    journal = described_class.new
    sandbox.execute("Shop.each(2) { |n, row| Shop.find(n); n }; Shop.approve(1)", journal:)
    journal.dump
  end

  def frames_of(bytes)
    [].tap { |frames| described_class::Frames.new.read(bytes) { |kind, data| frames << [kind, data] } }
  end

  def written(entries, mark = described_class::Frames::DUMP)
    frames = described_class::Frames.new
    entries.inject(mark.dup) { |result, (kind, data)| result << frames.frame(kind, data) }
  end

  it "is the same after a dump and a load" do
    loaded = described_class.load(bytes)

    expect(loaded.dump).to eq(bytes)
    expect(loaded).to have_attributes(size: 4, bytesize: be > 100, empty?: false)
    expect(described_class.load(described_class.new.dump)).to be_empty
  end

  it "refuses a dump that is cut anywhere" do
    (0...bytes.bytesize).each do |length|
      expect { described_class.load(bytes.byteslice(0, length)) }.to raise_error(Kobako::JournalError), "at #{length}"
    end
  end

  it "refuses a dump with any byte changed" do
    (0...bytes.bytesize).each do |index|
      changed = bytes.dup.tap { |copy| copy.setbyte(index, copy.getbyte(index) ^ 0x55) }
      expect { described_class.load(changed) }.to raise_error(Kobako::JournalError), "at #{index}"
    end
  end

  it "refuses entries that are mixed up, with their check sums made new" do
    entries = frames_of(bytes).reject { |entry| entry.first == "M" }
    failures = Array.new(entries.size - 1) do |index|
      swapped = entries.dup.tap { |copy| copy[index], copy[index + 1] = copy[index + 1], copy[index] }
      swapped == entries ? nil : (described_class.load(written(swapped)) && index)
    rescue Kobako::JournalError
      nil
    end

    expect(failures.compact).to eq([])
  end

  it "reads hostile entries to a journal, or to an error that says so" do
    random = Random.new(3)
    entries = frames_of(bytes)
    500.times do
      hostile = entries.map { |kind, data| [kind, changed(data, random)] }
      begin
        journal = described_class.load(written(hostile))
        run = sandbox.execute("Shop.each(2) { |n, row| Shop.find(n); n }; Shop.approve(1)", journal:, on_unknown: :ask)
        expect(run.error).to be_nil.or be_a(Kobako::Error)
      rescue Kobako::JournalError => e
        expect(e.message).to include("journal")
      end
    end
  end

  it "leaves out an incomplete last entry of what was appended" do
    _, appended = appended("Shop.find(1)")
    whole = ends(appended)
    (whole[-3]...whole[-2]).each do |length|
      expect(described_class.load(appended.byteslice(0, length)).unknown.size).to eq(1)
    end
    expect(described_class.load(appended).unknown).to be_empty
  end

  it "goes on in a file that ends in the middle of an entry" do
    _, appended = appended("Shop.find(1)")
    answered = ends(appended)[-2]
    Tempfile.create("journal") do |file|
      File.binwrite(file.path, appended.byteslice(0, answered - 3))
      run = sandbox.execute("Shop.find(1)", journal: described_class.open(file.path), on_unknown: :ask)
      expect(run.value).to eq({ "id" => 1, "total" => 3 })
      expect(File.binread(file.path)).to start_with(appended.byteslice(0, answered))
      File.binwrite(file.path, bytes)
      expect { described_class.open(file.path) }.to raise_error(Kobako::JournalError, /holds a dump/)
    end
  end

  it "goes on in whatever has what was appended, entry by entry" do
    io = StringIO.new("".b)
    run = lambda do |code, **options|
      sandbox.execute(code, journal: described_class.load(io.string.dup, append_to: io), **options)
    end
    run.call("Shop.find(1); Shop.approve(2); Shop.find(3)")
    first = io.string.dup
    run.call("Shop.find(1); Shop.approve(2); Shop.find(3)", answer: 1)

    expect(io.string).to start_with(first)
    expect(described_class.load(io.string).size).to eq(3)
  end

  it "goes on in nothing that does not end with an entry of its own" do
    _, appended = appended("Shop.find(1)")
    load = ->(bytes) { described_class.load(bytes, append_to: StringIO.new) }

    expect { load.call(appended.byteslice(0, appended.bytesize - 1)) }
      .to raise_error(Kobako::JournalError,
                      /in the middle of an entry \(cut it off after its first \d+/)
    expect { load.call(bytes) }.to raise_error(Kobako::JournalError, /what is appended to holds a dump/)
    expect { load.call(nil) }.to raise_error(Kobako::JournalError, /NilClass/)
  end

  it "refuses what is too long, before it reads it" do
    expect { described_class.load("x" * 16_777_281) }.to raise_error(Kobako::JournalError, /16777281 bytes.*16777216/)
    expect { described_class.load(bytes, limit: 100) }.to raise_error(Kobako::JournalError, /limit is 100/)
    expect { described_class.load(nil) }.to raise_error(Kobako::JournalError, /NilClass/)
    expect { described_class.load("x") }.to raise_error(Kobako::JournalError, /no journal/)
    expect { described_class.new(limit: 0) }.to raise_error(ArgumentError, /limit is 0/)
  end

  it "ends a run that would go over the limit, which can go on with a larger one" do
    journal = described_class.new(limit: 460)
    code = "Shop.find(1); Shop.find('x' * 300) rescue 'kept'"
    run = sandbox.execute(code, journal:)
    expect(run.error).to be_a(Kobako::JournalError).and have_attributes(message: /its limit is 460.*larger limit:/)

    loaded = described_class.load(journal.dump)
    expect(sandbox.execute(code, journal: loaded, on_unknown: :ask)).to be_ok
  end

  it "reads its limit of bytes to an error, too" do
    calls = frames_of(bytes)[1]
    entries = [frames_of(bytes)[0], *([calls] * 100_000)]
    expect { described_class.load(written(entries)) }.to raise_error(Kobako::JournalError, /mixed up/)

    noise = described_class::Frames::DUMP + Random.new(1).bytes(16_777_000)
    expect { described_class.load(noise) }.to raise_error(Kobako::JournalError, /entry 0|truncated/)
  end

  it "writes nothing more once an entry could not be written" do
    full = Class.new do
      def initialize = @left = 6

      def write(_bytes) = (@left -= 1).positive? || raise(Errno::ENOSPC)
    end.new
    journal = described_class.new.append_to(full)
    expect { sandbox.execute("9.times { Shop.find(1) }", journal:) }.to raise_error(Errno::ENOSPC)

    expect(sandbox.execute("9.times { Shop.find(1) }", journal:, on_unknown: :ask).error)
      .to be_a(Kobako::JournalError).and have_attributes(message: /could not be written before.*open/)
  end

  it "is no longer written once it is closed" do
    Tempfile.create("journal") do |file|
      journal = described_class.open(file.path)
      sandbox.execute("Shop.find(1)", journal:)
      size = File.size(file.path)
      journal.close
      expect(described_class.load(File.binread(file.path)).dump).to eq(journal.dump)
      expect(File.size(file.path)).to eq(size)
    end
  end

  it "refuses another version" do
    entries = frames_of(bytes)
    origin = Kobako::Codec::Decoder.decode(entries[0].last).merge("version" => 2)
    entries[0] = ["J", Kobako::Codec::Encoder.encode(origin)]

    expect { described_class.load(written(entries)) }.to raise_error(Kobako::JournalError, /version 2.*version 1/)
  end

  it "is encrypted entry by entry by a hook" do
    hooks = { encrypt: ->(text) { text.bytes.map { |byte| byte ^ 0x5a }.pack("C*") } }
    hooks[:decrypt] = hooks[:encrypt]
    io = StringIO.new("".b)
    journal = described_class.new(**hooks).append_to(io)
    run = sandbox.execute("Shop.find('a secret')", journal:)

    [journal.dump, io.string].each do |text|
      expect(text).not_to include("secret".b)
      loaded = described_class.load(text, **hooks)
      expect(sandbox.execute("Shop.find('a secret')", journal: loaded).value).to eq(run.value)
    end
    expect { described_class.load(journal.dump) }.to raise_error(Kobako::JournalError)
    broken = hooks.merge(decrypt: ->(_) { raise "no key" })
    expect { described_class.load(journal.dump, **broken) }.to raise_error(Kobako::JournalError, /cannot be decrypted/)
    expect { described_class.new(encrypt: 1) }.to raise_error(ArgumentError, /encrypt is a Integer/)
  end

  def changed(data, random)
    return data if random.rand(4).positive?

    data.dup.tap { |copy| copy.setbyte(random.rand(copy.bytesize), random.rand(256)) }
  end
end
