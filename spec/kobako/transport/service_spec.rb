# frozen_string_literal: true

RSpec.describe Kobako::Transport::Service do
  let(:klass) { Class.new { def one = 1 and def two = 2 } }
  let(:service) { described_class.new("Host::It", klass.new) }

  def rules(*names) = Kobako::Exposure::Rules.new({ klass => Kobako::Exposure::Rule.exposed(klass, names) })

  it "looks at its object once in an invocation, and again in the next" do
    first = service.exposure(1)

    expect(service.exposure(1)).to equal(first)
    expect(service.exposure(2)).to equal(first)
    klass.define_method(:respond_to_guest?) { |_name| true }
    expect(service.exposure(2)).to equal(first)
    expect(service.exposure(3)).not_to equal(first)
  end

  it "looks again at once when its object has another class than before" do
    first = service.exposure(1)
    def (service.object).three = 3

    expect(service.exposure(1).klass).to equal(service.object.singleton_class)
    expect(first.klass).to equal(klass)
  end

  it "gives each of many threads what the rules of its own invocation say" do
    both = { one: rules(:one), two: rules(:two) }
    found = in_threads(described_class.instance_method(:exposure), both.to_a) do |name, own|
      service.exposure(1, own).names(service.object) == [name.name]
    end

    expect(found).to eq([true])
  end

  it "knows for each of many threads whether its own Proc takes keywords" do
    lambdas = { ->(a: 1) { a } => true, ->(a) { a } => false }
    call = Kobako::Exposure.new(Proc).fetch(lambdas.keys.first, "call", "Host::It")
    found = in_threads(call.method(:keywords?), lambdas.to_a) { |lambda, answer| call.keywords?(lambda) == answer }

    expect(found).to eq([true])
  end

  # What the block gives in four threads for each of the cases, where another thread runs at each line of the method.
  def in_threads(method, cases, &block)
    trace = TracePoint.new(:line) { Thread.pass }
    trace.enable(target: method)
    (cases * 4).map { |some| Thread.new { Array.new(500) { block.call(*some) } } }.flat_map(&:value).uniq
  ensure
    trace&.disable
  end
end
