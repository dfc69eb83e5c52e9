# frozen_string_literal: true

require "support/examples/volumes"

RSpec.describe "A guest that asks for too much of everything", :volume do
  include Volumes

  include_examples "large volumes", 10

  it "asks for a million handles and gets 100,000 and a clear error, and nothing is kept" do
    sandbox = sandbox_with(Get: -> { Object.new })
    objects = lambda do
      GC.start
      ObjectSpace.count_objects[:T_OBJECT]
    end
    code = "1_000_000.times { begin; Host::Get.call; rescue; end }"
    expect do
      sandbox.eval(code)
    end.to raise_error(Kobako::HandlerExhaustedError, /holds 100000 host objects.*max_handles/)
    before = objects.call

    expect { sandbox.eval(code) }.to raise_error(Kobako::HandlerExhaustedError)
    expect(objects.call - before).to be < 1000
    expect(sandbox.eval("6 * 7")).to eq(42)
  end

  it "asks for the same handle 100,000 times, which is one" do
    object = Object.new
    sandbox = sandbox_with({ max_handles: 1 }, Get: -> { object })

    expect(sandbox.eval("h = nil; 100_000.times { h = Host::Get.call }; h")).to equal(object)
  end

  it "writes 1 GiB, of which 1 MiB is kept" do
    code = "s = 'x' * (1 << 20); %d.times { print s; $stderr.write(s) }; 7"
    value, growth = grown(bind: "", first: format(code, 1), code: format(code, 1024))
    expect(value).to eq(7)
    expect(growth).to be < 16 << 20

    sandbox = sandbox_with
    sandbox.eval(format(code, 2))
    expect(sandbox).to have_attributes(stdout: "x" * (1 << 20), stdout_truncated?: true, stderr_truncated?: true)
  end

  it "writes for ever into a limit of a byte, and is stopped by the timeout" do
    sandbox = sandbox_with({ timeout: 0.05, stdout_limit: 1 })

    expect { sandbox.eval("loop { print 'xy' }") }.to raise_error(Kobako::TimeoutError)
    expect(sandbox).to have_attributes(stdout: "x", stdout_truncated?: true)
  end

  it "has 10,000 snippets of source, each of which runs" do
    sandbox = sandbox_with
    10_000.times { |number| sandbox.preload(code: "S#{number} = #{number}", name: "S#{number}") }

    expect(sandbox.eval("[S0, S5000, S9999, Object.constants.count { |name| name.to_s[0] == 'S' } >= 10_000]"))
      .to eq([0, 5000, 9999, true])
  end

  it "is refused snippets past 16 MiB when they are preloaded, and keeps those before" do
    sandbox = sandbox_with
    15.times { |number| sandbox.preload(code: "S#{number} = 1 # #{"x" * (1 << 20)}", name: "S#{number}") }

    expect { sandbox.preload(code: "T = 1 # #{"x" * (2 << 20)}", name: :T) }
      .to raise_error(ArgumentError, /the limit is 16777216/)
    expect(sandbox.eval("[S14, Object.const_defined?(:T)]")).to eq([1, false])
  end

  describe "of Symbols" do
    it "sends 100,000 as keywords that the method does not take, of which none stays" do
      strict = dispatcher(Class.new { def find(id, limit: 1) = [id, limit] }.new)
      strict.call(request("find", [1], { limit: 2 }))
      before = symbols

      1000.times do |round|
        words = names((round * 100)...((round + 1) * 100)).to_h { |name| [name, 1] }
        strict.call(request("find", [1], words))
      end
      expect(symbols - before).to be < 100
    end

    it "calls services of 100,000 different names, of which none becomes a Symbol" do
      bare = dispatcher(HostObjects::Bare.new)
      before = symbols

      100_000.times do |number|
        bare.call(Kobako::Codec::Encoder.encode(["Host::Guest#{object_id}#{number}", "call", [], {}, false]))
      end
      expect(symbols - before).to be < 100
    end

    it "raises errors and leaves panic records of different classes, of which none becomes a Symbol" do
      sandbox = sandbox_with
      sandbox.eval("1")
      before = symbols

      500.times do |number|
        name = "Guest#{object_id}X#{number}"
        expect { sandbox.eval("class #{name} < StandardError; end; raise #{name}") }
          .to raise_error(Kobako::SandboxError) { |error| expect(error.klass).to eq(name) }
      end
      expect(symbols - before).to be < 100
    end
  end
end
