# frozen_string_literal: true

RSpec.describe Kobako::Job::Catalog do
  service = Class.new do
    def initialize(name = "all") = @name = name
    def whose = @name
    def secret = 1
  end

  subject(:catalog) { described_class.new("orders" => service.new, rates: { vat: 19 }) }

  def perform(code, catalog, services = { "Orders" => "orders" }, **options)
    Kobako::Job.new(code:, services:, **options).perform(catalog:)
  end

  it "has objects by name, of a Hash too" do
    expect(catalog.names).to eq(%w[orders rates])
    expect(perform("Orders.whose", catalog).value).to eq("all")
    expect(perform("Orders.whose", { orders: service.new("one") }).value).to eq("one")
    expect(perform("A::Rates", catalog, { "A::Rates" => "rates" }).value).to eq({ vat: 19 })
  end

  it "gives one object to several paths" do
    expect(perform("[A.whose, B.whose]", catalog, { "A" => "orders", "B" => "orders" }).value).to eq(%w[all all])
  end

  it "says what of a service a script may call, and how often" do
    catalog.bind("few", service.new, only: %i[whose], max_calls: 1)

    expect(perform("Orders.secret", catalog, { "Orders" => "few" }).error).to be_a(Kobako::ServiceError)
    expect(perform("2.times { Orders.whose }", catalog, { "Orders" => "few" }).error).to be_a(Kobako::CallLimitError)
  end

  it "says whose calls may be made again" do
    reader = service.new
    journal = Kobako::Journal.new
    code = "x = Orders.itself_as_object; Orders.wait; x.whose"
    reader.define_singleton_method(:itself_as_object) { self.class.new("again") }
    reader.define_singleton_method(:wait) { Kobako.suspend }
    again = described_class.new.bind("orders", reader, only: %i[itself_as_object wait], replay: :again)
    job = Kobako::Job.new(code:, services: { "Orders" => "orders" })
    job.perform(catalog: again, journal:)

    expect(job.perform(catalog: again, journal:, answer: nil).value).to eq("again")
  end

  it "makes an object for each job, which it gets" do
    catalog.bind("mine", only: %i[whose]) { |job| service.new(job.key) }

    expect(%w[a b].map { |key| perform("Mine.whose", catalog, { "Mine" => "mine" }, key:).value }).to eq(%w[a b])
  end

  {
    { "orderz" => 'the job wants "orderz", which is not in the catalog (did you mean "orders"?)' } => %w[orders rates],
    { "xyz" => 'the job wants "xyz", which is not in the catalog (it has "orders", "rates")' } => %w[orders rates],
    { "any" => 'the job wants "any", which is not in the catalog (it is empty)' } => []
  }.each do |wanted, names|
    it "refuses a job with a name that it does not have: #{wanted.values.first}" do
      catalog = described_class.new(names.to_h { |name| [name, service.new] })

      expect { perform("1", catalog, { "Orders" => wanted.keys.first }) }
        .to raise_error(Kobako::JobError, wanted.values.first)
    end
  end

  it "refuses what cannot be when it is bound, not when a job comes", :misuse do
    {
      ["orders", 1] => "orders is in the catalog already (choose another name)",
      ["x"] => "x has no object (pass an object, or a block that gives one for a job)",
      ["", 1] => "name in the catalog is \"\", expected text of 1 to 512 bytes",
      [1, 1] => "name in the catalog is 1",
      ["a" * 513, 1] => "expected text of 1 to 512 bytes"
    }.each do |arguments, message|
      expect { catalog.bind(*arguments) }.to raise_error(ArgumentError, /#{Regexp.escape(message)}/)
    end
    { only: %i[nope], max_calls: -1, replay: :never }.each do |term, value|
      expect { catalog.bind("x", service.new, term => value) }.to raise_error(ArgumentError, /#{value.inspect}|:nope/)
    end
    expect { catalog.bind("x", 5, max_calls: 1) }.to raise_error(ArgumentError, /x is data, which nobody calls/)
    expect { catalog.bind("x", 1) { 2 } }.to raise_error(ArgumentError, /x has an object and a block/)
    expect { Kobako::Job.new(code: "1").perform(catalog: []) }
      .to raise_error(ArgumentError, /catalog is a Array, expected a Hash of names and objects or a #{described_class}/)
  end

  it "says its names when it is inspected, and nothing of its objects" do
    expect(catalog.inspect).to eq("#<Kobako::Job::Catalog orders, rates>")
  end
end
