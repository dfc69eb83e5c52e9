# frozen_string_literal: true

require "fileutils"
require "support/examples/disk_caches"

RSpec.describe "The digest of a wasm file that nobody wrote to for three seconds, in the cache on disk," do
  include_context "with a cache on disk"

  # Files that grow old together.
  before(:context) do
    @old = Dir.mktmpdir
    wasm = HostileModule.assemble(HostileModule.wat)
    @files = Array.new(4) { |number| File.join(@old, "#{number}.wasm").tap { |path| File.binwrite(path, wasm) } }
    @written = now
  end

  after(:context) { FileUtils.rm_rf(@old) }

  let(:note) { Dir.glob(File.join(cache, "*.digest")).fetch(0) }

  # Of another guest, whose compiled code is in the cache too.
  let(:other_digest) do
    File.binwrite(other = File.join(@folder, "guest", "other.wasm"), "#{File.binread(@wasm)}\x00\x05\x04note".b)
    known = entries
    start(wasm: other)
    [(entries - known).first[0, 64]].pack("H*")
  end

  # With one of the old files, from now on.
  def settle
    @wasm = @files.pop
    start
    sleep([@written + 3.1 - now, 0].max)
    start
  end

  # Starts a process that has seen the file before three seconds were over, however slow the machine is.
  def unsettled
    20.times do
      FileUtils.rm_rf(cache)
      FileUtils.touch(@wasm)
      return if elapsed { start } < 2
    end
    raise "no process starts in two seconds"
  end

  it "is remembered only then" do
    unsettled
    expect(Dir.glob(File.join(cache, "*.digest"))).to eq([])
    sleep(3.1)
    start
    expect(Dir.glob(File.join(cache, "*.digest")).size).to eq(1)
    expect_used
  end

  it "spares reading the file: what is remembered decides" do
    settle
    File.binwrite(note, sealed(other_digest + File.binread(note)[32...-20]))
    own = entries.find { |name| !name.start_with?(other_digest.unpack1("H*")) }
    File.unlink(File.join(cache, own))

    expect(start).to eq("mapped")
    expect(entries.size).to eq(1)
  end

  it "is of no use once the file is another" do
    settle
    File.binwrite(note, sealed(other_digest + File.binread(note)[32...-20]))
    File.binwrite(@wasm, "#{File.binread(@wasm)}\x00\x05\x04more".b)

    expect(start).to eq("compiled")
  end

  it "is read from the file again if what is remembered is damaged or of another file" do
    settle
    good = File.binread(note)
    other = good[0...-20].tap { |text| text[-1] = "x" }
    [good[0..-2], "", "\0" * good.size, good.tr(good[3], "x"), sealed(other), sealed(good[1...-20])].each do |bytes|
      File.binwrite(note, bytes)
      expect_used
    end
  end

  it "is read from the file again where the compiled code is gone" do
    settle
    File.unlink(file)

    expect(start).to eq("compiled")
    expect_used
  end
end
