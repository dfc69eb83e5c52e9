# frozen_string_literal: true

# Discounts that the customers of a shop write themselves. In Rails the three classes were models and a service object.

require "kobako"

Customer = Struct.new(:name, :vip)

# Amounts are whole cents: Integers are exact, and cross by value.
class Order
  attr_reader :id, :total_cents

  def initialize(id, total_cents)
    @id = id
    @total_cents = total_cents
  end
end

# What a script may ask of the shop. A method that it must not call is not listed in `only:`.
class Orders
  ROWS = { 7 => Order.new(7, 129_90) }.freeze

  def find(id) = ROWS.fetch(id) { raise KeyError, "no order #{id}" }
  def cancel(id) = raise("order #{id} was cancelled by a script")
end

# One sandbox for all threads, made once.
RULES = Kobako::Sandbox.new(timeout: 1.0, memory_limit: 4 << 20)
RULES.bind("Shop::Orders", Orders.new, only: %i[find]).bind("Shop::Rates", { vip: 10 }).bind("Req::Customer")

def discount(name, code, customer)
  run = RULES.execute(code, filename: "#{name}.rb") { |own| own.bind("Req::Customer", customer, only: %i[name vip]) }
  return "#{customer.name} pays #{run.value} cents less" if run.ok?

  "#{run.error.message} at #{run.error.backtrace_lines.first}"
end

rule = "total = Shop::Orders.find(7).total_cents\nReq::Customer.vip ? total * Shop::Rates[:vip] / 100 : 0"

puts discount("vip", rule, Customer.new("Ada", true))
puts discount("vip", rule, Customer.new("Bob", false))
puts discount("typo", rule.sub("total_cents", "totl"), Customer.new("Ada", true))
puts discount("greedy", "ids = [7]\nids.each { |id| Shop::Orders.cancel(id) }", Customer.new("Eve", false))
