# frozen_string_literal: true

require "support/journals"

RSpec.describe "Objects in a journal" do
  include Journals

  let(:shop) { Journals::Shop.new }
  let(:code) { "order = Shop.order(7); Shop.approve(1); [Shop.total(order), order.name]" }

  def suspended(code = self.code, replay: nil, **hooks)
    journal = Kobako::Journal.new(**hooks)
    exposing(sandbox(shop, replay:)).execute(code, journal:)
    shop.asked.clear
    journal.dump
  end

  def resumed(bytes, code = self.code, replay: nil, **hooks)
    exposing(sandbox(shop, replay:)).execute(code, journal: Kobako::Journal.load(bytes, **hooks), answer: true)
  end

  def exposing(sandbox) = sandbox.expose(Journals::Order, only: [:name])

  it "are found by what identify: and locate: say, when they are needed" do
    located = []
    hooks = { identify: lambda(&:id), locate: ->(key) { Journals::Order.new(key).tap { located << key } } }
    run = resumed(suspended(**hooks), **hooks)

    expect(run.value).to eq([700, "order 7"])
    expect(located).to eq([7])
    expect(shop.asked).to eq([[:total, 7]])
  end

  it "are found by their GlobalID where that is loaded" do
    stub_const("GlobalID", Module.new)
    stub_const("GlobalID::Locator", Class.new { def self.locate(key) = Journals::Order.new(key[/\d+/].to_i) })
    allow_any_instance_of(Journals::Order).to receive(:to_global_id) { |order| "gid://app/Order/#{order.id}" }

    expect(resumed(suspended).value).to eq([700, "order 7"])
  end

  it "are given again by a service that is bound with replay: :again" do
    run = resumed(suspended(replay: :again), replay: :again)

    expect(run.value).to eq([700, "order 7"])
    expect(shop.asked).to eq([[:order, 7], [:total, 7]])
  end

  it "end the run where there is no way to have them, with the call that stands in the way" do
    run = resumed(suspended)

    expect(run.error).to be_a(Kobako::ReplayError)
    expect(run.error.message).to match(/\AShop.order\(7\) gave an object.*replay: :again.*identify:/)
    expect(shop.asked).to be_empty
  end

  it "are not looked for where nobody needs them" do
    code = "order = Shop.order(7); order.name; Shop.approve(1); 'done'"

    expect(resumed(suspended(code), code).value).to eq("done")
    expect(shop.asked).to be_empty
  end

  it "end the run where locate: finds nothing" do
    run = resumed(suspended(identify: lambda(&:id)), locate: ->(_) {})

    expect(run.error).to be_a(Kobako::ReplayError).and have_attributes(message: /nothing is found for the object 7/)
  end

  it "keep their handle when a service gives them again" do
    order = Journals::Order.new(3)
    store = Class.new do
      define_method(:order) { order }
      def wait = Kobako.suspend
    end.new
    box = -> { Kobako::Sandbox.new.bind("Store", store, only: %i[order wait]).expose(Journals::Order, only: [:name]) }
    hooks = { identify: lambda(&:id), locate: ->(_) { order } }
    code = "a = Store.order; Store.wait; a.name; a.equal?(Store.order) || a == Store.order"
    journal = Kobako::Journal.new(**hooks)
    box.call.execute(code, journal:)

    expect(box.call.execute(code, journal:, answer: 1).value).to be(true)
  end

  # A store that has one order, or makes it new each time, and the handles by which a script calls what it gives.
  def handles_after_a_wait(order)
    store = Class.new do
      define_method(:order) { order.call }
      def wait = Kobako.suspend
    end.new
    box = -> { Kobako::Sandbox.new.bind("Store", store, only: %i[order wait]).expose(Journals::Order, only: [:name]) }
    hooks = { identify: lambda(&:id), locate: ->(_) { order.call } }
    code = "a = Store.order; Store.wait; b = Store.order; b.name; a.name; Store.order.name"
    journal = Kobako::Journal.new(**hooks)
    box.call.execute(code, journal:)
    box.call.execute(code, journal: Kobako::Journal.load(journal.dump, **hooks), answer: 1).calls.filter_map(&:handle)
  end

  it "keep their handle when a service gives them again before anybody needed them" do
    order = Journals::Order.new(3)

    expect(handles_after_a_wait(-> { order })).to eq([1, 1, 1])
    expect(handles_after_a_wait(-> { Journals::Order.new(3) })).to eq([2, 1, 3])
  end

  it "that are gone are other ones than those that a service gives" do
    order = Journals::Order.new(3)
    given = sandbox(Class.new(Journals::Shop) { define_method(:order) { |_| order } }.new)
    code = "Shop.order(7); Shop.approve(1); Shop.order(7).name"
    bytes = suspended(code, identify: ->(_) { 3 })
    hooks = { identify: ->(_) { 3 }, locate: ->(_) { raise KeyError, "deleted" } }
    run = exposing(given).execute(code, journal: Kobako::Journal.load(bytes, **hooks), answer: 1)

    expect(run.value).to eq("order 3")
  end

  it "that are services are found by their paths" do
    this = shop
    own = Class.new { define_method(:shop) { this } }.new
    box = -> { sandbox(shop).bind("Own", own, only: [:shop]) }
    code = "s = Own.shop; Shop.approve(1); s.find(2)['total']"
    journal = Kobako::Journal.new
    box.call.execute(code, journal:)
    run = box.call.execute(code, journal:, answer: 1)

    expect(run.value).to eq(6)
    expect(run.calls.map(&:path)).to eq(%w[Own Shop Shop])
  end

  it "that the caller gives are the caller's each time" do
    order = Journals::Order.new(5)
    box = -> { sandbox(shop).preload(code: "Go = ->(order) { Shop.approve(1); Shop.total(order) }", name: :Go) }
    journal = Kobako::Journal.new
    box.call.call(:Go, order, journal:)

    expect(box.call.call(:Go, order, journal:, answer: 1).value).to eq(500)
  end

  it "stand in the pending call as what identify: gave" do
    journal = Kobako::Journal.new(identify: lambda(&:id))
    sandbox(shop).execute("Shop.approve(Shop.order(7))", journal:)
    argument = Kobako::Journal.load(journal.dump).waiting.arguments.first

    expect(argument).to have_attributes(key: 7, id: 1)
  end

  it "need keys that can be recorded" do
    run = sandbox(shop).execute("Shop.order(1)", journal: Kobako::Journal.new(identify: ->(order) { order }))

    expect(run.error).to be_a(Kobako::JournalError).and have_attributes(message: /identify: gave a key/)
  end
end
