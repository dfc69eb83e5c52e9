# A state machine: transitions in a table, guards, callbacks and history.
class VendingMachine
  class Invalid < StandardError
    def initialize(state, event) = super("cannot #{event} while #{state}")
  end
  TRANSITIONS = {
    idle: { insert: :ready },
    ready: { insert: :ready, select: :vending, refund: :idle },
    vending: { take: :idle }
  }.freeze
  PRICES = { cola: 150, chips: 100 }.freeze
  COINS = [200, 100, 50, 20, 10].freeze

  attr_reader :state, :credit, :history

  def initialize
    @state, @credit, @history, @callbacks = :idle, 0, [], Hash.new { |h, k| h[k] = [] }
  end

  TRANSITIONS.values.flat_map(&:keys).uniq.each do |event|
    define_method(event) { |*args| fire(event, *args) }
    define_method("can_#{event}?") { TRANSITIONS[@state].key?(event) }
  end

  def after(event, &block) = tap { @callbacks[event] << block }

  private

  def fire(event, *args)
    target = TRANSITIONS.dig(@state, event) or raise Invalid.new(@state, event)
    outcome = send("on_#{event}", *args)
    return outcome if outcome == :stay

    @history << [@state, event, target]
    @state = target
    @callbacks[event].each { |c| c.call(self, outcome) }
    outcome
  end

  def on_insert(coin)
    COINS.include?(coin) or return :stay
    @credit += coin
  end

  def on_select(item)
    price = PRICES.fetch(item)
    return :stay if @credit < price

    @credit -= price
    item
  end

  def on_take = on_refund

  def on_refund
    change, @credit = @credit, 0
    COINS.each_with_object([]) { |c, out| change.divmod(c).then { |n, rest| out.concat([c] * n); change = rest } }
  end
end
m = VendingMachine.new.after(:select) { |machine, item| puts "thud: #{item}, #{machine.credit} left" }
puts m.insert(100), m.insert(3), m.select(:cola), m.insert(200), m.can_take?, m.select(:cola), m.state, m.take.inspect, m.state, m.credit
[-> { m.take }, -> { m.insert(50); m.select(:gum) }, -> { m.fire(:insert, 1) }].each do |bad|
  bad.call
rescue VendingMachine::Invalid, KeyError, NoMethodError => e
  puts e.is_a?(NoMethodError) ? "private" : e.message
end
puts m.refund.inspect, m.history.size, m.history.map { |from, event, to| "#{from}-#{event}>#{to}" }.last(2), m.public_methods(false).size > 0, m.respond_to?(:can_refund?)
