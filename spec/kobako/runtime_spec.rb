# frozen_string_literal: true

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

  it "gives the snapshot of an invocation" do
    snapshot = run(runtime, "6 * 7")

    expect(snapshot.outcome).to eq("\x01\x2a".b)
  end

  it "has no snapshot and an empty usage before the first invocation" do
    expect(runtime).to have_attributes(snapshot: nil, usage: Kobako::Usage::EMPTY)
  end

  it "keeps the snapshot and the usage of the latest invocation" do
    runtime = self.runtime
    run(runtime, "print 'one'")
    snapshot = run(runtime, "print 'two'")

    expect(runtime.snapshot).to have_attributes(stdout: "two", wall_time: snapshot.wall_time)
    expect(runtime.usage)
      .to eq(Kobako::Usage.new(wall_time: snapshot.wall_time, memory_peak: snapshot.memory_peak))
  end

  it "keeps what a stopped invocation wrote and cost, without an outcome" do
    runtime = self.runtime(timeout: 0.05)

    expect { run(runtime, "print 'before'; loop {}") }.to raise_error(Kobako::TimeoutError)
    expect(runtime.snapshot).to have_attributes(outcome: nil, stdout: "before")
    expect(runtime.usage.wall_time).to be >= 0.05
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
