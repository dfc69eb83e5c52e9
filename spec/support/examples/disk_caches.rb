# frozen_string_literal: true

require "tmpdir"
require "zlib"
require "support/cold_starts"
require "support/hostile_module"

# A module in `@wasm`, and processes that use it with a cache in a folder of its own.
RSpec.shared_context "with a cache on disk" do
  include ColdStarts
  include Processes

  guest = HostileModule.assemble(HostileModule.wat)

  around do |example|
    Dir.mktmpdir do |folder|
      @folder = folder
      Dir.mkdir(File.join(folder, "guest"))
      File.binwrite(@wasm = File.join(folder, "guest", "guest.wasm"), guest)
      example.run
    end
  end

  let(:cache) { File.join(@folder, "cache") }

  # "mapped" if a new process uses a file of compiled code, else "compiled"; it must evaluate in any case.
  def start(wasm: @wasm, **environment, &prepare)
    places = { "KOBAKO_CACHE_DIR" => cache, "XDG_CACHE_HOME" => nil, "HOME" => @folder }
    begin_start(wasm, @folder, places.merge(environment), &prepare).value
  end

  # Without what is remembered of wasm files that are older than three seconds.
  def entries(folder = cache) = Dir.children(folder).grep_v(/\.digest\z/).sort
  def file = File.join(cache, entries.fetch(0))

  def identity(path = file)
    stat = File.lstat(path)
    [stat.ino, stat.mtime, stat.size]
  end

  # The file is not used: a new one takes its place, with the contents of the good one.
  def expect_replaced
    good = File.binread(file)
    yield
    before = File.lstat(file)

    expect(start).to eq("compiled")
    expect(File.lstat(file)).to have_attributes(ino: satisfy { |ino| ino != before.ino }, ftype: "file")
    expect(File.binread(file) == good).to be(true)
    expect(entries.size).to eq(1)
    expect_used
  end

  # The file is used, and stays as it is.
  def expect_used
    before = identity

    expect(start).to eq("mapped")
    expect(identity).to eq(before)
  end

  # With the trailer of a file that holds just this.
  def sealed(bytes) = bytes + ["kobako\0\x02", bytes.bytesize, Zlib.crc32(bytes)].pack("a8Q<L<")
end
