# frozen_string_literal: true

RSpec.describe Kobako::Snapshot, :gc_stress do
  def snapshot_of(source, memory_limit: 1 << 20, output_limit: 1 << 20)
    runtime = Kobako::Runtime.from_path(Kobako::Sandbox::DEFAULT_WASM_PATH, 60.0, memory_limit,
                                        output_limit, output_limit)
    runtime.eval(source)
    runtime.snapshot
  end

  it "cannot be made by hand" do
    expect { described_class.new }.to raise_error(TypeError, /allocator undefined/)
    expect { described_class.allocate }.to raise_error(TypeError, /allocator undefined/)
  end

  it "keeps each output stream as binary bytes" do
    snapshot = snapshot_of('print "grün"; $stderr.print "rot"')

    expect(snapshot.stdout).to eq("grün".b).and have_attributes(encoding: Encoding::BINARY)
    expect(snapshot.stderr).to eq("rot".b).and have_attributes(encoding: Encoding::BINARY)
  end

  it "says which stream was cut" do
    expect(snapshot_of('print "123"; $stderr.print "1234"', output_limit: 3))
      .to have_attributes(stdout: "123", stderr: "123", stdout_truncated?: false, stderr_truncated?: true)
  end

  it "keeps seconds and bytes" do
    snapshot = snapshot_of('("x" * 600_000).size')

    expect(snapshot.wall_time).to be_a(Float).and be_between(1e-6, 60)
    expect(snapshot.memory_peak).to be_between(400_000, 1 << 20)
  end
end
