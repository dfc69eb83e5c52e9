# frozen_string_literal: true

# Code mode: a model answers with Ruby, and the host runs it with the tools as services. The model here is a script.

require "kobako"

# What the model may use: the methods written here, and nothing that Ruby gives every object.
class Orders
  attr_reader :refunded

  ROWS = [{ id: 7, customer: "ada", cents: 12_50 }, { id: 8, customer: "bob", cents: 99_00 },
          { id: 9, customer: "ada", cents: 30_25 }].freeze

  def initialize = @refunded = []

  def of(customer:) = ROWS.select { |row| row[:customer] == customer }

  def refund(id, cents)
    order = ROWS.find { |row| row[:id] == id } or raise KeyError, "no order #{id}"
    raise ArgumentError, "order #{id} is over #{order[:cents]} cents only" if cents > order[:cents]

    @refunded << id
    "refunded #{cents} cents of order #{id}"
  end
end

# Stands in for a language model, which would read the messages and write the next reply.
REPLIES = [
  'Tools::Orders.of(customer: "ada").map { |order| order[:id] }',
  "Tools::Orders.refund(9, 99_00)",
  <<~RUBY
    largest = Tools::Orders.of(customer: "ada").max_by { |order| order[:cents] }
    puts Tools::Orders.refund(largest[:id], largest[:cents] / 2)
    ["done", "Half of order \#{largest[:id]} is on its way back."]
  RUBY
].each

orders = Orders.new
tools = Kobako::Sandbox.new(timeout: 2)
tools.define(:Tools).bind(:Orders, orders)
messages = ["Refund half of Ada's largest order."]
answer = nil
until answer
  code = REPLIES.next
  puts code.gsub(/^/, "> ")
  begin
    value = tools.eval(code)
    messages << "value: #{value.inspect}, printed: #{tools.stdout.inspect}"
    answer = value.last if value in ["done", String]
  rescue Kobako::Error => e
    messages << "#{e.class}: #{e.message}"
  end
  puts messages.last
end

puts answer, "refunded: #{orders.refunded}"
