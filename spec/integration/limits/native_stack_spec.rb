# frozen_string_literal: true

require "support/processes"

RSpec.describe "The host's stack" do
  include Processes

  places = {
    "the main thread" => ->(&code) { code.call },
    "another thread" => ->(&code) { Thread.new(&code).value },
    "a fiber" => ->(&code) { Fiber.new(&code).resume }
  }

  let(:service) do
    Class.new do
      def plain = yield
      def through_iterators = [1].each { [1].map { [1].each_slice(1) { { a: 1 }.each { within { return yield } } } } }
      def rescuing = (yield rescue raise) # rubocop:disable Style/RescueModifier
      def endless = endless
      def flat(list) = list.flatten.size

      private

      def within(&) = [1].flat_map { [1].select { [1].group_by { [1].inject(0, &) } } }
    end.new
  end

  def bound
    Kobako::Sandbox.new(timeout: 600, memory_limit: 64 << 20).tap do |sandbox|
      sandbox.define(:Host).bind(:It, service)
      sandbox.define(:Host).bind(:Within, ->(code) { sandbox.class.new.eval(code) })
    end
  end

  # The value, or the name of what ended the invocation in a way that callers rescue.
  def outcome_of(sandbox, code)
    sandbox.eval(code)
  rescue Kobako::SandboxError => e
    e.klass
  rescue Kobako::TrapError => e
    expect(e.message).to match(/\ASandbox#eval failed: .*(stack|nest)/)
    "TrapError"
  end

  places.each do |place, run|
    %w[plain through_iterators rescuing].each do |name|
      it "ends what a guest nests through blocks of services (#{name}) as its own error, on #{place}" do
        [10, 40, 60, 80, 100, 120, 126, 128, 129, 300].each do |depth|
          sandbox = bound
          code = "def d(n) = n == 0 ? :bottom : Host::It.#{name} { d(n - 1) }\nd(#{depth})"
          outcome = run.call { outcome_of(sandbox, code) }

          expect(outcome).to eq(:bottom).or eq("SystemStackError").or eq("TrapError")
          expect(outcome).to eq(:bottom) if depth <= 10
          expect(sandbox.eval("Host::It.plain { 6 * 7 }")).to eq(42)
        end
      end
    end

    it "ends a service that recurses without end as a TrapError, on #{place}" do
      sandbox = bound

      expect(run.call { outcome_of(sandbox, "begin; Host::It.endless; rescue => e; e; end") }).to eq("TrapError")
      expect(sandbox.eval("Host::It.plain { 6 * 7 }")).to eq(42)
    end

    it "takes the deepest message, on #{place}" do
      deep = "Array.new(120).inject(1) { |inner, _| [inner] }"

      expect(run.call { bound.eval("Host::It.flat(#{deep})") }).to eq(1)
    end
  end

  describe "that is full when a sandbox is called" do
    prelude = <<~RUBY
      Thread.report_on_exception = false
      def places = { main: ->(&code) { code.call }, thread: ->(&code) { Thread.new(&code).value },
                     fiber: ->(&code) { Fiber.new(&code).resume } }
      def recurse(call) = (call.call; recurse(call))
      # Takes more of the native stack, for each frame of Ruby's own, than `recurse`.
      def recurse_natively(call) = [1].each { [1].sort_by { call.call; recurse_natively(call) } }
      sandbox = Kobako::Sandbox.new
      sandbox.define(:Host).bind(:It, ->(value) { value })
      sandbox.preload(name: :Echo, code: "Echo = ->(*values) { values }")
      deep = Array.new(120).inject(1) { |inner, _| [inner] }
      calls = { eval: -> { Kobako::Sandbox.new.eval("1") }, service: -> { sandbox.eval("Host::It.call([1])") },
                run: -> { sandbox.run(:Echo, deep) },
                decode: -> { Kobako::Codec::Decoder.decode("\\x91".b * 127 + "\\x90".b) } }
      ends = places.flat_map do |_, run|
        calls.map do |_, call|
          before = call.call
          run.call { send(ARGV[0], call) } rescue Kobako::TrapError
          call.call == before
        rescue SystemStackError
          call.call == before
        end
      end
      print [ends.tally, Kobako::Runtime.slots_in_use].inspect
    RUBY

    it "leaves no sandbox running and no slot taken, where Ruby's own stack is full first" do
      script = prelude.gsub("ARGV[0]", ":recurse")
      expect(in_process(script, { "RUBY_THREAD_VM_STACK_SIZE" => "131072" })).to eq("[{true=>12}, 0]")
    end

    it "leaves no sandbox running and no slot taken, where the native stack is full first" do
      script = prelude.gsub("ARGV[0]", ":recurse_natively")
      sizes = { "RUBY_THREAD_VM_STACK_SIZE" => "67108864", "RUBY_FIBER_VM_STACK_SIZE" => "8388608" }
      expect(in_process(script, sizes)).to eq("[{true=>12}, 0]")
    end
  end
end
