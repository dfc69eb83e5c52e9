# frozen_string_literal: true

# Code mode: a model answers with Ruby, and the host runs it with the tools as services. The model here is a script,
# which makes the mistakes that models make.

require "kobako/code_mode"

# What the model may use. The comments are told to it.
class Orders
  ROWS = [{ id: 7, customer: "ada", cents: 12_50 }, { id: 8, customer: "bob", cents: 99_00 },
          { id: 9, customer: "ada", cents: 30_25 }].freeze

  # Orders of a customer.
  #
  # @param customer [String] name in small letters
  # @return [Array<{ id: Integer, customer: String, cents: Integer }>]
  def of(customer:) = ROWS.select { |row| row[:customer] == customer }

  # Gives back a part of an order's price.
  #
  # @param id [Integer]
  # @param cents [Integer]
  # @return [String]
  def refund(id, cents) = "refunded #{cents} cents of order #{id}"
end

# Stands in for a language model, which would read the messages and write the next reply.
REPLIES = [
  "I will get her orders.\n```ruby\ndef half(cents) = cents / 2\nrequire \"net/http\"\n```\nThen I go on.",
  "No network, but tools.\n```ruby\norders = Tools::Order.of(name: \"ada\")\n```",
  { "code" => "orders = Tools::Orders.of(name: \"ada\")" },
  { "code" => "largest = Tools::Orders.of(customer: \"ada\").max_by { |order| order[:cents] }\n" \
              "puts Tools::Orders.refund(largest[:id], half(largest[:cents]))" }
].freeze

mode = Kobako::CodeMode.new(tools: { "Tools::Orders" => Orders.new }, timeout: 2,
                            approve: { "Tools::Orders.refund" => :ask })
puts mode.instructions.lines.last(4), ""

REPLIES.each do |reply|
  code = reply.is_a?(Hash) ? reply["code"] : reply
  puts code.gsub(/^/, "> ")
  answer = mode.call(reply)
  puts answer.to_s.gsub(/^(?=.)/, "  ")
  next unless answer.suspended?

  # Days later, in another process, a person agrees.
  later = mode.session(mode.dump)
  puts "Approved: #{later.waiting}", later.approve.to_s.gsub(/^(?=.)/, "  ")
end
