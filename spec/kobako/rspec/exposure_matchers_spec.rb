# frozen_string_literal: true

require "kobako/rspec"

RSpec.describe Kobako::RSpec::Matchers do
  let(:sandbox) { Kobako::Sandbox.new }
  let(:orders) do
    Class.new do
      def find(_id) = raise("called")
      def total = raise("called")
      def purge = raise("called")

      private

      def secret = raise("called")
    end
  end

  before do
    sandbox.bind("Shop::Orders", orders.new, only: %i[find total]).bind("Shop::All", orders.new)
           .bind("Shop::Rates", { vat: 0.19 }).bind("Req::User")
  end

  def failing(message, &)
    expect(&).to raise_error(RSpec::Expectations::ExpectationNotMetError, message)
  end

  describe "#refuse" do
    it "passes for methods that are there and not exposed, and calls none" do
      expect(sandbox).to refuse("Shop::Orders.purge")
      expect(sandbox).to refuse("Shop::Orders#purge", "Shop::Orders.send", "Shop::All.method", "Shop::All.secret")
    end

    it "says that a method is exposed" do
      failing("expected the sandbox to refuse Shop::All.purge, but Shop::All.purge is exposed " \
              "(a guest reaches: find, purge, total)") { expect(sandbox).to refuse("Shop::All.purge") }
    end

    it "says that a method is not there" do
      failing("expected the sandbox to refuse Shop::Orders.prge, but Shop::Orders has no method \"prge\", exposed or " \
              "not (a guest reaches: find, total)") { expect(sandbox).to refuse("Shop::Orders.prge") }
    end

    it "says that a service is not there, is data, or is declared" do
      failing(/but nothing is bound at Shop::Order \(bound: Req::User, Shop::All, Shop::Orders, Shop::Rates\)/) do
        expect(sandbox).to refuse("Shop::Order.purge")
      end
      failing(/nothing is bound at A \(bound: nothing\)/) { expect(Kobako::Sandbox.new).to refuse("A.b") }
      failing(/Shop::Rates is data/) { expect(sandbox).to refuse("Shop::Rates.clear") }
      failing(/Req::User is declared, and this sandbox has no object for it/) do
        expect(sandbox).to refuse("Req::User.delete")
      end
    end

    it "says of several calls which are not refused" do
      failing(/but Shop::Orders.find is exposed .*; Shop::Orders has no method "x"/) do
        expect(sandbox).to refuse("Shop::Orders.find", "Shop::Orders.purge", "Shop::Orders.x")
      end
    end

    it "passes negated for what is exposed, and for nothing else" do
      expect(sandbox).not_to refuse("Shop::Orders.find")
      failing(/not to refuse Shop::Orders.purge, but Shop::Orders.purge is refused \(a guest reaches: find, total\)/) do
        expect(sandbox).not_to refuse("Shop::Orders.purge")
      end
      failing(/has no method "x"/) { expect(sandbox).not_to refuse("Shop::Orders.x") }
      failing(/nothing is bound at Nope/) { expect(sandbox).not_to refuse("Nope.find") }
    end

    it "asks respond_to_guest?" do
      asked = Class.new(orders) { def respond_to_guest?(name) = name == :find }
      sandbox.bind("Asked", asked.new)

      expect(sandbox).to refuse("Asked.purge")
      expect(sandbox).not_to refuse("Asked.find")
    end

    it "takes calls alone", :misuse do
      [[], ["Shop::Orders"], ["shop.find"], [:find], ["Shop::Orders."]].each do |calls|
        expect { refuse(*calls) }.to raise_error(ArgumentError, /takes calls such as/)
      end
      expect { expect(5).to refuse("A.b") }.to raise_error(ArgumentError, /got a Integer/)
    end
  end

  describe "#expose" do
    it "passes for exactly the methods that a guest reaches" do
      expect(sandbox).to expose("Shop::Orders", :find, :total)
      expect(sandbox).to expose("Shop::All", %w[purge total find])
      expect(sandbox.bind("None", Object.new)).to expose("None")
    end

    it "says what is missing and what is exposed, too" do
      failing("expected the sandbox to expose count, find at Shop::Orders, but it does not expose count, and it " \
              "exposes total, too (a guest reaches: find, total)") do
        expect(sandbox).to expose("Shop::Orders", :find, :count)
      end
      failing(/expose nothing at Shop::Orders, but it exposes find, total, too/) do
        expect(sandbox).to expose("Shop::Orders")
      end
      failing(/but nothing is bound at Nope \(bound: .*\)\z/) { expect(sandbox).to expose("Nope", :find) }
      failing(/but Shop::Rates is data/) { expect(sandbox).to expose("Shop::Rates", :fetch) }
    end

    it "passes among others" do
      expect(sandbox).to expose("Shop::All", :find).among_others
      failing(/expose count, find at Shop::All among others, but it does not expose count \(a guest/) do
        expect(sandbox).to expose("Shop::All", :find, :count).among_others
      end
    end

    it "passes negated when none is exposed" do
      expect(sandbox).not_to expose("Shop::Orders", :purge, :count)
      failing(/not to expose find, purge at Shop::Orders, but it exposes find \(a guest/) do
        expect(sandbox).not_to expose("Shop::Orders", :find, :purge)
      end
      failing(/but nothing is bound at Nope/) { expect(sandbox).not_to expose("Nope", :find) }
      expect { expect(sandbox).not_to expose("Shop::Orders") }.to raise_error(ArgumentError, /takes methods/)
    end

    it "lists what is stubbed" do
      partial = orders.new
      allow(partial).to receive(:count)
      allow_any_instance_of(orders).to receive(:find)
      sandbox.bind("Pure", double("pure", find: 1)).bind("Partial", partial)

      expect(sandbox).to expose("Pure", :find)
      expect(sandbox).to expose("Partial", :count, :find, :purge, :total)
    end

    it "lists what is exposed by class, of what a run binds, too" do
      sandbox.expose(orders, only: %i[find])
      run = sandbox.execute("1") { |settings| settings.bind("Req::User", orders.new) }

      expect(sandbox).to expose("Shop::All", :find)
      expect(sandbox).to refuse("Shop::All.purge")
      expect(sandbox).to expose("Shop::Orders", :find, :total)
      expect(run).to expose("Req::User", :find)
    end

    it "takes a path" do
      expect { expose("shop", :find) }.to raise_error(ArgumentError, /path is "shop"/)
    end
  end

  it "look at what one run has" do
    run = sandbox.execute("1") { |settings| settings.bind("Req::User", orders.new, only: %i[total]) }

    expect(run).to expose("Req::User", :total)
    expect(run).to refuse("Req::User.purge", "Shop::Orders.purge")
    expect(run).to expose("Shop::Orders", :find, :total)
    failing(/Req::User is declared/) { expect(sandbox.execute("1")).to expose("Req::User", :total) }
  end

  it "say what they are" do
    expect([refuse("A.b", "A.c"), expose("A", :b).among_others, expose("A")].map(&:description))
      .to eq(["refuse A.b, A.c", "expose b at A among others", "expose nothing at A"])
  end
end
