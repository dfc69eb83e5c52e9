# What a message is, its shape says.

def describe(message)
  case message
  in { type: "order", id: Integer => id, items: [] }
    "order #{id} is empty"
  in { type: "order", id: Integer => id, items: [{ sku: }, *rest] }
    "order #{id} begins with #{sku}, #{rest.size} more"
  in { type: "refund", cents: 1.. => cents } if cents > 10_000
    "a refund of #{cents} cents needs a second look"
  in { type: "refund" | "credit" => type }
    "a #{type}"
  in [:batch, *messages]
    messages.map { |each| describe(each) }
  end
end

describe([:batch,
  { type: "order", id: 7, items: [{ sku: "K-1" }, { sku: "C-9" }] },
  { type: "order", id: 8, items: [] },
  { type: "refund", cents: 12_000 },
  { type: "credit" }])
