# frozen_string_literal: true

RSpec.describe "A structure that is too deep or that contains itself" do
  let(:service) do
    Class.new do
      def initialize(made) = @made = made
      def take(*, **) = :taken
      def give = @made
      def giving(made) = (@made = made) && self
      def yield_it = yield(@made)
      def block_value = yield.itself
    end.new(nil)
  end
  let(:sandbox) do
    Kobako::Sandbox.new(timeout: 600, memory_limit: 256 << 20).tap do |sandbox|
      sandbox.define(:Host).bind(:It, service)
      sandbox.preload(code: "Echo = ->(*args) { args.size }", name: :Echo)
    end
  end

  def usable = expect(sandbox.eval("6 * 7")).to(eq(42))

  {
    "arrays a million deep" => "v = []; 1_000_000.times { v = [v] }",
    "hashes a hundred thousand deep" => "v = {}; 100_000.times { v = { k: v } }",
    "keys a thousand deep" => "v = [1]; 1_000.times { v = { v => 1 } }",
    "arrays 200 deep" => "v = []; 200.times { v = [v] }",
    "an array in itself" => "v = []; v << v", "a hash in itself" => "v = {}; v[:k] = v",
    "an array in a hash in itself" => "v = []; v << { k: [v] }"
  }.each do |kind, code|
    it "of #{kind} is an error as a result, an argument, a keyword and a block's value that is used" do
      expect { sandbox.eval("#{code}; v") }.to raise_error(an_instance_of(Kobako::SandboxError), /128 levels/)
      [
        "Host::It.take(v)", "Host::It.take(1, k: v)", "Host::It.take({ 1 => v })", "Host::It.block_value { v }"
      ].each do |call|
        expect(sandbox.eval("#{code}; begin; #{call}; rescue StandardError => e; e.message; end"))
          .to match(/128 levels/)
      end
      expect(sandbox.eval("#{code}; Host::It.block_value { break v }.equal?(v)")).to be(true)
      usable
    end
  end

  makers = {
    "arrays a hundred thousand deep" => -> { 100_000.times.inject([]) { |inner, _| [inner] } },
    "hashes a thousand deep" => -> { 1_000.times.inject({}) { |inner, _| { k: inner } } },
    "an array in itself" => -> { [].tap { |list| list << list } },
    "a hash in itself" => -> { {}.tap { |hash| hash[:k] = hash } }
  }
  makers.each do |kind, make|
    it "of #{kind} is a fault of the service that gives or yields it, and an ArgumentError in run" do
      service.giving(make.call)

      expect(sandbox.eval("begin; Host::It.give; rescue Kobako::ServiceError => e; e.message; end")).to match(/128/)
      expect(sandbox.eval("begin; Host::It.yield_it { 1 }; rescue Kobako::ServiceError => e; e.message; end"))
        .to match(/128/)
      expect { sandbox.run(:Echo, make.call) }.to raise_error(ArgumentError, /128/)
      expect { sandbox.run(:Echo, 1, k: make.call) }.to raise_error(ArgumentError, /128/)
      usable
    end
  end

  it "is itself in the guest, which may go on with it" do
    expect(sandbox.eval("a = []; a << a; [a.size, a[0][0].equal?(a), a.inspect]")).to eq([1, true, "[[...]]"])
    expect(sandbox.eval("a = []; 1_000_000.times { a = [a] }; n = 0; (a = a[0]; n += 1) while a[0]; n"))
      .to eq(1_000_000)
  end

  it "of calls ends in the guest's own SystemStackError, also from a service's block" do
    ["f", "Host::It.block_value { f }"].each do |call|
      code = "def f = f + 1\nbegin; #{call}; rescue SystemStackError => e; e.class.to_s; end"
      expect(sandbox.eval(code)).to eq("SystemStackError")
    end
    usable
  end
end
