# frozen_string_literal: true

require "kobako/description"

RSpec.describe Kobako::Description::Signature do
  def note(types: nil, parameters: {}, returns: nil, comment: nil)
    ways = types&.map { |type| Kobako::Description::MethodType.parse(type, %w[id other]) }
    Kobako::Description::Notes::Note.new(ways, parameters, returns, comment)
  end

  def signature(parameters, **notes) = described_class.new("find", parameters, note(**notes))

  all = [%i[req a], %i[opt b], %i[rest c], %i[keyreq d], %i[key e], %i[keyrest f], %i[block g]]

  it "names what is taken where nothing else is known" do
    expect(signature(all).to_s).to eq("find(a, b = …, *c, d:, e: …, **f, &g)")
    expect(signature([]).line).to eq("find")
    expect(signature([%i[rest *], %i[keyrest **]]).to_s).to eq("find(*…, **…)")
    expect(signature([[:req]]).to_s).to eq("find(…)")
  end

  it "has types by name, and a comment behind" do
    types = all.to_h { |_, name| [name.name, "Integer"] }

    expect(signature(all, parameters: types, returns: "String", comment: "Finds.").line)
      .to eq("find(Integer a, Integer b = …, *Integer c, d: Integer, e: Integer = …, **Integer f, &g) -> String  " \
             "# Finds.")
  end

  it "has whole types, one way or several" do
    ways = ["(Integer, ?bool deep, *String rest, limit: Integer, ?order: (:up | :down), **untyped) { () -> void } -> " \
            "Hash[Symbol, untyped]", "[T] () -> T", "-> void"]

    expect(signature([], types: ways).to_s)
      .to eq("find(Integer id, bool deep = …, *String rest, limit: Integer, order: (:up | :down) = …, **options, " \
             "&block) -> Hash[Symbol, untyped] | find -> T | find")
  end

  it "keeps a union apart from a name" do
    expect(signature([], types: ["(String | Symbol, Integer | nil other) -> bool"]).to_s)
      .to eq("find(String | Symbol id, Integer | nil other) -> bool")
  end

  it "has a schema of the arguments by name" do
    expect(signature(all, parameters: { "a" => "Integer", "c" => "String", "e" => "bool" }).schema).to eq(
      type: "object",
      properties: { a: { type: "integer" }, b: {}, c: { type: "array", items: { type: "string" } }, d: {},
                    e: { type: "boolean" } },
      required: %w[a d], additionalProperties: true
    )
    expect(signature([%i[req a]]).schema).to include(additionalProperties: false)
    expect(signature(nil).schema).to eq(type: "object", properties: {}, required: [], additionalProperties: true)
  end

  it "has a schema of what it gives" do
    expect(signature([], returns: "Integer").returns).to eq(type: "integer")
    expect(signature([]).returns).to be_nil
  end

  it "is none of what is no type of a method" do
    texts = ["", "Integer", "(Integer", "(Integer) Integer", "() {", "[T"]

    expect(texts.map { |text| Kobako::Description::MethodType.parse(text) }).to all(be_nil)
  end
end
