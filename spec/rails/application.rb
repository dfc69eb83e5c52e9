# frozen_string_literal: true

require "active_support/all"
require "active_model"
require "active_record"
require "bigdecimal"
require "date"
require "delegate"
require "forwardable"

# A small application of Rails' parts, over a database in memory.
Time.zone = "Europe/Berlin"
ActiveRecord::Base.time_zone_aware_attributes = true
ActiveRecord::Base.establish_connection(adapter: "sqlite3", database: ":memory:")
ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define do
  create_table(:customers) { |t| t.string(:name) && t.string(:password_digest) }
  create_table(:invoices) do |t|
    t.references(:customer)
    t.string(:number)
    t.string(:status)
    t.decimal(:total, precision: 10, scale: 2)
    t.date(:due_on)
    t.datetime(:paid_at)
  end
end

class ApplicationRecord < ActiveRecord::Base
  self.abstract_class = true
end

class Customer < ApplicationRecord
  has_many :invoices
end

class Invoice < ApplicationRecord
  belongs_to :customer
  scope :unpaid, -> { where(status: "open") }
  scope :above, ->(amount) { where("total > ?", amount) }

  def overdue? = status == "open" && due_on < Date.new(2026, 6, 1)
  def self.numbered(number) = find_by(number: number.to_s)
end

# What a form of ActiveModel has.
class Search
  include ActiveModel::Model
  include ActiveModel::Attributes
  attribute :text, :string
  attribute :limit, :integer, default: 10
end

class InvoicePresenter < SimpleDelegator
  def title = "Invoice #{number}"
end

class Statement
  extend Forwardable
  def_delegators :@customer, :name, :password_digest

  def initialize(customer) = @customer = customer
end

Address = Struct.new(:street, :city)

# What a guest may look for: the application says by what, and with which classes of values.
module InvoiceSearch
  def matching(status: nil, minimum: nil)
    found = self
    found = found.where(status: status.to_s) if status
    found = found.above(Float(minimum)) if minimum
    found
  end
end

Invoice.extend(InvoiceSearch)

acme = Customer.create!(name: "Acme", password_digest: "hunter2")
[["R-1", "open", "12.50", "2026-05-01", nil], ["R-2", "paid", "99.99", "2026-05-02", "2026-01-02 03:04:05 UTC"],
 ["R-3", "open", "0.10", "2026-07-01", nil]].each do |number, status, total, due_on, paid_at|
  Invoice.create!(customer: acme, number:, status:, total:, due_on:, paid_at:)
end
