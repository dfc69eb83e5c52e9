# frozen_string_literal: true

require "kobako/description"

RSpec.describe Kobako::Description::Type do
  {
    "Integer" => { type: "integer" },
    "Float" => { type: "number" },
    "::String" => { type: "string" },
    "bool" => { type: "boolean" },
    "nil" => { type: "null" },
    "untyped" => {},
    "Array[String]" => { type: "array", items: { type: "string" } },
    "Array" => { type: "array", items: {} },
    "Hash[Symbol, Integer]" => { type: "object", additionalProperties: { type: "integer" } },
    "Integer?" => { anyOf: [{ type: "integer" }, { type: "null" }] },
    "Integer | String | nil" => { anyOf: [{ type: "integer" }, { type: "string" }, { type: "null" }] },
    ":ask | :deny" => { enum: %w[ask deny] },
    "1 | \"two\" | true" => { enum: [1, "two", true] },
    "-1" => { const: -1 },
    "[Integer, String]" => { type: "array", prefixItems: [{ type: "integer" }, { type: "string" }], minItems: 2,
                             maxItems: 2 },
    "{ id: Integer, ?name: String }" => { type: "object", properties: { id: { type: "integer" },
                                                                        name: { type: "string" } }, required: ["id"] },
    "(Integer | Float)?" => { anyOf: [{ anyOf: [{ type: "integer" }, { type: "number" }] }, { type: "null" }] },
    "Shop::Order" => { description: "Shop::Order" },
    "^(Integer) -> String" => { description: "^(Integer) -> String" },
    "Array[" => { description: "Array[" },
    nil => {}
  }.each do |type, schema|
    it "of #{type.inspect} has a schema" do
      expect(described_class.new(type).schema).to eq(schema)
    end
  end

  { "String" => "String", "Array<String>, nil" => "Array[String] | nil",
    "Hash{Symbol => Array<Integer>}" => "Hash[Symbol, Array[Integer]]", "Boolean" => "bool", "Object" => "untyped",
    "Array<{ id: Integer }>" => "Array[{ id: Integer }]",
    "Hash{Symbol => { a: Integer }}" => "Hash[Symbol, { a: Integer }]",
    "Array(Integer, String)" => "[Integer, String]", "#call, nil" => "untyped | nil", ":ask" => ":ask",
    "" => nil }.each do |yard, rbs|
    it "is #{rbs.inspect} of YARD's #{yard.inspect}" do
      expect(described_class.of_yard(yard)).to eq(rbs)
    end
  end
end
