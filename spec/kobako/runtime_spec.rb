# frozen_string_literal: true

require "support/hostile_module"
require "tmpdir"

RSpec.describe Kobako::Runtime, :gc_stress do
  let(:guest) { Kobako::Sandbox::DEFAULT_WASM_PATH }

  def runtime(path = guest, timeout: 60.0, memory_limit: 1 << 20)
    described_class.from_path(path, timeout, memory_limit, 1 << 20, 1 << 20)
  end

  def run(runtime, source) = runtime.eval(source)

  it "cannot be made without a wasm file" do
    expect { described_class.new }.to raise_error(TypeError, /allocator undefined/)
    expect { described_class.allocate }.to raise_error(TypeError, /allocator undefined/)
  end

  it "gives the value that the guest ended with" do
    expect(run(runtime, "[6 * 7, 'two']")).to eq([42, "two"])
  end

  it "raises what a panic record says" do
    expect { runtime.eval("raise 'x'") }.to raise_error(Kobako::SandboxError, "x") { |error|
      expect(error).to have_attributes(klass: "RuntimeError", execution: be_a(Kobako::Execution))
    }
  end

  it "runs an execution once" do
    runtime = self.runtime
    execution = runtime.execution
    expect(runtime.eval("1", nil, nil, execution)).to eq(1)
    expect(execution).to be_ok.and be_frozen
    expect { runtime.eval("1", nil, nil, execution) }.to raise_error(Kobako::Error, /has begun already/)
    expect { execution.yield_to_block("\x90".b) }.to raise_error(Kobako::Error, /no service call is active/)
  end

  describe "#run" do
    include HostileModule

    it "goes beside a run that began while its arguments were written" do
      sandbox = Kobako::Sandbox.new
      sandbox.define(:Host).bind(:Wait, -> { Fiber.yield })
      sandbox.preload(code: "Give = ->(list) { list }", name: :Give)
      waiting = Fiber.new { sandbox.eval("Host::Wait.call") }
      argument = Enumerator.new { |list| (waiting.resume || true) && (list << 1) }

      expect(sandbox.run(:Give, argument)).to eq([1])
      expect(waiting.resume(5)).to eq(5)
    end

    # A guest whose value is the message by which it is called.
    def message(*args, **kwargs)
      bytes = { 4092 => "(i32.const 1)", 4093 => "(i32.const 0xc5)",
                4094 => "(i32.shr_u (local.get 1) (i32.const 8))", 4095 => "(local.get 1)" }
      run = bytes.map { |place, byte| "(i32.store8 (i32.const #{place}) #{byte})" }.join
      run << "(i32.store (i32.const 48) (i32.add (local.get 1) (i32.const 4)))"
      outcome = "(i64.or (i64.const 0x00000ffc00000000) (i64.load32_u (i32.const 48)))"
      runtime = runtime(file_of(HostileModule.assemble(HostileModule.wat(run:, take_outcome: outcome))))
      yield runtime if block_given?
      runtime.run(:Main, args, kwargs)
    end

    it "calls an entrypoint by a message" do
      rest = "\x92\x01\xa1a\xa6kwargs\x81\xd4\x00k\x90".b
      head = "\x83\xaaentrypoint\xd6\x00Main\xa4args".b
      expect(message(1, "a", k: [])).to eq(head + rest)
      expect(message).to eq(head + "\x90\xa6kwargs\x80".b)
    end

    it "puts handles into the arguments, if there is a table for them" do
      dispatcher = Kobako::Transport::Dispatcher.new({}, max_handles: 2)
      bytes = message(Object.new, k: Object.new) { |runtime| runtime.on_dispatch = dispatcher }
      expect(bytes).to include("\xa4args\x91\xd6\x01\x00\x00\x00\x01".b).and end_with("k\xd6\x01\x00\x00\x00\x02".b)
      expect { message(Object.new) }.to raise_error(Kobako::Codec::UnsupportedType, /a Object cannot cross/)
    end
  end

  it "has no latest execution and an empty usage before the first run" do
    expect(runtime).to have_attributes(latest: nil, usage: Kobako::Usage::EMPTY)
  end

  it "knows the execution that ended last, and its usage" do
    runtime = self.runtime
    run(runtime, "print 'one'")
    first = runtime.latest
    run(runtime, "print 'two'")

    expect([first, runtime.latest].map(&:stdout)).to eq(%w[one two])
    expect(runtime.usage).to eq(runtime.latest.usage)
  end

  it "keeps what a stopped run wrote and cost, without a value" do
    runtime = self.runtime(timeout: 0.5)

    expect { run(runtime, "print 'before'; loop {}") }.to raise_error(Kobako::TimeoutError)
    expect(runtime.latest).to have_attributes(stdout: "before", ok?: false)
    expect(runtime.usage.wall_time).to be >= 0.5
  end

  it "has an allocator that is pooling, or on demand" do
    expect(described_class.allocator).to be(:pooling).or be(:on_demand)
  end

  describe ".from_path" do
    it "says how to get the file when there is none" do
      expect { runtime("/nonexistent/kobako.wasm") }
        .to raise_error(Kobako::ModuleNotBuiltError, %r{/nonexistent/kobako\.wasm.*rake guest:build.*wasm_path:})
    end

    it "refuses a folder" do
      Dir.mktmpdir do |folder|
        expect { runtime(folder) }.to raise_error(an_instance_of(Kobako::SetupError), /#{folder}/)
      end
    end

    {
      "an empty file" => "",
      "a text file" => "puts 1",
      "a wasm header with nothing after it that is sound" => "\0asm\x01\0\0\0\xff\xff".b
    }.each do |kind, bytes|
      it "refuses #{kind}" do
        expect { from_bytes(bytes) }.to raise_error(an_instance_of(Kobako::SetupError), /not a WebAssembly module/)
      end
    end

    it "refuses a module that exports no memory" do
      expect { from_bytes("\0asm\x01\0\0\0".b) }
        .to raise_error(an_instance_of(Kobako::SetupError), /not a kobako guest.*memory/)
    end

    it "refuses arguments of other classes", :misuse do
      expect { described_class.from_path(7, nil, nil, 1, 1) }.to raise_error(TypeError)
      expect { described_class.from_path(guest, "1", nil, 1, 1) }.to raise_error(TypeError)
    end
  end

  it "traps at the invocation when a module lacks the guest's calls, and names them" do
    expect { run(from_bytes(memory_only), "1") }
      .to raise_error(Kobako::TrapError, /\ASandbox#eval failed: .*missing required hooks.*__kobako_eval/)
  end

  def from_bytes(bytes)
    Dir.mktmpdir do |folder|
      path = File.join(folder, "guest.wasm")
      File.binwrite(path, bytes)
      runtime(path)
    end
  end

  # A module whose only content is one page of memory, exported as "memory".
  def memory_only = "\0asm\x01\0\0\0\x05\x03\x01\x00\x01\x07\x0a\x01\x06memory\x02\x00".b
end
