# frozen_string_literal: true

require "fileutils"
require "support/examples/disk_caches"

RSpec.describe "A guest that comes compiled" do
  include_context "with a cache on disk"

  before { ship }

  let(:shipped) { File.join(@folder, "shipped.cwasm") }
  attr_reader :wasm

  it "is mapped from its file, and nothing is looked up or written elsewhere" do
    expect(start_shipped).to eq(["mapped", "", []])
  end

  it "serves a user who may write nowhere" do
    expect(start_shipped { become_nobody }).to eq(["mapped", "", []])
  end

  it "is not taken for another wasm file" do
    FileUtils.cp(wasm, other = File.join(@folder, "guest", "other.wasm"))

    expect(start_shipped(wasm: other)).to match(["compiled", "", [/cwasm\z/]])
  end

  it "runs on every processor of the platform" do
    features = File.binread(shipped).scan(/(has_\w+)\x02(.)/mn)

    expect(features).not_to be_empty
    expect(features.map(&:last)).to all(eq("\0"))
  end

  describe "and does not fit" do
    def expect_compiled(reason, &)
      how, warning, = start_shipped(&)

      expect(how).to eq("compiled")
      expect(warning).to match(/\A#{shipped} cannot be used: #{reason}\. #{wasm} is compiled instead, .*\n\z/)
    end

    foreign = "it was not made by kobako #{Regexp.escape(Kobako::VERSION)} of this wasm file"

    it "is compiled anew with a warning where the wasm file is another" do
      File.binwrite(wasm, "#{File.binread(wasm)}\x00\x05\x04note".b)

      expect_compiled(foreign)
    end

    it "is compiled anew with a warning where one byte of the wasm file is another" do
      File.binwrite(wasm, noted = "#{File.binread(wasm)}\x00\x05\x04note".b)
      ship
      expect(start_shipped.first).to eq("mapped")
      File.binwrite(wasm, noted.sub("note", "nose"))

      expect_compiled(foreign)
    end

    { "empty" => 0, "cut" => -1, "cut to its half" => 0.5 }.each do |kind, size|
      it "is compiled anew with a warning where its file is #{kind}" do
        whole = File.size(shipped)
        File.truncate(shipped, size.is_a?(Float) ? (whole * size).to_i : size % whole)

        expect_compiled(foreign)
      end
    end

    it "is compiled anew with a warning where another version of the gem made it" do
      bytes = File.binread(shipped)
      bytes[-1] = (bytes[-1].ord ^ 1).chr
      File.binwrite(shipped, bytes)

      expect_compiled(foreign)
    end

    it "is compiled anew with a warning where another engine made it" do
      bytes = File.binread(shipped)
      at = bytes.index("\x0248".b) || raise("the version is elsewhere now")
      bytes[at, 3] = "\x0247".b
      File.binwrite(shipped, bytes)

      expect_compiled(".*version.*")
    end

    it "is compiled anew with a warning where its file cannot be read" do
      File.delete(shipped)
      FileUtils.mkdir(shipped)

      expect_compiled(".*directory.*")
    end

    it "is compiled anew with a warning where address space is scarce" do
      # In a process whose engine is yet to be made.
      printed = in_process(<<~RUBY, { "KOBAKO_CACHE_DIR" => "/nonexistent" })
        Process.setrlimit(:AS, 4 << 30)
        Kobako::Runtime.ship(#{wasm.dump}, #{shipped.dump})
        p Kobako::Sandbox.new(wasm_path: #{wasm.dump}).eval("good = 42")
      RUBY

      expect(printed).to match(/\A#{shipped} cannot be used: .*memory reservation.*\. #{wasm} is compiled .*\n42\n\z/)
    end
  end

  it "is told of once where it does not fit" do
    File.truncate(shipped, 1)
    twice = -> { Kobako::Sandbox.new(wasm_path: wasm) }

    expect(start_shipped(&twice)[1].lines.size).to eq(1)
  end

  def ship = File.binwrite(shipped, Processes::Child.new { Kobako::Runtime.compile_ahead(wasm) }.value)

  # How a new process had its guest, what it warned of, and what is in its cache.
  def start_shipped(wasm: @wasm, &prepare)
    path = File.join(@folder, "warnings")
    File.write(path, "")
    own = [@wasm, shipped]
    how = start(wasm:) do
      $stderr.reopen(path)
      Kobako::Runtime.ship(*own)
      prepare&.call
    end
    [how, File.read(path), File.directory?(cache) ? entries : []]
  end

  def become_nobody
    File.chmod(0o755, @folder, File.dirname(wasm))
    File.chmod(0o644, wasm, shipped)
    raise "this test becomes another user, which only root may do: run it as root" unless Process.euid.zero?

    Process::UID.change_privilege(65_534)
  end
end
