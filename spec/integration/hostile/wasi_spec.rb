# frozen_string_literal: true

require "support/hostile_module"
require "support/memory_use"
require "support/processes"

RSpec.describe "What WASI grants a guest" do
  include HostileModule
  include MemoryUse
  include Processes

  # Each function of preview 1 with its parameters: i is i32, I is i64. All but proc_exit give an errno.
  functions = {
    args_get: "ii", args_sizes_get: "ii", clock_res_get: "ii", clock_time_get: "iIi", environ_get: "ii",
    environ_sizes_get: "ii", fd_advise: "iIIi", fd_allocate: "iII", fd_close: "i", fd_datasync: "i",
    fd_fdstat_get: "ii", fd_fdstat_set_flags: "ii", fd_fdstat_set_rights: "iII", fd_filestat_get: "ii",
    fd_filestat_set_size: "iI", fd_filestat_set_times: "iIIi", fd_pread: "iiiIi", fd_prestat_dir_name: "iii",
    fd_prestat_get: "ii", fd_pwrite: "iiiIi", fd_read: "iiii", fd_readdir: "iiiIi", fd_renumber: "ii",
    fd_seek: "iIii", fd_sync: "i", fd_tell: "ii", fd_write: "iiii", path_create_directory: "iii",
    path_filestat_get: "iiiii", path_filestat_set_times: "iiiiIIi", path_link: "iiiiiii", path_open: "iiiiiIIii",
    path_readlink: "iiiiii", path_remove_directory: "iii", path_rename: "iiiiii", path_symlink: "iiiii",
    path_unlink_file: "iii", poll_oneoff: "iiii", proc_exit: "i", proc_raise: "i", random_get: "ii",
    sched_yield: "", sock_accept: "iii", sock_recv: "iiiiii", sock_send: "iiiii", sock_shutdown: "ii"
  }.freeze
  success = 0
  bad_descriptor = 8
  fault = 21
  invalid = 28
  not_supported = 58

  # A runtime whose guest calls `name` with the numbers that follow the first seven bytes of its code, twice,
  # and gives the second errno and the 64 bytes at 512.
  define_method(:calling) do |name|
    params = functions.fetch(name)
    result = name == :proc_exit ? "" : "(result i32)"
    arguments = params.each_char.with_index.map do |type, at|
      "(#{type == "i" ? "i32" : "i64"}.load (i32.const #{1024 + (8 * at)}))"
    end
    call = "(call $#{name}_tried #{arguments.join})"
    call = "(i32.store8 (i32.const 258) #{call})" unless result.empty?
    runtime_of(imports: <<~IMPORT, eval: <<~EVAL, fields: <<~FIELDS, take_outcome: HostileModule.packed(256, 69))
      (import "wasi_snapshot_preview1" "#{name}" (func $#{name}_tried
        (param #{params.gsub(/./, "i" => "i32 ", "I" => "i64 ")}) #{result}))
    IMPORT
      (i32.store (i32.const 0) (i32.const 1024))
      (i32.store (i32.const 4) (i32.const 80))
      (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
      #{call} #{call}
      (memory.copy (i32.const 261) (i32.const 512) (i32.const 64))
    EVAL
      (data (i32.const 256) "\\01\\92\\00\\c4\\40")
      (data (i32.const 600) "../../etc/passwd")
    FIELDS
  end

  define_method(:runtime_of) do |**parts|
    path = file_of(HostileModule.assemble(HostileModule.wat(**parts)))
    Kobako::Runtime.from_path(path, 60.0, 1 << 20, 1 << 16, 1 << 16)
  end

  define_method(:errno_and_memory) do |runtime, *arguments|
    runtime.eval("attack!".b + arguments.pack("q<*"))
  end

  it "gives no arguments and no environment" do
    %i[args_sizes_get environ_sizes_get].each do |name|
      errno, memory = errno_and_memory(calling(name), 512, 516)

      expect([errno, memory.unpack("L<2")]).to eq([success, [0, 0]])
    end
  end

  {
    path_create_directory: [:fd, 600, 4], path_filestat_get: [:fd, 0, 600, 4, 512],
    path_filestat_set_times: [:fd, 0, 600, 4, 0, 0, 0], path_link: [:fd, 0, 600, 4, :fd, 608, 4],
    path_open: [:fd, 0, 600, 16, 0, 2, 2, 0, 512], path_readlink: [:fd, 600, 4, 512, 16, 540],
    path_remove_directory: [:fd, 600, 4], path_rename: [:fd, 600, 4, :fd, 608, 4],
    path_symlink: [600, 4, :fd, 608, 4], path_unlink_file: [:fd, 600, 4], fd_readdir: [:fd, 512, 16, 0, 540],
    fd_pread: [:fd, 512, 1, 0, 520], fd_pwrite: [:fd, 512, 1, 0, 520], fd_allocate: [:fd, 0, 16],
    fd_filestat_set_size: [:fd, 16], fd_prestat_get: [:fd, 512], fd_prestat_dir_name: [:fd, 512, 8],
    sock_accept: [:fd, 0, 512], sock_recv: [:fd, 512, 1, 0, 520, 524], sock_send: [:fd, 512, 1, 0, 520],
    sock_shutdown: [:fd, 1]
  }.each do |name, arguments|
    it "refuses #{name} for each descriptor" do
      runtime = calling(name)
      errnos = (0..10).map { |fd| errno_and_memory(runtime, *arguments.map { |it| it == :fd ? fd : it }).first }

      expect(errnos).not_to include(success)
      expect(errnos.drop(3)).to all(be(bad_descriptor).or(be(not_supported)))
    end
  end

  it "writes to descriptors 1 and 2 alone, and reads from 0 alone" do
    write = calling(:fd_write)
    read = calling(:fd_read)

    [0, 3, 4, 1000, -1].each { |fd| expect(errno_and_memory(write, fd, 512, 1, 520).first).to eq(bad_descriptor) }
    [1, 2, 3, 1000, -1].each { |fd| expect(errno_and_memory(read, fd, 512, 1, 520).first).to eq(bad_descriptor) }
  end

  it "has clocks that stand still" do
    2.times do |clock|
      first = errno_and_memory(calling(:clock_time_get), clock, 1, 512)
      sleep(0.002)

      expect(first.first).to eq(success)
      expect(errno_and_memory(calling(:clock_time_get), clock, 1, 512)).to eq(first)
    end
  end

  it "has entropy that is the same in each invocation" do
    runtime = calling(:random_get)
    first = errno_and_memory(runtime, 512, 64)

    expect(first.first).to eq(success)
    expect(errno_and_memory(runtime, 512, 64)).to eq(first)
    expect(errno_and_memory(calling(:random_get), 512, 64)).to eq(first)
  end

  it "gives no bytes past the end of the frames" do
    vector = "(i32.store (i32.const 0) (i32.const 2048)) (i32.store (i32.const 4) (i32.const 1024))"
    read = "(drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))"
    runtime = runtime_of(
      eval: "#{vector} #{read} #{read} (i32.store8 (i32.const 65) (i32.load (i32.const 8)))"
    )

    expect(runtime.eval("attack")).to eq(0)
  end

  describe "to a guest that writes" do
    def writing(vectors, count: vectors.size / 2, at: 512)
      runtime_of(imports: <<~IMPORT, eval: <<~EVAL, memory: '(memory (export "memory") 2)', fields: <<~FIELDS)
        (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
      IMPORT
        (i32.store8 (i32.const 65) (call $fd_write (i32.const 1) (i32.const #{at}) (i32.const #{count}) (i32.const 8)))
      EVAL
        (data (i32.const 512) "#{HostileModule.literal(vectors.pack("L<*"))}")
      FIELDS
    end

    def errno_and_output(runtime)
      errno = runtime.eval("attack")
      [errno, runtime.latest.stdout.bytesize, runtime.latest.stdout_truncated?]
    end

    {
      "2**32 - 1 vectors" => [[0, 1], -1, 512], "vectors past the end of memory" => [[0, 1], 1, 0x1fffc],
      "vectors at the end of the address space" => [[0, 1], 1, -8], "a pointer past the end" => [[0x20000, 1], 1, 512],
      "a length past the end" => [[0, 0x20001], 1, 512], "a length that wraps" => [[64, 0xffffffff], 1, 512]
    }.each do |kind, (vectors, count, at)|
      it "answers #{kind} with an errno and no output" do
        expect(errno_and_output(writing(vectors, count:, at:))).to match([be(fault).or(be(invalid)), 0, false])
      end
    end

    it "adds up the lengths of 1,024 vectors without overflow, and keeps what the limit allows" do
      expect(errno_and_output(writing([0, 0x20000] * 1024))).to eq([0, 1 << 16, true])
    end

    it "keeps 1 MiB of 1 GiB of output, in bounded time and memory" do
      sandbox = hostile_sandbox(imports: <<~IMPORT, fields: <<~FIELDS, eval: <<~EVAL)
        (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
      IMPORT
        (data (i32.const 512) "#{HostileModule.literal([0, 0x10000].pack("L<2"))}")
        (global $left (mut i32) (i32.const 16384))
      FIELDS
        (loop
          (drop (call $fd_write (i32.const 1) (i32.const 512) (i32.const 1) (i32.const 8)))
          (global.set $left (i32.sub (global.get $left) (i32.const 1)))
          (br_if 0 (global.get $left)))
      EVAL

      expect(attack(sandbox)).to eq(42)
      before = resident
      sandbox.eval("attack")
      expect(resident - before).to be < 16 << 20
      expect(sandbox).to have_attributes(stdout: have_attributes(bytesize: 1 << 20), stdout_truncated?: true)
      expect(sandbox.usage.cpu_time).to be < allowed(10)
    end
  end

  describe "to a guest that passes odd numbers" do
    odd = [0, 1, 2, 3, 8, 64, 512, 0xffff, 0x1fff8, 0x1ffff, 0x20000, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff,
           0x7fffffffffffffff, -1].freeze

    functions.each do |name, params|
      it "ends each call of #{name} soon, with an errno or a TrapError" do
        runtime = calling(name)
        chance = Random.new(7)
        cases = Array.new(params.empty? ? 1 : 150) { Array.new(params.size) { odd.sample(random: chance) } }

        expect(cases.map { |arguments| spent_on { errno_and_memory(runtime, *arguments) } }.max).to be < allowed(2.5)
        expect(runtime.eval("good")).to eq(42)
      end
    end

    def spent_on
      spent do
        expect(yield).to match([an_instance_of(Integer), an_instance_of(String)])
      rescue Kobako::TrapError => e
        expect(e).not_to be_a(Kobako::TimeoutError)
        expect(e.message).to start_with("Sandbox#eval failed: ")
      end
    end
  end
end
