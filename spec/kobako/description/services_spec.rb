# frozen_string_literal: true

require "kobako/description"
require "support/mcp_objects"

RSpec.describe Kobako::Description::Services do
  def services(sandbox = Kobako::Sandbox.new)
    yield sandbox
    described_class.new(sandbox)
  end

  it "tells the methods of a service with what they take" do
    lines = services { |sandbox| sandbox.bind("Shop::Orders", MCPObjects::Orders.new) }.lines

    expect(lines)
      .to eq(["Shop::Orders: find(id, deep: …), list(*ids, limit:, **more, &block), page(number = …), total"])
  end

  it "tells what only: lists, and of a lambda how it is called" do
    lines = services do |sandbox|
      sandbox.bind("Orders", MCPObjects::Orders.new, only: %i[total]).bind("Rate", ->(currency, at = nil) {})
    end.lines

    expect(lines).to eq(["Orders: total", "Rate: call(currency, at = …)"])
  end

  it "tells what is answered by method_missing by its name" do
    lines = services { |sandbox| sandbox.bind("Any", MCPObjects::Dynamic.new, only: %i[price]) }.lines

    expect(lines).to eq(["Any: price"])
  end

  it "tells of Enumerable, and of a service without methods" do
    lines = services { |sandbox| sandbox.bind("Rows", MCPObjects::Rows.new).bind("Empty", Object.new) }.lines

    expect(lines).to eq(["Rows: each, and the methods of Enumerable", "Empty: no methods"])
  end

  it "tells data, the beginning of long ones, and nothing of what a run fills" do
    lines = services { |sandbox| sandbox.bind("Rates", { vat: 19 }).bind("Text", "x" * 300).bind("Req::User") }.lines

    expect(lines).to eq(["Rates: data, {vat: 19}", "Text: data, \"#{"x" * 199}…"])
  end

  it "tells fifty methods at most" do
    sandbox = Kobako::Sandbox.new
    many = Class.new { 60.times { |number| define_method(format("m%02d", number)) { number } } }
    line = services(sandbox) { sandbox.bind("Many", many.new) }.lines.first

    expect(line).to start_with("Many: m00, m01, ").and end_with(", m49, …")
  end

  it "knows whether code of the host is reached" do
    expect(services { |sandbox| sandbox.bind("Rates", { vat: 19 }) }).not_to be_any
    expect(services { |sandbox| sandbox.bind("Rate", -> {}) }).to be_any
  end
end
