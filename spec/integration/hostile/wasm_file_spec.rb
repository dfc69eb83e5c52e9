# frozen_string_literal: true

require "socket"
require "timeout"
require "support/hostile_module"

RSpec.describe "A wasm file that is no kobako guest" do
  include HostileModule

  let(:setup_error) { an_instance_of(Kobako::SetupError) }

  def load_file(path) = Timeout.timeout(300) { Kobako::Sandbox.new(wasm_path: path) }
  def load_wat(text, *options) = load_file(file_of(HostileModule.assemble(text, *options)))

  describe "as a file" do
    it "raises ModuleNotBuiltError when there is none, with the path and what to do" do
      path = File.join(@folder, "none.wasm")

      expect { load_file(path) }.to raise_error(Kobako::ModuleNotBuiltError, /#{path}.*rake guest:build.*wasm_path:/)
    end

    it "raises ModuleNotBuiltError for a link that leads nowhere" do
      File.symlink("nowhere", path = File.join(@folder, "link"))

      expect { load_file(path) }.to raise_error(Kobako::ModuleNotBuiltError)
    end

    it "raises SetupError for a path below a file" do
      expect { load_file(File.join(file_of("x"), "guest.wasm")) }.to raise_error(setup_error, /guest\.wasm/)
    end

    it "raises SetupError for a folder" do
      expect { load_file(@folder) }.to raise_error(setup_error, /cannot read #{@folder}.*pass a readable wasm_path:/)
    end

    it "raises SetupError for a pipe, without waiting for a writer" do
      File.mkfifo(path = File.join(@folder, "pipe"))

      expect { load_file(path) }.to raise_error(setup_error, /cannot read #{path}/)
    end

    it "raises SetupError for a socket" do
      UNIXServer.open(path = File.join(@folder, "socket")) do
        expect { load_file(path) }.to raise_error(setup_error, /cannot read #{path}/)
      end
    end

    it "raises SetupError for a device that never ends" do
      expect { load_file("/dev/zero") }.to raise_error(setup_error, %r{cannot read /dev/zero})
    end

    it "raises SetupError for a link to itself" do
      File.symlink("loop", path = File.join(@folder, "loop"))

      expect { load_file(path) }.to raise_error(setup_error, /cannot read #{path}/)
    end

    it "raises SetupError for a file over 64 MiB, without reading it" do
      path = file_of("\0asm\x01\0\0\0".b)
      File.truncate(path, (64 << 20) + 1)

      expect { load_file(path) }.to raise_error(setup_error, /67108865 bytes, the limit .* 67108864/)
    end
  end

  describe "as bytes" do
    {
      "nothing" => "",
      "text" => "puts 1",
      "WebAssembly text" => "(module)",
      "machine code" => "\x7fELF\x02\x01\x01".b,
      "the magic number alone" => "\0asm",
      "another version" => "\0asm\x02\0\0\0".b,
      "a component" => "\0asm\x0d\0\x01\0".b,
      "a section that claims 4 GiB" => "\0asm\x01\0\0\0\x01\xff\xff\xff\xff\x0f".b,
      "two billion types" => "\0asm\x01\0\0\0\x01\x05\xff\xff\xff\xff\x07".b
    }.each do |kind, bytes|
      it "raises SetupError for #{kind}" do
        expect { load_file(file_of(bytes)) }.to raise_error(setup_error, /guest\.wasm is not a WebAssembly module/)
      end
    end

    it "raises SetupError for a sound module that was cut short, at any length" do
      whole = HostileModule.assemble(HostileModule.wat)

      (8...whole.bytesize).step(23) do |length|
        expect { load_file(file_of(whole.byteslice(0, length))) }.to raise_error(setup_error)
      end
    end

    it "survives a sound module with any one byte changed" do
      whole = HostileModule.assemble(HostileModule.wat)

      (0...whole.bytesize).step(7) do |at|
        changed = whole.dup.tap { |bytes| bytes.setbyte(at, bytes.getbyte(at) ^ 0x15) }
        Kobako::Sandbox.new(wasm_path: file_of(changed), timeout: 0.1).eval("attack")
      rescue Kobako::Error => e
        expect(e).to be_a(Kobako::SetupError).or be_a(Kobako::TrapError).or be_a(Kobako::SandboxError)
      end
      sound(load_file(file_of(whole)))
    end
  end

  describe "as a module" do
    it "raises SetupError without a memory, as it is not a kobako guest" do
      expect { load_wat("(module)") }.to raise_error(setup_error, /not a kobako guest.*memory/)
    end

    it "raises SetupError when its memory is not exported" do
      expect { load_wat("(module (memory 1))") }.to raise_error(setup_error, /not a kobako guest.*memory/)
    end

    it "raises SetupError when what it exports as memory is something else" do
      expect { load_wat('(module (func (export "memory")))') }.to raise_error(setup_error, /not a kobako guest.*memory/)
    end

    {
      "two memories" => ['(module (memory (export "memory") 1) (memory 1))', "--enable-multi-memory"],
      "a 64-bit memory" => ['(module (memory (export "memory") i64 1))', "--enable-memory64"],
      "a shared memory" => ['(module (memory (export "memory") 1 1 shared))', "--enable-threads"],
      "a function that does not validate" => ['(module (memory (export "memory") 1) (func (result i32)))', "--no-check"]
    }.each do |kind, (text, option)|
      it "raises SetupError for #{kind}" do
        expect { load_wat(text, option) }.to raise_error(setup_error, /is not a WebAssembly module for kobako/)
      end
    end

    {
      "an import that nobody gives" => '(import "env" "system" (func (param i32)))',
      "an import of WASI that does not exist" => '(import "wasi_snapshot_preview1" "exec" (func))',
      "an import of WASI with other types" => '(import "wasi_snapshot_preview1" "fd_write" (func (param i64)))',
      "an import of dispatch with other types" => '(import "env" "__kobako_dispatch" (func (param i32 i32)))',
      "an import of a memory" => '(import "env" "memory" (memory 1))',
      "an import of a global" => '(import "env" "base" (global i32))',
      "an import of a table" => '(import "env" "table" (table 1 funcref))'
    }.each do |kind, import|
      it "raises SetupError for #{kind}" do
        own = import.include?("memory 1") ? '(export "memory" (memory 0))' : '(memory (export "memory") 1)'

        expect { load_wat("(module #{import} #{own})") }
          .to raise_error(setup_error, /is not a WebAssembly module for kobako.*import/)
      end
    end

    it "raises SetupError for a table of more than 65,536 elements, and blames the module" do
      expect { load_wat('(module (memory (export "memory") 1) (table 65537 funcref))') }
        .to raise_error(setup_error, /is not a WebAssembly module for kobako.*table/)
    end

    it "raises SetupError for more tables than one, and blames the module" do
      expect { load_wat('(module (memory (export "memory") 1) (table 1 funcref) (table 1 funcref))') }
        .to raise_error(setup_error, /is not a WebAssembly module for kobako.*table/)
    end

    it "raises SetupError for more state than an instance has, and blames the module" do
      globals = "(global (mut i64) (i64.const 1))" * 140_000

      expect { load_wat("(module (memory (export \"memory\") 1) #{globals})") }
        .to raise_error(setup_error, /is not a WebAssembly module for kobako/)
    end

    { "64 MiB" => 1024, "64 KiB" => 1 }.each do |size, pages|
      it "takes a memory that begins with #{size}" do
        sound(hostile_sandbox(memory: %[(memory (export "memory") #{pages})]))
      end
    end

    { "over 64 MiB" => 1025, "of 4 GiB" => 65_536 }.each do |size, pages|
      it "stops at the invocation when its memory begins with #{size}" do
        sandbox = hostile_sandbox(memory: %[(memory (export "memory") #{pages})])

        expect { sandbox.eval("good") }
          .to raise_error(an_instance_of(Kobako::TrapError), /\ASandbox#eval failed: .* the limit is 64\.0 MiB/)
      end
    end

    it "counts no memory that a module may have, but has not" do
      sandbox = hostile_sandbox(memory: '(memory (export "memory") 1 65536)')

      sound(sandbox)
      expect(sandbox.usage.memory_peak).to eq(0)
    end
  end

  describe "that lacks calls" do
    hooks = %w[__kobako_eval __kobako_run __kobako_alloc __kobako_take_outcome __kobako_yield_to_block]

    it "traps at the invocation and names all of them" do
      sandbox = load_wat('(module (memory (export "memory") 1))')

      expect { sandbox.eval("1") }
        .to raise_error(an_instance_of(Kobako::TrapError),
                        /\ASandbox#eval failed: missing required hooks: #{hooks.join(", ")}/)
    end

    hooks.each do |hook|
      it "traps at the invocation and names #{hook}, and no other" do
        sandbox = load_wat(HostileModule.wat.sub(%("#{hook}"), '"elsewhere"'))

        expect { sandbox.eval("good") }
          .to raise_error(Kobako::TrapError, /\ASandbox#eval failed: missing required hooks: #{hook} \(/)
      end

      it "traps at the invocation when #{hook} has other types" do
        sandbox = load_wat(HostileModule.wat(fields: "(func (export \"#{hook}\") (param f64))")
                                        .sub(%("#{hook}"), '"elsewhere"'))

        expect { sandbox.eval("good") }.to raise_error(Kobako::TrapError, /missing required hooks: #{hook} \(/)
      end

      it "traps at the invocation when #{hook} is no function" do
        sandbox = load_wat(HostileModule.wat(fields: "(global (export \"#{hook}\") i32 (i32.const 1))")
                                        .sub(%("#{hook}"), '"elsewhere"'))

        expect { sandbox.eval("good") }.to raise_error(Kobako::TrapError, /missing required hooks: #{hook} \(/)
      end
    end
  end
end
