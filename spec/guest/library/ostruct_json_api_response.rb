# Needs Ruby 3.3: its standard library
require 'ostruct'
require 'json'

BODY = <<~JSON
  {
    "id": 9, "class": "order", "method": "post",
    "customer": {"name": "Ann", "address": {"city": "Bern", "zip": null}},
    "lines": [{"sku": "A1", "qty": 2, "price": 4.25}, {"sku": "B7", "qty": 1, "price": 10}]
  }
JSON

order = JSON.parse(BODY, object_class: OpenStruct)
p order.class
puts "#{order.customer.name}, #{order.customer.address.city} #{order.customer.address.zip.inspect}"
order.lines.each { |l| puts format('%s %d x %.2f = %.2f', l.sku, l.qty, l.price, l.qty * l.price) }
puts order.lines.sum { |l| l.qty * l.price }

p order[:class], order[:method]
p order.lines.last
p order.customer.address
puts order.customer.address.country.inspect

def deep_hash(value)
  case value
  when OpenStruct then value.to_h.transform_values { |v| deep_hash(v) }
  when Array then value.map { |v| deep_hash(v) }
  else value
  end
end

order.customer.vip = true
order.lines << OpenStruct.new(sku: 'C3', qty: 4, price: 0.5)
puts JSON.pretty_generate(deep_hash(order))
p deep_hash(order)[:lines].map { |l| l[:sku] }

grouped = order.lines.group_by { |l| l.price > 4 }
p grouped.transform_values { |v| v.map(&:sku) }
p order.lines.map(&:to_h).first == { sku: 'A1', qty: 2, price: 4.25 }
p order.lines.sort_by(&:price).map(&:sku), order.lines.max_by(&:qty).sku
p deep_hash(OpenStruct.new), OpenStruct.new
