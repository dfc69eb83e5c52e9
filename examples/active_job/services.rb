# frozen_string_literal: true

require "active_record"

# What a script may know of orders.
class Orders
  TOTALS = { 7 => 900, 8 => 12_000, 9 => 95_000 }.freeze

  def late = TOTALS.keys
  def total(number) = TOTALS.fetch(number)
end

# A refund that was paid.
class Refund < ActiveRecord::Base
end

# What a person said of a refund.
class Approval < ActiveRecord::Base
end

# Pays refunds of one run; larger ones wait for a person.
class Refunds
  ALONE = 1_000

  def initialize(key) = @run_key = key

  # One refund for an order, so that a call can be made again of which nobody knows whether it was made.
  #
  # @return [String]
  def pay(order_number, cents)
    order = { run_key: @run_key, order_number: Integer(order_number) }
    allow(order, cents) if Integer(cents) > ALONE
    "paid #{Refund.create_with(cents:).find_or_create_by!(order).cents}"
  end

  private

  def allow(order, cents)
    approval = Approval.find_by(**order, cents:)
    approval ||= Kobako.suspend("pay #{cents} for order #{order[:order_number]}?")
    raise "denied" unless approval.granted
  end
end
