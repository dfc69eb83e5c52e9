# frozen_string_literal: true

RSpec.describe "Sandbox.new(convert:)" do
  let(:money_class) { Struct.new(:cents, :currency) }
  let(:wallet_class) { Struct.new(:moneys) }
  let(:till_class) do
    Class.new do
      attr_reader :object, :got

      def initialize(object) = @object = object
      def objects = [@object, { key: @object }]
      def each = @got = yield(@object)
    end
  end
  let(:money) { money_class.new(150, :eur) }
  let(:converters) { { money_class => ->(money) { { cents: money.cents, currency: money.currency } } } }
  let(:value) { { cents: 150, currency: :eur } }

  before { stub_const("Money", money_class) }

  def sandbox_of(object, convert = converters)
    sandbox = Kobako::Sandbox.new(convert:)
    sandbox.define(:Shop).bind(:Till, till_class.new(object))
    sandbox.preload(code: "Same = ->(value) { value }", name: :Same)
  end

  it "sends what a converter gives in results, yields and arguments, at every depth" do
    sandbox = sandbox_of(money)

    expect(sandbox.eval("Shop::Till.object")).to eq(value)
    expect(sandbox.eval("Shop::Till.objects")).to eq([value, { key: value }])
    expect(sandbox.eval("Shop::Till.each { |money| money[:cents] + 1 }")).to eq(151)
    expect(sandbox.run(:Same, [money])).to eq([value])
  end

  it "takes the nearest ancestor's, modules among them" do
    price = Class.new(money_class)
    tagged = Class.new(money_class) { include Comparable }
    sandbox = sandbox_of(nil, converters.merge(price => ->(_) { :price }, Comparable => ->(_) { :comparable }))

    expect(sandbox.run(:Same, [price.new(1, :usd), money, Class.new(price).new(1, :usd)]))
      .to eq([:price, value, :price])
    expect(sandbox.run(:Same, tagged.new(1, :usd))).to eq(:comparable)
    expect(sandbox.run(:Same, money.dup.tap { |other| def other.x = 1 })).to eq(value)
  end

  it "converts what a converter gives, too" do
    sandbox = sandbox_of(nil, converters.merge(wallet_class => lambda(&:moneys)))

    expect(sandbox.run(:Same, wallet_class.new([money, money]))).to eq([value, value])
  end

  it "leaves other objects handles" do
    object = Object.new

    expect(sandbox_of(object).run(:Same, object)).to equal(object)
  end

  it "ends converters that give what is converted again, without end" do
    sandbox = sandbox_of(money, { money_class => ->(money) { money.dup } })

    expect { sandbox.run(:Same, money) }.to raise_error(ArgumentError, /more than 16 objects are converted within/)
    expect { sandbox.eval("Shop::Till.object") }.to raise_error(Kobako::ServiceError, /more than 16 objects/)
    expect(sandbox.eval("1")).to eq(1)
  end

  describe "with a converter that raises" do
    let(:failure) { KeyError.new("no rate") }
    let(:sandbox) { sandbox_of(money, { money_class => ->(_) { raise failure } }) }

    it "is a fault of the service, whose cause is the exception" do
      expect { sandbox.eval("Shop::Till.object") }
        .to raise_error(Kobako::ServiceError, "KeyError: no rate") { |error| expect(error.cause).to equal(failure) }
      expect(sandbox.eval("begin; Shop::Till.object; rescue => e; e.message; end")).to eq("KeyError: no rate")
    end

    it "is a TypeError in the service that yields" do
      expect { sandbox.eval("Shop::Till.each { 1 }") }
        .to raise_error(Kobako::ServiceError, /the converter of Money raised KeyError/)
    end

    it "is an ArgumentError of the run, whose cause is the exception" do
      expect { sandbox.run(:Same, money) }
        .to raise_error(ArgumentError, /the converter of Money raised KeyError/) { |error|
          expect(error.cause.cause).to equal(failure)
        }
    end

    it "lets other exceptions through" do
      sandbox = sandbox_of(money, { money_class => ->(_) { throw :out, 7 } })

      expect(catch(:out) { sandbox.eval("Shop::Till.object") }).to eq(7)
      expect(sandbox.eval("2")).to eq(2)
    end
  end
end
