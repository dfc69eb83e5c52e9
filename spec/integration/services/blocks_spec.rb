# frozen_string_literal: true

RSpec.describe "Blocks that a guest gives to a service", :gc_stress do
  let(:service) do
    Class.new do
      attr_reader :kept, :events

      def each(values, &) = values.each(&) && :done
      def pairs(&) = { a: 1, b: 2 }.each_pair(&)
      def two = yield(1, 2)
      def map(values, &) = values.map(&)
      def given? = block_given?
      def keep(&block) = (@kept = block) && nil
      def object = yield(self)
      def thing(&) = yield(method(:puts))

      def rescuing
        yield
      rescue StandardError => e
        [e.class.name, e.klass, e.message, e.backtrace_lines.size]
      end

      def ensuring
        yield
      ensure
        (@events ||= []) << :ensured
      end

      def wrapping
        yield
      rescue Kobako::Transport::GuestException
        raise "wrapped"
      end

      def thread(&block) = Thread.new { block.call }.tap { |thread| thread.report_on_exception = false }.value
      def fiber(&block) = Fiber.new { block.call }.resume
    end.new
  end
  let(:sandbox) { Kobako::Sandbox.new.tap { |sandbox| sandbox.define(:Host).bind(:It, service) } }

  it "give their value to the service" do
    expect(sandbox.eval("Host::It.map([1, 2, 3]) { |x| x * 2 }")).to eq([2, 4, 6])
    expect(sandbox.eval("Host::It.map([1, 2]) { |x| next 9 if x == 1; x }")).to eq([9, 2])
  end

  it "are ordinary blocks to the service, of loose arity" do
    expect(sandbox.eval("Host::It.two { |a, b| [a, b] }")).to eq([1, 2])
    expect(sandbox.eval("Host::It.two { |a| a }")).to eq(1)
    expect(sandbox.eval("Host::It.two { |a, b, c| [a, b, c] }")).to eq([1, 2, nil])
    expect(sandbox.eval("all = []; Host::It.pairs { |k, v| all << [k, v] }; all")).to eq([[:a, 1], [:b, 2]])
    expect(sandbox.eval("[Host::It.given? { }, Host::It.given?]")).to eq([true, false])
  end

  it "end the service's method with break, which is its value, after its ensure" do
    expect(sandbox.eval("Host::It.each([1, 2, 3]) { |x| break x * 10 if x == 2 }")).to eq(20)
    expect(sandbox.eval("Host::It.ensuring { break :out }")).to eq(:out)
    expect(service.events).to eq([:ensured])
  end

  it "take break in a lambda as a plain return" do
    expect(sandbox.eval("b = lambda { |x| break x + 1 }; Host::It.map([1, 2], &b)")).to eq([2, 3])
  end

  it "raise in the service, which can rescue" do
    expect(sandbox.eval("Host::It.rescuing { raise ArgumentError, 'guest' }"))
      .to match(["Kobako::Transport::GuestException", "ArgumentError", "guest", be_positive])
  end

  it "go on in the guest with the same exception when it passes through the service" do
    code = <<~RUBY
      class Own < StandardError; def extra = 5; end
      own = Own.new("mine")
      begin
        Host::It.ensuring { raise own }
      rescue Own => e
        [e.equal?(own), e.extra]
      end
    RUBY

    expect(sandbox.eval(code)).to eq([true, 5])
    expect { sandbox.eval("Host::It.ensuring { raise ArgumentError, 'guest' }") }
      .to raise_error(Kobako::SandboxError, "guest") { |error| expect(error.klass).to eq("ArgumentError") }
    expect(service.events).to eq(%i[ensured ensured])
  end

  it "are a fault of the service when it raises an exception of its own instead" do
    expect { sandbox.eval("Host::It.wrapping { raise 'guest' }") }
      .to raise_error(Kobako::ServiceError, "RuntimeError: wrapped") { |error|
        expect(error.cause.cause).to be_a(Kobako::Transport::GuestException)
      }
  end

  it "raise LocalJumpError on the host after their call has ended" do
    sandbox.eval("Host::It.keep { 1 }")

    expect { service.kept.call }.to raise_error(LocalJumpError, /after its service call has ended/)
  end

  it "cannot be called by another call that runs within theirs" do
    expect(sandbox.eval("begin; Host::It.object { |it| 1 }; end")).to eq(1)
    service.singleton_class.define_method(:outer) { |&block| keep(&block) || block.call }
    service.singleton_class.define_method(:inner) { kept.call }

    expect(sandbox.eval("Host::It.outer { begin; Host::It.inner; rescue => e; e.message; end }"))
      .to match(/can only be called by its service call/)
  end

  %i[thread fiber].each do |where|
    it "cannot be called from another #{where}" do
      expect { sandbox.eval("Host::It.#{where} { 1 }") }
        .to raise_error(Kobako::ServiceError, /can only be called by its service call, in the same thread/)
      expect(sandbox.eval("Host::It.two { |a, b| a + b }")).to eq(3)
    end
  end

  it "get what the service yields: values, and handles for other objects" do
    expect(sandbox.eval("Host::It.object { |it| it.two { |a, b| a + b } }")).to eq(3)
    expect { sandbox.eval("Host::It.thing { 1 }") }
      .to raise_error(Kobako::ServiceError, /TypeError: the block of Host::It cannot take this: a Method/)
  end

  it "raise LocalJumpError for a return whose method is live" do
    expect(sandbox.eval("def go = Host::It.two { return 1 }\nbegin; go; rescue LocalJumpError; :jump; end"))
      .to eq(:jump)
  end

  it "nest to a depth of 100", gc_stress: false do
    code = "def go(n) = n == 0 ? 0 : Host::It.object { |it| go(n - 1) + 1 }\ngo(100)"

    expect(sandbox.eval(code)).to eq(100)
  end

  it "are stopped by the timeout, whatever the service rescues", gc_stress: false do
    service.singleton_class.define_method(:stubborn) do |&block|
      block.call
    rescue StandardError
      :rescued
    end
    sandbox = Kobako::Sandbox.new(timeout: 0.1)
    sandbox.define(:Host).bind(:It, service)

    expect { sandbox.eval("Host::It.stubborn { loop {} }") }.to raise_error(Kobako::TimeoutError)
    expect(sandbox.eval("Host::It.stubborn { 1 }") { |run| run.timeout = 60 }).to eq(1)
  end

  it "let throw pass from a service within a block of another" do
    service.singleton_class.define_method(:leave) { throw :out, 5 }

    expect(catch(:out) { sandbox.eval("Host::It.ensuring { Host::It.leave }") }).to eq(5)
    expect(service.events).to eq([:ensured])
    expect(sandbox.eval("Host::It.two { |a, b| a + b }")).to eq(3)
  end
end
