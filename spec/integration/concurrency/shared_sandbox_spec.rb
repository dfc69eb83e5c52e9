# frozen_string_literal: true

RSpec.describe "A sandbox that other threads look at while it runs" do
  readers = %i[usage stdout stderr stdout_truncated? stderr_truncated? inspect options]

  let(:sandbox) do
    Kobako::Sandbox.new(timeout: 600).tap do |sandbox|
      sandbox.define(:Host).bind(:It, ->(value) { value })
      sandbox.preload(name: :Nothing, code: "Nothing = ->(*) { nil }")
    end
  end

  # What each of these readers, on a thread of its own, gave in turn while the block ran; what it gave again, once.
  def while_read(*names)
    done = false
    threads = names.map do |name|
      Thread.new do
        seen = [sandbox.public_send(name)]
        until done
          value = sandbox.public_send(name)
          seen << value unless value == seen.last
        end
        seen
      end
    end
    yield
    done = true
    threads.map(&:value)
  ensure
    done = true
    threads.each(&:join)
  end

  readers.each do |reader|
    it "answers #{reader} with the invocation before or the one that ended, and never breaks" do
      ended = [sandbox.public_send(reader)]
      seen = while_read(reader, reader) do
        300.times do |n|
          expect(sandbox.eval("print #{n}; Host::It.call(#{n})")).to eq(n)
          ended << sandbox.public_send(reader)
        end
      end

      expect(seen).to all(satisfy { |values| in_order?(values, ended) })
    end
  end

  # Whether the values are among those of `all`, in the same order.
  def in_order?(values, all)
    values.all? do |value|
      at = all.index(value)
      all = all.drop(at) if at
      at
    end
  end

  it "answers everything at once, with a garbage collection now and then" do
    while_read(*readers) do
      200.times do |n|
        GC.start if (n % 50).zero?
        sandbox.run(:Nothing)
      end
    end
    expect(sandbox.eval("print 'last'; 1")).to eq(1)
    expect(sandbox.stdout).to eq("last")
  end

  it "runs in the middle of a look at its usage" do
    sandbox.eval("1")
    within = nil
    trace = TracePoint.new(:call) do |point|
      next unless point.self.is_a?(Kobako::Usage) && within.nil?

      within = :begun
      within = sandbox.eval("6 * 7")
    end
    trace.enable { expect(sandbox.usage.wall_time).to be > 0 }

    expect(within).to eq(42)
  end

  it "answers its native half too" do
    runtime = sandbox.instance_variable_get(:@runtime)
    done = false
    threads = %i[usage latest preload programs].map { |name| Thread.new { runtime.public_send(name) until done } }
    300.times { |n| expect(sandbox.eval(n.to_s)).to eq(n) }
    done = true
    expect(threads.map(&:value)).to all(be_nil)
  ensure
    done = true
  end
end
