# frozen_string_literal: true

require "kobako/rspec"

# What an application would have.
module DoubledShop
  class Orders
    def find(id, limit: 1) = [id, limit]
    def each = yield(1)
    def purge = raise("the real one")
    def self.count = raise("the real one")

    private

    def secret = 1
  end
end

RSpec.describe Kobako::RSpec::Doubles do
  let(:sandbox) { Kobako::Sandbox.new }
  let(:orders) { DoubledShop::Orders.new }

  def bound(object, **options) = sandbox.bind("Shop::Orders", object, **options)

  {
    "a double" => -> { double("orders", find: 7) },
    "an instance_double" => -> { instance_double(DoubledShop::Orders, find: 7) },
    "an object_double" => -> { object_double(DoubledShop::Orders.new, find: 7) },
    "a spy" => -> { spy("orders", find: 7) },
    "a partial double" => -> { DoubledShop::Orders.new.tap { |real| allow(real).to receive(:find).and_return(7) } },
    "an object whose class has a stub for all" => lambda {
      allow_any_instance_of(DoubledShop::Orders).to receive(:find).and_return(7)
      DoubledShop::Orders.new
    }
  }.each do |what, made|
    it "let a guest call what is stubbed of #{what}" do
      bound(instance_exec(&made))

      expect(sandbox.eval("[Shop::Orders.find(1), Shop::Orders.find(1, limit: 2)]")).to eq([7, 7])
    end
  end

  it "let a guest call what is stubbed of a class_double, as a constant too" do
    bound(class_double(DoubledShop::Orders, count: 3).as_stubbed_const)
    sandbox.bind("Same", DoubledShop::Orders)

    expect(sandbox.eval("[Shop::Orders.count, Same.count]")).to eq([3, 3])
  end

  it "get the very arguments, keywords and blocks" do
    user = Object.new
    service = double("service")
    allow(service).to receive(:call) { |*values, **options, &block| [values, options, block&.call(5)] }
    bound(service)
    sandbox.bind("User", -> { user })
    value = sandbox.eval("Shop::Orders.call(User.call, 1.5, { 'k' => [:s] }, limit: 2) { |n| n * 2 }")

    expect(value).to eq([[user, 1.5, { "k" => [:s] }], { limit: 2 }, 10])
    expect(service).to have_received(:call).with(equal(user), 1.5, { "k" => [:s] }, limit: 2).once
  end

  it "get host objects where rspec-mocks lies in a folder of Ruby, too" do
    mine = Kobako::Exposure::Application
    allow(mine).to receive(:library?) { |file| file.include?("/rspec/mocks/") || file.start_with?("<internal:") }
    bound(double("service", call: 7))
    sandbox.bind("User", -> { Object.new })

    expect(sandbox.eval("Shop::Orders.call(User.call)")).to eq(7)
  end

  it "may expect messages before the run" do
    service = double("service")
    expect(service).to receive(:call).with(1).and_return(2)
    bound(service)

    expect(sandbox.eval("Shop::Orders.call(1)")).to eq(2)
  end

  it "yield, raise and return doubles, whose stubs a guest reaches by a handle" do
    service = double("service", order: double("order", total: 42))
    allow(service).to receive(:each).and_yield(1).and_yield(2)
    allow(service).to receive(:fail).and_raise(KeyError, "gone")
    bound(service)
    code = "a = []; Shop::Orders.each { |n| a << n }; error = (Shop::Orders.fail rescue $!)\n" \
           "[Shop::Orders.order.total, a, error.message]"

    expect(sandbox.eval(code)).to eq([42, [1, 2], "KeyError: gone"])
  end

  it "fail the example by a message that is not stubbed, whatever the script rescues" do
    bound(instance_double(DoubledShop::Orders, find: 1))
    code = "begin; Shop::Orders.purge(3); rescue Exception; 5; end"

    expect { sandbox.eval(code) }
      .to raise_error(RSpec::Mocks::MockExpectationError, /received unexpected message :purge with \(3\)/)
    expect { sandbox.execute(code) }.to raise_error(RSpec::Mocks::MockExpectationError)
  end

  it "fail the example by arguments that were not expected" do
    service = double("service")
    allow(service).to receive(:find).with(1)
    bound(service)

    expect { sandbox.eval("Shop::Orders.find(2) rescue 5") }
      .to raise_error(RSpec::Mocks::MockExpectationError, /:find with unexpected arguments/)
  end

  it "that are null objects take every message" do
    audit = spy("audit")
    bound(audit)
    sandbox.eval("Shop::Orders.record(1, by: 'x'); Shop::Orders.puts")

    expect(audit).to have_received(:record).with(1, by: "x")
    expect(audit).to have_received(:puts).with(no_args)
  end

  it "that are verified null objects have an argument fault for arguments that do not fit" do
    bound(instance_spy(DoubledShop::Orders))
    code = "begin; Shop::Orders.find; rescue Kobako::ServiceError => e; [e.kind, e.message]; end"

    expect(sandbox.eval(code)).to match([:argument, /Wrong number of arguments. Expected 1/])
  end

  it "of a class that has not the method take no message of it, null objects neither" do
    bound(instance_spy(DoubledShop::Orders))

    expect { sandbox.eval("Shop::Orders.nope") }.to raise_error(RSpec::Mocks::MockExpectationError, /nope/)
  end

  it "keep only: and expose no more" do
    audit = spy("audit", find: 1, purge: 2)
    bound(audit, only: %i[find])

    expect(sandbox.eval("[Shop::Orders.find, (Shop::Orders.purge rescue 5), (Shop::Orders.record rescue 6)]"))
      .to eq([1, 5, 6])
    expect(audit).not_to have_received(:purge)
    expect(audit).not_to have_received(:record)
  end

  it "never open what names code, be it stubbed" do
    bound(double("service", send: 1, instance_eval: 2, method: 3))

    %w[send instance_eval method].each do |name|
      expect { sandbox.eval("Shop::Orders.#{name}(:x)") }.to raise_error(Kobako::ServiceError, /never exposed/)
    end
  end

  it "do not open what rspec-mocks defines for itself" do
    bound(double("service"))
    sandbox.bind("Its::Own", RSpec::Mocks::MethodDouble.allocate)

    expect(sandbox).to expose("Its::Own")
    %w[as_null_object null_object? __disallow_further_usage!].each do |name|
      expect { sandbox.eval("Shop::Orders.#{name}") }
        .to raise_error(Kobako::ServiceError, /is not exposed/)
    end
  end

  it "open names of Ruby's own methods that are stubbed, as those of the application are" do
    bound(double("service", open: 1, display: 2, "name=": 3))

    expect(sandbox.eval("[Shop::Orders.open, Shop::Orders.display, Shop::Orders.name = 3]")).to eq([1, 2, 3])
  end

  it "that are partial expose what was exposed before and what is stubbed" do
    text = StringIO.new("text")
    allow(text).to receive(:write).and_return(4)
    bound(text)

    expect(sandbox.eval("[Shop::Orders.write('a'), Shop::Orders.read]")).to eq([4, "text"])
    expect { sandbox.eval("Shop::Orders.truncate(0)") }.to raise_error(Kobako::ServiceError, /is not exposed/)
  end

  it "that are partial call the original" do
    allow(orders).to receive(:find).and_call_original
    bound(orders)

    expect(sandbox.eval("Shop::Orders.find(3, limit: 2)")).to eq([3, 2])
    expect(orders).to have_received(:find).with(3, limit: 2)
  end

  it "end with their stubs" do
    bound(orders)
    RSpec::Mocks.with_temporary_scope do
      allow(orders).to receive_messages(find: :stubbed, other: 1)
      expect(sandbox.eval("[Shop::Orders.find(1), Shop::Orders.other]")).to eq([:stubbed, 1])
    end

    expect(sandbox.eval("Shop::Orders.find(1)")).to eq([1, 1])
    expect { sandbox.eval("Shop::Orders.other") }.to raise_error(Kobako::ServiceError, /no method/)
  end

  it "are told of once the sandbox has run" do
    service = double("service", find: 1)
    bound(service)
    sandbox.eval("Shop::Orders.find")
    allow(service).to receive(:total).and_return(2)

    expect(sandbox.eval("[Shop::Orders.find, Shop::Orders.total]")).to eq([1, 2])
  end

  it "may be bound for one run" do
    sandbox.bind("Req::User")
    value = sandbox.eval("Req::User.name") { |run| run.bind("Req::User", double("user", name: "Ada")) }

    expect(value).to eq("Ada")
  end

  it "are unknown without kobako/rspec" do
    service = double("service", find: 1)
    bound(service)
    code = "Shop::Orders.find"
    known = described_class
    Kobako::Exposure::StandIns.source = nil

    expect { sandbox.eval(code) }.to raise_error(Kobako::ServiceError, /is not exposed/)
    Kobako::Exposure::StandIns.source = known
    expect(sandbox.eval(code)).to eq(1)
  ensure
    Kobako::Exposure::StandIns.source = known
  end
end
