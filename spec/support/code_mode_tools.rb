# frozen_string_literal: true

# Tools that a model has in specs of CodeMode, which note how they are called.
module CodeModeTools
  Order = Struct.new(:id, :cents)

  class Orders
    attr_reader :noted

    def initialize = @noted = []

    # Orders of a customer.
    #
    # Not told.
    # @param customer [String] a name
    # @param limit [Integer, nil]
    # @return [Array<Hash{Symbol => Integer}>]
    def of(customer:, limit: nil)
      @noted << [:of, customer]
      [{ id: 7, cents: 1250 }, { id: 9, cents: 3025 }].first(limit || 2)
    end

    # @param id [Integer]
    # @param cents [Integer]
    # @return [String] what was done
    def refund(id, cents)
      @noted << [:refund, id, cents]
      "refunded #{cents}"
    end

    alias give_back refund

    def find(id)
      @noted << [:find, id]
      Order.new(id, 100)
    end

    def total(order) = order.cents

    def each_price
      yield 1
      yield 2
    end

    def hold(id) = Kobako.suspend("what is #{id}?")

    def fail = raise(KeyError, "no order")
  end

  # A mode with these, and what they noted.
  def orders = @orders ||= Orders.new

  def mode(**options, &) = @mode ||= Kobako::CodeMode.new(tools: { "Tools::Orders" => orders }, **options, &)

  def text(code) = mode.call(code).to_s
end
