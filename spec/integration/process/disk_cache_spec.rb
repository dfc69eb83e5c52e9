# frozen_string_literal: true

require "fileutils"
require "rbconfig"
require "support/examples/disk_caches"

RSpec.describe "The cache of compiled guests on disk" do
  include_context "with a cache on disk"

  it "makes every process after the first start without compiling" do
    expect(start).to eq("compiled")
    before = identity

    2.times { expect_used }
    expect(identity).to eq(before)
  end

  it "makes the processes after the first start with the gem's guest without compiling, soon" do
    real = copy_of_the_guest
    expect(start(wasm: real)).to eq("compiled")
    taken = least(below: 0.2) { spent_by_children { expect(start(wasm: real)).to eq("mapped") } }

    # Ten times what it takes, and less than a compilation.
    expect(taken).to be < allowed(0.2)
  end

  it "makes its folder and its file for this user alone" do
    start

    expect(File.stat(cache).mode & 0o777).to eq(0o700)
    expect(File.stat(file)).to have_attributes(mode: 0o100600, uid: Process.euid)
    expect(entries).to contain_exactly(/\A\h{64}-#{Regexp.escape(Kobako::VERSION)}-\h{16}\.cwasm\z/)
  end

  it "holds another file for each module" do
    start
    File.binwrite(other = File.join(@folder, "guest", "other.wasm"), "#{File.binread(@wasm)}\x00\x05\x04note".b)

    expect([start(wasm: other), start(wasm: other), start]).to eq(%w[compiled mapped mapped])
    expect(entries.size).to eq(2)
  end

  it "holds one file for a module at two places" do
    start
    FileUtils.cp(@wasm, other = File.join(@folder, "guest", "other.wasm"))

    expect(start(wasm: other)).to eq("mapped")
  end

  describe "with a file that cannot be trusted" do
    before { start }

    {
      "nothing" => 0.0, "a byte" => 0.0000001, "half of it" => 0.5, "nearly all of it" => 0.9999
    }.each do |kind, part|
      it "replaces a file cut to #{kind}" do
        expect_replaced { File.truncate(file, (File.size(file) * part).ceil) }
      end
    end

    it "replaces a file without its last byte, and one with a byte more" do
      expect_replaced { File.truncate(file, File.size(file) - 1) }
      expect_replaced { File.binwrite(file, "\0", mode: "ab") }
    end

    it "replaces a file of zeros of the right length, and one whose trailer alone is right" do
      expect_replaced { File.binwrite(file, "\0" * File.size(file)) }
      expect_replaced { File.binwrite(file, sealed("x" * (File.size(file) - 20))) }
    end

    it "replaces a file in which one bit is another, wherever that is" do
      size = File.size(file)
      places = [0, size / 3, size / 2, size - 21, size - 20, size - 12, size - 4, size - 1]

      (places + Array.new(8) { |part| size * part / 8 }).uniq.each do |place|
        expect_replaced do
          bytes = File.binread(file)
          bytes.setbyte(place, bytes.getbyte(place) ^ (1 << (place % 8)))
          File.binwrite(file, bytes)
        end
      end
    end

    it "replaces a file that another version of the engine wrote" do
      expect_replaced do
        bytes = File.binread(file)
        at = bytes.index("\x0248".b) || raise("the version is elsewhere now")
        bytes[at, 3] = "\x0247".b
        File.binwrite(file, sealed(bytes[0...-20]))
      end
    end

    it "leaves a file of another version of the gem alone, and does not use it" do
      FileUtils.mv(file, old = file.sub("-#{Kobako::VERSION}-", "-0.0.0-"))
      before = identity(old)

      expect(start).to eq("compiled")
      expect(entries.size).to eq(2)
      expect(identity(old)).to eq(before)
    end

    [0o620, 0o602, 0o666, 0o660].each do |mode|
      it format("replaces a file that others may write (%o)", mode) do
        expect_replaced { File.chmod(mode, file) }
      end
    end

    it "uses a file that others may read" do
      File.chmod(0o644, file)

      expect_used
    end

    it "replaces a file that someone else owns" do
      expect_replaced { change_owner(file) }
    end

    it "replaces a symbolic link, and leaves its target alone" do
      target = File.join(@folder, "target.cwasm")

      expect_replaced do
        FileUtils.mv(path = file, target)
        File.symlink(target, path)
      end
      expect(File.size(target)).to eq(File.size(file))
    end

    it "replaces a pipe, without waiting for a writer" do
      expect_replaced do
        File.delete(path = file)
        File.mkfifo(path)
      end
    end

    it "works where a folder stands in the file's place" do
      File.delete(path = file)
      FileUtils.mkdir_p(File.join(path, "in_the_way"))

      expect(start).to eq("compiled")
      expect(entries).to eq([File.basename(path)])
    end
  end

  describe "with a folder that cannot be trusted" do
    before { start }

    def expect_unused
      before = identity

      expect(start).to eq("compiled")
      expect(identity).to eq(before)
      expect(entries.size).to eq(1)
    end

    [0o770, 0o777, 0o1777, 0o702].each do |mode|
      it format("uses and writes nothing where others may write (%o)", mode) do
        File.chmod(mode, cache)

        expect_unused
      end
    end

    it "uses a folder that others may read" do
      File.chmod(0o755, cache)

      expect_used
    end

    it "uses and writes nothing where someone else owns it" do
      change_owner(cache)

      expect_unused
    end

    it "uses and writes nothing where it is a symbolic link" do
      FileUtils.mv(cache, real = File.join(@folder, "real"))
      File.symlink(real, cache)

      expect_unused
    end
  end

  describe "that root filled for other users" do
    before do
      raise "this test becomes another user, which only root may do: run it as root" unless Process.euid.zero?

      start
      FileUtils.chmod(0o755, [@folder, File.dirname(@wasm), cache])
      FileUtils.chmod(0o644, [@wasm, file])
    end

    def start_as_nobody = start { Process::UID.change_privilege(65_534) }

    it "is used by them, and stays as it is" do
      before = identity

      expect(start_as_nobody).to eq("mapped")
      expect(identity).to eq(before)
      expect(entries.size).to eq(1)
    end

    it "is not used where the file is another user's, or others may write it" do
      File.chown(65_533, nil, file)
      expect(start_as_nobody).to eq("compiled")

      File.chown(0, nil, file)
      File.chmod(0o664, file)
      expect(start_as_nobody).to eq("compiled")
    end

    it "is not used where the folder is another user's, or others may write there" do
      File.chown(65_533, nil, cache)
      expect(start_as_nobody).to eq("compiled")

      File.chown(0, nil, cache)
      File.chmod(0o777, cache)
      expect(start_as_nobody).to eq("compiled")
    end
  end

  describe "that cannot be written" do
    it "works where a file stands in the folder's place" do
      File.write(cache, "in the way")

      expect(start).to eq("compiled")
      expect(File.read(cache)).to eq("in the way")
    end

    it "works where the folder's parent cannot be made" do
      File.write(blocked = File.join(@folder, "blocked"), "")

      expect(start("KOBAKO_CACHE_DIR" => File.join(blocked, "a", "b"))).to eq("compiled")
    end

    it "works, and leaves nothing half done, where the disk is full" do
      FileUtils.mkdir_p(cache, mode: 0o700)

      full = lambda do
        trap("XFSZ", "IGNORE")
        Process.setrlimit(:FSIZE, 4096)
      end

      expect(start(&full)).to eq("compiled")
      expect(entries).to eq([])
    end

    it "works, and leaves nothing half done, where a file may not be so large" do
      FileUtils.mkdir_p(cache, mode: 0o700)

      expect(start { Process.setrlimit(:FSIZE, 4096) }).to eq("compiled")
      expect(entries).to eq([])
    end

    it "works, and leaves nothing half done, where a folder has the file's name" do
      start
      name = entries.first
      File.delete(File.join(cache, name))
      FileUtils.mkdir_p(File.join(cache, name))

      expect(start).to eq("compiled")
      expect(entries).to eq([name])
    end

    it "works without HOME and without a folder of its own" do
      expect(start("KOBAKO_CACHE_DIR" => nil, "HOME" => nil)).to eq("compiled")
      expect(start("KOBAKO_CACHE_DIR" => "", "HOME" => "", "XDG_CACHE_HOME" => "")).to eq("compiled")
      expect(entries(@folder)).to eq(["guest"])
    end

    it "works with a relative path, which it does not use" do
      expect(start("KOBAKO_CACHE_DIR" => "cache") { Dir.chdir(@folder) }).to eq("compiled")

      expect(entries(@folder)).to eq(["guest"])
    end

    it "works with a path that is too long, or of odd bytes" do
      expect(start("KOBAKO_CACHE_DIR" => "/#{"x" * 5000}")).to eq("compiled")
      expect(start("KOBAKO_CACHE_DIR" => "#{@folder}/\xFF *")).to eq("compiled")
      expect(start("KOBAKO_CACHE_DIR" => "#{@folder}/\xFF *")).to eq("mapped")
    end
  end

  describe "by its place" do
    it "is KOBAKO_CACHE_DIR before XDG_CACHE_HOME before HOME" do
      home = { "KOBAKO_CACHE_DIR" => nil, "HOME" => "#{@folder}/home" }
      start(**home)
      expect(entries("#{@folder}/home/.cache/kobako").size).to eq(1)

      start(**home, "XDG_CACHE_HOME" => "#{@folder}/xdg")
      expect(entries("#{@folder}/xdg/kobako").size).to eq(1)

      start(**home, "XDG_CACHE_HOME" => "#{@folder}/xdg2", "KOBAKO_CACHE_DIR" => cache)
      expect(entries.size).to eq(1)
      expect(entries(@folder)).to contain_exactly("cache", "guest", "home", "xdg")
    end

    it "is made if it is missing, with what stands above it" do
      start("KOBAKO_CACHE_DIR" => File.join(@folder, "a", "b", "c"))

      expect(entries(File.join(@folder, "a", "b", "c")).size).to eq(1)
    end
  end

  it "is whole after eight processes started at once" do
    started = 8.times.map { Thread.new { start } }.map(&:value)

    expect(started).to all(eq("mapped").or(eq("compiled")))
    expect(entries.size).to eq(1)
    expect_used
  end

  it "is whole after a process was killed while it wrote" do
    real = copy_of_the_guest
    script = "Kobako::Sandbox.new(wasm_path: ARGV.first)"
    pid = Process.spawn({ "KOBAKO_CACHE_DIR" => cache }, RbConfig.ruby, "-I#{Processes::LIB}", "-rkobako", "-e",
                        script, real)
    wait_until { File.exist?(cache) && Dir.children(cache).any? }
    Process.kill(:KILL, pid)
    Process.waitpid(pid)

    start(wasm: real)
    expect(start(wasm: real)).to eq("mapped")
  end

  it "is written where a process of the same id was killed before" do
    FileUtils.mkdir_p(cache, mode: 0o700)
    start { 200.times { |count| File.write(File.join(cache, "#{Process.pid}.#{count}.tmp"), "half") } }

    expect(start).to eq("mapped")
  end

  # Not at the path that this process may have loaded already.
  def copy_of_the_guest
    File.join(@folder, "guest", "kobako.wasm").tap { |path| FileUtils.cp(Kobako::Sandbox::DEFAULT_WASM_PATH, path) }
  end

  def change_owner(path)
    raise "this test gives a file away, which only root may do: run it as root" unless Process.euid.zero?

    File.chown(65_534, nil, path)
  end
end
