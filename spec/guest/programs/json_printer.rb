module Json
  ESCAPES = { '"' => '\"', "\\" => "\\\\", "\n" => "\\n", "\t" => "\\t" }.freeze

  class Error < StandardError; end

  module_function

  def generate(value)
    case value
    when Hash then "{" + value.map { |k, v| "#{quote(k.to_s)}:#{generate(v)}" }.join(",") + "}"
    when Array then "[" + value.map { |v| generate(v) }.join(",") + "]"
    when String, Symbol then quote(value.to_s)
    when nil then "null"
    when true, false, Integer then value.to_s
    when Float
      raise Error, "#{value} is not valid JSON" if value.nan? || value.infinite?

      value.to_s
    else raise Error, "cannot print #{value.class}"
    end
  end

  def pretty(value, indent = 0)
    pad = "  " * (indent + 1)
    case value
    when Hash
      return "{}" if value.empty?

      body = value.map { |k, v| "#{pad}#{quote(k.to_s)}: #{pretty(v, indent + 1)}" }
      "{\n#{body.join(",\n")}\n#{'  ' * indent}}"
    when Array
      return "[]" if value.empty?

      "[\n#{value.map { |v| pad + pretty(v, indent + 1) }.join(",\n")}\n#{'  ' * indent}]"
    else generate(value)
    end
  end

  def quote(text)
    '"' + text.each_char.map { |c| ESCAPES.fetch(c) { c.ord < 32 ? format("\\u%04x", c.ord) : c } }.join + '"'
  end
end

document = {
  name: "kettle", price: 29.9, tags: %w[kitchen steel], stock: nil,
  sizes: [{ l: 1.5, colours: [] }, { l: 2, colours: [:red, "blue"] }], available: true, extra: {}
}
puts Json.generate(document)
puts Json.pretty(document)
puts Json.generate("quote \" back \\ line\nbell\a tab\t ünï")
[Float::NAN, 1.0 / 0, Object, 1..2].each do |bad|
  puts Json.generate([bad])
rescue Json::Error => e
  puts "error: #{e.message}"
end
