# frozen_string_literal: true

# A cart with discounts, taxes and shipping as composable rules.
Item = Struct.new(:sku, :name, :price, :quantity, :category) do
  def total = price * quantity
end

class Cart
  include Enumerable

  def initialize(catalog)
    @catalog = catalog
    @lines = {}
  end

  def add(sku, quantity = 1)
    name, price, category = @catalog.fetch(sku) { raise KeyError, "no product #{sku}" }
    line = @lines[sku] ||= Item.new(sku, name, price, 0, category)
    line.quantity += quantity
    self
  end
  alias << add

  def remove(sku, quantity = nil)
    line = @lines[sku] or return self
    line.quantity -= quantity || line.quantity
    @lines.delete(sku) unless line.quantity.positive?
    self
  end

  def each(&) = @lines.each_value(&)
  def subtotal = sum(&:total)
end

class Discount
  attr_reader :label

  def initialize(label, only_if: ->(_) { true }, &amount)
    @label, @condition, @amount = label, only_if, amount
  end

  def apply(cart)
    amount = @condition.(cart) ? @amount.call(cart).floor : 0
    amount.positive? ? [label, -amount] : nil
  end

  class << self
    def percent(n, **opts) = new("#{n}% off", **opts) { |cart| cart.subtotal * n / 100 }
    def buy_get(sku, buy:, free: 1) = new("#{buy + free} for #{buy}") { |cart| cart.select { _1.sku == sku }.sum { |i| i.quantity / (buy + free) * free * i.price } }
    def code(text) = CODES.fetch(text.upcase.to_sym, &->(key) { raise ArgumentError, "unknown code #{key}" })
  end
  CODES = { TEN: percent(10, only_if: ->(c) { c.subtotal > 50_00 }), MINUS5: new("$5 off") { 5_00 } }.freeze
end

TAXES = { food: 7, books: 7 }.tap { |h| h.default = 19 }.freeze
SHIPPING = { 0...20_00 => 4_95, 20_00...60_00 => 2_95, (60_00..) => 0 }.freeze

def dollars(cents) = format("%s%d.%02d", cents.negative? ? "-" : "", *cents.abs.divmod(100))

def receipt(cart, discounts)
  lines = cart.map { |i| ["#{i.quantity} x #{i.name}", i.total] }
  reductions = discounts.filter_map { |d| d.apply(cart) }
  net = [cart.subtotal + reductions.sum(&:last), 0].max
  shipping = SHIPPING.find { |range, _| range.include?(net) }.last
  taxes = cart.group_by { |i| TAXES[i.category] }.map { |rate, items| ["incl. #{rate}% tax", (items.sum(&:total) * rate / (100.0 + rate)).round] }
  [*lines, ["subtotal", cart.subtotal], *reductions, ["shipping", shipping], ["total", net + shipping], *taxes.sort].map do |label, amount|
    "#{label} ".ljust(24, ".") + " #{dollars(amount)}".rjust(9, ".")
  end
end

catalog = { "a1" => ["apple", 45, :food], "b1" => ["ruby book", 34_90, :books], "c1" => ["cable", 8_99, :tech], "t1" => ["tea", 3_50, :food] }
cart = Cart.new(catalog)
cart.add("a1", 7).add("b1") << "c1" << "t1"
cart.add("t1", 3).remove("a1", 1)
puts receipt(cart, [Discount.code("ten"), Discount.buy_get("t1", buy: 3)])
puts
cart.remove("c1").remove("nothing")
puts receipt(cart, [Discount.code("ten"), Discount.code("minus5")])
puts
cart << "b1"
puts receipt(cart, [Discount.code(:ten), Discount::CODES[:MINUS5], Discount.new("nothing") { 0.4 }])
[-> { cart.add("zz") }, -> { Discount.code("free") }, -> { SHIPPING[0...1] = 5 }].each do |wrong|
  wrong.call
rescue KeyError, ArgumentError => e
  puts "#{e.class}: #{e.message}"
rescue FrozenError
  puts "shipping cannot be changed"
end
p cart.count, cart.sort_by { |i| [-i.total, i.sku] }.map(&:sku), cart.min_by(&:price).name, cart.find { |i| i.category == :tech }, cart.to_h { |i| [i.sku, i.quantity] }.to_a, cart.reduce(0) { |s, i| s + i.quantity }, cart.first.to_a, cart.each_slice(2).map { |s| s.map(&:sku).join("+") }
