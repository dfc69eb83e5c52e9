# frozen_string_literal: true

# Formulas over records: users write the columns, and each formula runs once for each record. A record crosses as a
# handle, so that a formula reads what it needs and no more, and it cannot write.

require "kobako"

Line = Struct.new(:product, :price, :quantity, :shipped_at) do
  def margin = (price * 0.3).round(2)
end

lines = [
  Line.new("lamp", 20.0, 3, Time.utc(2026, 3, 1)),
  Line.new("desk", 180.0, 1, nil),
  Line.new("pen", 0.5, 0, Time.utc(2026, 3, 2))
]

formulas = {
  "Total" => "row.price * row.quantity",
  "Label" => 'row.product.upcase + (row.quantity > 1 ? " x" + row.quantity.to_s : "")',
  "Shipped" => 'row.shipped_at ? row.shipped_at.strftime("%d %b") : "waiting"',
  "Share" => "row.margin.to_i * 100 / row.quantity",
  "Sneaky" => "row.price = 0.0",
  "Typo" => "row.price * (row.quantity"
}

sandbox = Kobako::Sandbox.new(timeout: 1)
columns = formulas.filter_map do |name, formula|
  sandbox.preload(name:, code: "#{name} = ->(row) {\n#{formula}\n}")
  name
rescue Kobako::SandboxError => e # at once, and the formulas before it stay
  puts "#{name} is left out: #{e.message}"
end

cell = lambda do |column, line|
  sandbox.run(column, line).to_s
rescue Kobako::SandboxError => e
  "! #{e.klass}"
rescue Kobako::ServiceError
  "! refused"
end

puts columns.map { |column| column.ljust(20) }.join.rstrip
lines.each do |line|
  puts columns.map { |column| cell.call(column, line).ljust(20) }.join.rstrip
end
