# frozen_string_literal: true

require "delegate"
require "forwardable"

# Objects of an application whose classes are exposed.
module ExposedObjects
  class Record
    attr_accessor :id

    def initialize(id) = @id = id
    def label = "record #{id}"
    def secret = "hunter2"

    protected

    def guarded = 1

    private

    def hidden = 1
  end

  class Invoice < Record
    def total = 12
    def customer = Record.new(7)
    def send(text) = "sent #{text}"
  end

  module Priced
    def price = 5
    def cost = 3
  end

  class Item
    include Priced
    def name = "tea"
  end

  class Asked
    def one = 1
    def two = 2
    def respond_to_guest?(name) = name == :one
  end

  # Answers what is in its table by `method_missing`, and says so.
  class Open
    TABLE = { total: 12, size: 3, send: 1, exit: 1, binding: 1 }.freeze
    CALLS = [] # rubocop:disable Style/MutableConstant

    def method_missing(name, *arguments, **options, &block)
      CALLS << name
      return super unless TABLE.key?(name)

      block ? yield(TABLE[name]) : [TABLE[name], *arguments, *options]
    end

    def respond_to_missing?(name, all) = TABLE.key?(name) || super

    private

    def hidden = 1
  end

  class Decorated < SimpleDelegator
    def title = "the #{label}"
  end

  class Account
    extend Forwardable
    def_delegators :@record, :id, :label
    def_delegator :@record, :secret, :password

    def initialize(record) = @record = record
  end

  Point = Struct.new(:x, :y)
  Place = Data.define(:lat, :lon) if defined?(Data.define)

  # @return [Kobako::Sandbox] whose `Host::Get.call(name)` gives these as handles
  def sandbox(**objects)
    Kobako::Sandbox.new.tap do |box|
      box.define(:Host).bind(:Get, ->(name) { objects.fetch(name.to_sym) })
      yield box if block_given?
    end
  end

  # @return [Object] the value, or the message of what was raised
  def answer(box, code)
    box.eval(code)
  rescue Kobako::ServiceError => e
    e.message
  end
end
