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
    threads = both.flat_map do |name, own|
      Array.new(3) do
        Thread.new do
          Array.new(3_000) do |n|
            service.exposure(n, own).names(service.object)
          end - [[name.name]]
        end
      end
    end

    expect(threads.map(&:value)).to all(eq([]))
  end

  it "knows for each of many threads whether its own Proc takes keywords" do
    with = ->(a: 1) { a }
    without = ->(a) { a }
    call = Kobako::Exposure.new(Proc).fetch(with, "call", "Host::It")
    threads = [with, without].flat_map do |lambda|
      Array.new(3) { Thread.new { Array.new(10_000) { call.keywords?(lambda) }.uniq } }
    end

    expect(threads.map(&:value)).to eq(([[true]] * 3) + ([[false]] * 3))
  end
end
